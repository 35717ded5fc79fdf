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

  @Test("headings and rows of the table are in the language that is asked for")
  func words() async throws {
    let files = ["Scenarios/examples/terms-deals.yaml", "Scenarios/examples/deal-flows.csv"]
    let english = try await CommandLineProgram.run(["waterfall"] + files + ["--language", "en"])
    let chinese = try await CommandLineProgram.run(["waterfall"] + files + ["--language", "zh"])
    let (first, last) = (english.output.split(separator: "\n"), chinese.output.split(separator: "\n"))
    #expect(first[0].contains("Catch-up, manager") && last[0].contains("追补·管理人"))
    #expect(first.last?.contains("total") == true && last.last?.contains("合计") == true)
    #expect(last.allSatisfy { !$0.contains("total") && !$0.contains("manager") })
    #expect(first.count == last.count)
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

  @Test("a catch-up that ends at a fixed gross amount")
  func fixedGross() async throws {
    let totals = try await totals(
      hurdle: "{rate: 8 %, compounding: simple}", catchUp: "50 %, catch_up_end: fixed_gross",
      ["2021-01-01,-1000000", "2022-01-01,1500000"])
    expect(totals, ["preferred": 80_000, "catch_up_manager": 20_000, "catch_up_investors": 20_000, "manager": 96_000])
  }

  @Test("first capital, then 20 % of the gain: the rule of 2011")
  func ruleOf2011() async throws {
    let totals = try await totals(
      hurdle: "null", catchUp: "0 %", ["2015-01-01,-1 亿元", "2020-01-01,6000 万元", "2022-01-01,9000 万元"])
    expect(totals, ["return_of_capital": 100_000_000, "manager": 10_000_000, "investors": 140_000_000])
  }

  // MARK: Deals, safeguards, classes

  /// The rows that `waterfall --json` prints.
  private func rows(_ terms: String, _ flows: String) async throws -> [[String: Any]] {
    let place = try Workspace()
    let finished = try await CommandLineProgram.run([
      "waterfall", place.write("guidefund: 1\nwaterfall: {\(terms)}\n", to: "terms.yaml"),
      place.write(flows, to: "flows.csv"), "--json", "--day-count", "30/360",
    ])
    #expect(finished.status == 0 && finished.errors.isEmpty, "\(finished.errors)")
    return try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]] ?? []
  }

  static let twoDeals = """
    date,amount,deal,write_off
    2025-01-01,-100 万元,a,
    2025-01-01,-100 万元,b,
    2028-01-01,300 万元,a,
    2028-01-01,50 万元,b,50 万元

    """
  static let usual = "hurdle: {rate: 8 %, compounding: annual}, catch_up: 100 %, carry: 20 %"

  @Test(
    "deal by deal: 40 of carried interest, of which 10 go back",
    arguments: [
      ("kind: european", ["manager": 300_000.0]), ("kind: american", ["manager": 400_000]),
      ("kind: american, clawback: {}", ["manager": 300_000, "clawback": 100_000, "manager_paid": 300_000]),
      ("kind: american, clawback: {tax_share: 80 %}", ["manager": 320_000, "clawback": 80_000]),
      (
        "kind: american, escrow: {share: 30 %, release: end}",
        ["manager": 300_000, "held": 120_000, "from_escrow": 100_000, "released": 20_000, "manager_paid": 300_000]
      ),
    ])
  func deals(kind: String, wanted: [String: Double]) async throws {
    let rows = try await rows("\(kind), \(Self.usual)", Self.twoDeals)
    let total = try #require(rows.last).compactMapValues { $0 as? Double }
    expect(total, wanted)
    #expect(rows.count == (wanted["manager_paid"] == nil && wanted["clawback"] == nil ? 5 : 6))
    #expect(rows[2]["deal"] as? String == "a")
  }

  @Test("each class pays by its own terms on its own share")
  func classes() async throws {
    let terms = """
      kind: european, \(Self.usual), classes: {general_partner: {carry: 0 %, catch_up: 0 %, hurdle: null},
      city_fiscal: {hurdle: {rate: 4 %, compounding: simple}, catch_up: 0 %, carry: 10 %}}
      """
    let rows = try await rows(
      terms,
      """
      date,amount,class
      2025-01-01,-5000 万元,social_capital
      2025-01-01,-4000 万元,city_fiscal
      2025-01-01,-1000 万元,general_partner
      2027-01-01,1.5 亿元,

      """)
    let totals = rows.filter { $0["date"] as? String == "total" }
    #expect(totals.map { $0["class"] as? String } == ["fund", "city_fiscal", "general_partner", "all"])
    #expect(totals.map { $0["manager"] as? Double } == [5_000_000, 1_680_000, 0, 6_680_000])
    #expect(totals.map { $0["investors"] as? Double } == [70_000_000, 58_320_000, 15_000_000, 143_320_000])
  }

  @Test("the shipped deals say what their page works out")
  func exampleOfDeals() async throws {
    let finished = try await CommandLineProgram.run([
      "waterfall", "Scenarios/examples/terms-deals.yaml", "Scenarios/examples/deal-flows.csv", "--json",
    ])
    let rows = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]] ?? []
    expect(
      try #require(rows.last).compactMapValues { $0 as? Double },
      ["manager": 300_000, "held": 120_000, "released": 20_000, "from_escrow": 100_000, "clawback": 0])
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
