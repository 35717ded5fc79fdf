// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import TestSupport
import Testing

@testable import Simulation

/// Amounts that no longer can be counted in fen are a failure of the replicate, never of the program.
@Suite struct CountingTests {
  private static let vast = "{city: {class: city_fiscal, commitment: 100 万亿元, source_of_funds: general_budget}}"

  private func text(multiple: Double, fund: [String: String] = [:]) -> String {
    let law = SmallFund.fixed(multiple, years: 4).replacing("max_multiple: 100", with: "max_multiple: 1000000000")
    return SmallFund.text(law: law, fund: ["investors": Self.vast].merging(fund) { $1 })
      .replacing("2000 万元", with: "1000 亿元")
  }

  private func failure(_ text: String, _ sets: [String] = []) async throws -> NumericalFailure? {
    let design = try ScenarioWorkshop.written(text, sets)
    do {
      let outcomes = try await Ensemble([design]).run(count: 3, width: 1)
      #expect(outcomes[0].imbalances.allSatisfy { $0 == 0 })
      return nil
    } catch let failure as NumericalFailure {
      #expect(throws: failure) { try ReplicateStory(design, replicate: failure.replicate ?? 0) }
      return failure
    }
  }

  @Test("companies that multiply vast sums", arguments: [(1.0, false), (1000, false), (5000, true), (1_000_000, true)])
  func multiples(multiple: Double, fails: Bool) async throws {
    let failure = try await failure(text(multiple: multiple))
    #expect((failure != nil) == fails && (failure?.replicate ?? 0) == 0)
    #expect(fails == (failure?.description.contains("replicate 0: ReplicateKernel") ?? false))
  }

  @Test("holdings sold at the end, and values that are only looked at", arguments: ["sale", "write_off"])
  func rest(treatment: String) async throws {
    let life = "{term: 6 years, extension_count: 0, rest: \(treatment), sale_discount: 0 %}"
    let failure = try await failure(
      text(multiple: 1_000_000, fund: ["life": life]).replacing("4 years}", with: "14 years}"))
    #expect(failure != nil)
  }

  @Test("a century of the highest inflation and fees is lived through")
  func century() async throws {
    let fees =
      "{management: [{until: 99 years, base: nav, rate: 5 %}], set_up: 0 元, custody: 0 %, fixed_per_year: 10 亿元}"
    let text = text(multiple: 2, fund: ["fees": fees, "life": "{term: 99 years, extension_count: 0, rest: sale}"])
    #expect(try await failure(text, ["time.length=100 years", "economy.inflation=20 %"]) == nil)
  }

  @Test("a pacing law at its limits")
  func pacing() async throws {
    let portfolio =
      "{kind: pacing, contribution_rates: [100 %], life: 50, bow: 20, growth: 50 %, yield: 0 %, step: year}"
    let life = "{term: 50 years, extension_count: 0, rest: sale}"
    let text = text(multiple: 1, fund: ["portfolio": portfolio, "life": life])
    #expect(try await failure(text, ["time.length=60 years"]) != nil)
  }

  @Test("concessions of sums that a double cannot hold give up no more than there is")
  func concessions() async throws {
    let investors =
      "{city: {class: city_fiscal, commitment: 37 万亿元, source_of_funds: general_budget}, "
      + "social: {class: social_capital, commitment: 29 万亿元, source_of_funds: own_funds}}"
    // The giver's part of a quarter is 4n + 3 fen, the nearest double 4n + 4.
    for multiple in [2000.023, 2000.057] {
      let text = text(
        multiple: multiple,
        fund: [
          "investors": investors,
          "concessions": "{cap: {kind: capped_return, giver: city, receivers: [social], rate: 0 %}}",
        ])
      #expect(try await failure(text) == nil)
    }
  }

  @Test("a number that no replicate has", arguments: [-1, 1 << 32, Int.max])
  func numbers(replicate: Int) throws {
    let design = try ScenarioWorkshop.written(SmallFund.text(law: SmallFund.fixed(2, years: 4)))
    #expect(throws: NumericalFailure.self) { try ReplicateStory(design, replicate: replicate) }
  }
}
