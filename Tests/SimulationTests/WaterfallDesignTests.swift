// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import TestSupport
import Testing

@testable import Simulation

/// Every term of a waterfall in a run. Companies of two streams take turns: those of one return three times their cost
/// after two years, those of the other nothing after six, so that deal by deal the manager is paid before it has earned it.
@Suite struct WaterfallDesignTests {
  private static let portfolio =
    "{kind: companies, period: 5 years, streams: [good, bad], tickets_per_year: [8], tickets: {seed: {ticket: 2000 万元}}, "
    + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, concentration_limit: 20 %}"

  /// The fund under a clause.
  private func text(_ waterfall: String, fees: String? = nil) -> String {
    var fund = ["portfolio": Self.portfolio, "waterfall": waterfall]
    fund["fees"] = fees
    let text = SmallFund.text(law: SmallFund.fixed(3, years: 2), fund: fund)
      .replacing("company_laws: {law:", with: "company_laws: {lost: \(SmallFund.fixed(0, years: 6)), law:")
    let stream = text.components(from: "  any:\n", to: "funds:\n")
    return text.replacing(
      stream,
      with: stream.replacing("  any:\n", with: "  good:\n")
        + stream.replacing("  any:\n", with: "  bad:\n").replacing("law: law", with: "law: lost"))
  }

  private func kernel(_ waterfall: String, fees: String? = nil) throws -> ReplicateKernel {
    let design = try ScenarioWorkshop.written(text(waterfall, fees: fees))
    #expect(try KernelProbe.isBalanced(design))
    return try KernelProbe.kernel(design)
  }

  private func carry(_ kernel: borrowing ReplicateKernel) -> Int64 {
    kernel.waterfalls.indices.reduce(0) { $0 + kernel.waterfalls[$1].managerTotal.fen }
  }

  // 20 good companies bring 12 亿元, 20 bad ones nothing, all cost 8: the profit is 4.
  private static let agreed: Int64 = 80_000_000_00

  @Test("over the whole fund the manager has its share of the profit, deal by deal more")
  func kinds() throws {
    let whole = try kernel("{kind: european, hurdle: null, catch_up: 0 %, carry: 20 %}")
    #expect(carry(whole) == Self.agreed)
    let byDeals = try kernel("{kind: american, hurdle: null, catch_up: 0 %, carry: 20 %}")
    // Every quarter a good ticket brings a gain of 0.4. Those of quarters 8 to 23 come before the first loss: 16 · 0.4 of
    // gains and 20 % of them. Then each loss of 0.2 takes half of the gain of its quarter, which four quarters still have;
    // the loss of a quarter is written off before its cash is distributed.
    #expect(carry(byDeals) == 16 * 8_000_000_00 + 4 * 4_000_000_00)
  }

  @Test("a clawback restores the agreed split to the fen, less tax if the terms say so")
  func clawback() throws {
    let terms = "kind: american, hurdle: null, catch_up: 0 %, carry: 20 %"
    #expect(carry(try kernel("{\(terms), clawback: {tax_share: 0 %}}")) == Self.agreed)
    let paid: Int64 = 16 * 8_000_000_00 + 4 * 4_000_000_00
    #expect(carry(try kernel("{\(terms), clawback: {tax_share: 60 %}}")) == paid * 6 / 10)
    // What is due is less than the whole escrow.
    #expect(carry(try kernel("{\(terms), escrow: {share: 100 %, release: end}}")) == Self.agreed)
    #expect(carry(try kernel("{\(terms), escrow: {share: 10 %, release: end}}")) == paid * 9 / 10)
  }

  @Test("without a loss and costs both kinds give the same in the end")
  func withoutLoss() async throws {
    for kind in ["european", "american"] {
      let text = SmallFund.text(
        law: SmallFund.fixed(3, years: 3),
        fund: ["waterfall": "{kind: \(kind), hurdle: {rate: 6 %, compounding: annual}, catch_up: 100 %, carry: 20 %}"])
      let kernel = try KernelProbe.kernel(try ScenarioWorkshop.written(text))
      #expect(abs(carry(kernel) - 320_000_000_00) < 50, "\(kind)")
    }
  }

  @Test("a class pays by its own terms on its own share, and terms written again change nothing")
  func classes() throws {
    let terms = "kind: european, hurdle: null, catch_up: 0 %, carry: 20 %"
    let kernel = try kernel("{\(terms), classes: {city_fiscal: {carry: 5 %}}}")
    // 40 % of a profit of 4 at 5 %, 60 % at 20 %.
    #expect(carry(kernel) == 8_000_000_00 + 48_000_000_00)
    #expect(kernel.distributed[0] - kernel.paidIn[0] == 152_000_000_00)
    #expect(kernel.distributed[1] - kernel.paidIn[1] == 192_000_000_00)
    let plain = try self.kernel("{\(terms)}")
    let again = try self.kernel("{\(terms), classes: {city_fiscal: {carry: 20 %}}}")
    #expect(again.waterfalls.count == 1)
    #expect((0..<2).allSatisfy { plain.distributed[$0] == again.distributed[$0] })
  }

  @Test("costs fall on realised deals, and proceeds that pay for costs leave the deals")
  func costs() throws {
    let fees =
      "{management: [{until: 8 years, base: committed, rate: 2 %}], set_up: 500 万元, custody: 0.1 %, fixed_per_year: 50 万元}"
    for terms in ["clawback: {tax_share: 0 %}", "escrow: {share: 100 %, release: end}"] {
      let kernel = try kernel("{kind: american, hurdle: null, catch_up: 0 %, carry: 20 %, \(terms)}", fees: fees)
      let profit = (0..<2).reduce(0) { $0 + kernel.distributed[$1] - kernel.paidIn[$1] } + carry(kernel)
      #expect(profit > 0 && abs(carry(kernel) - profit / 5) <= 1)
    }
  }

  @Test("the day count changes the preferred return by its days")
  func dayCounts() throws {
    func preferred(_ dayCount: String) throws -> Double {
      let kernel = try kernel(
        "{kind: european, hurdle: {rate: 4 %, compounding: simple}, catch_up: 0 %, carry: 20 %, day_count: \(dayCount)}"
      )
      return 400_000_000_00 - Double(carry(kernel)) * 5
    }
    let (exact, actual) = (try preferred("30/360"), try preferred("act/360"))
    #expect(abs(actual / exact - 365.25 / 360) < 0.001)
    #expect(abs(try preferred("act/365f") / actual - 360.0 / 365) < 1e-6)
  }
}

extension String {
  /// The text from the first place of a mark to that of another after it.
  fileprivate func components(from start: String, to end: String) -> String {
    guard let first = range(of: start), let last = self[first.upperBound...].range(of: end) else { return "" }
    return String(self[first.lowerBound..<last.lowerBound])
  }

  private func range(of text: String) -> Range<Index>? { self[...].range(of: text) }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
