// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The textbook cases of a European waterfall through `waterfall`, exact to the fen.
@Suite struct WaterfallTests {
  /// The totals that `waterfall --json` prints, yuan.
  private func totals(
    hurdle: String, catchUp: String = "100 %", _ flows: [String], _ options: [String] = []
  ) async throws -> [String: Double] {
    let place = try Workspace()
    let terms = "guidefund: 1\nwaterfall: {kind: european, hurdle: \(hurdle), catch_up: \(catchUp), carry: 20 %}\n"
    let lines = "date,amount\n" + flows.map { $0 + "\n" }.joined()
    let finished = try await CommandLineProgram.run(
      ["waterfall", place.write(terms, to: "terms.yaml"), place.write(lines, to: "flows.csv"), "--json"] + options)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    let rows = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]] ?? []
    #expect(rows.count == flows.count + 1)
    return try #require(rows.last { $0["date"] as? String == "total" }).compactMapValues { $0 as? Double }
  }

  /// Checks amounts by name, and that nothing is lost.
  private func expect(_ totals: [String: Double], _ wanted: [String: Double], within error: Double = 0) {
    for (name, value) in wanted { #expect(totals[name]?.isNear(value, error) == true, "\(name): \(totals)") }
    let shared = (totals["investors"] ?? 0) + (totals["manager"] ?? 0)
    #expect(shared.isNear(totals["distribution"] ?? -1, 1e-6))
  }

  @Test(
    "one deal over one year",
    arguments: [
      ("{rate: 8 %, compounding: simple}", 1_000_000, 1_500_000, 1_400_000, 100_000),
      ("{rate: 8 %, compounding: simple}", 10_000_000, 100_000_000, 82_000_000, 18_000_000),
      ("{rate: 8 %, compounding: simple}", 1_000_000, 1_090_000, 1_080_000, 10_000),
      ("null", 1_000_000, 1_500_000, 1_400_000, 100_000),
    ])
  func deal(hurdle: String, cost: Int, proceeds: Int, investors: Double, manager: Double) async throws {
    let totals = try await totals(hurdle: hurdle, ["2021-01-01,-\(cost)", "2022-01-01,\(proceeds)"])
    expect(totals, ["investors": investors, "manager": manager])
  }

  @Test("100 called, 250 back after five years at 8 % compound", arguments: ["annual", "quarterly"])
  func fiveYears(compounding: String) async throws {
    let totals = try await totals(
      hurdle: "{rate: 8 %, compounding: \(compounding)}", ["2025-01-01,-100 万元", "2030-01-01,250 万元"],
      ["--day-count", "30/360"])
    expect(totals, ["return_of_capital": 1_000_000, "investors": 2_200_000, "manager": 300_000])
    let tiers = [
      "preferred": 469_328, "catch_up_manager": 117_332, "split_investors": 730_672, "split_manager": 182_668.0,
    ]
    expect(totals, tiers, within: 0.5)
  }

  @Test("half a catch-up goes on to parity")
  func partialCatchUp() async throws {
    let totals = try await totals(
      hurdle: "{rate: 8 %, compounding: simple}", catchUp: "50 %", ["2021-01-01,-1000000", "2022-01-01,1500000"])
    expect(totals, ["preferred": 80_000, "manager": 100_000])
    expect(totals, ["catch_up_manager": 26_667, "catch_up_investors": 26_667], within: 1)
  }

  @Test("two deals are one fund")
  func wholeFund() async throws {
    let totals = try await totals(
      hurdle: "{rate: 8 %, compounding: annual}",
      ["2025-01-01,-100 万元", "2025-01-01,-100 万元", "2028-01-01,300 万元", "2028-01-01,50 万元"],
      ["--day-count", "30/360"])
    expect(totals, ["manager": 300_000, "investors": 3_200_000])
    expect(totals, ["preferred": 519_424, "catch_up_manager": 129_856], within: 0.5)
  }

  @Test("the shipped example says what its page works out")
  func example() async throws {
    let finished = try await CommandLineProgram.run(
      ["waterfall", "Scenarios/examples/terms.yaml", "Scenarios/examples/fund-flows.csv"])
    let last = try #require(finished.output.split(separator: "\n").last)
    let amounts = last.split(separator: " ").dropFirst().compactMap { Double($0) }
    #expect(amounts == [1_000_000, 1_500_000, 1_000_000, 120_000, 0, 30_000, 280_000, 70_000, 1_400_000, 100_000])
  }
}
