// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The fund without chance, against `Scenarios/by-hand/README.md`; money in 万元, compared to the fen.
@Suite struct ByHandTests {
  /// The run folder, written anew by every test.
  private func folder() async throws -> Workspace {
    let place = try Workspace()
    try await place.run("by-hand")
    return place
  }

  /// Calls, distributions and the manager's part by quarter.
  static let calls: [Double] = [8050] + Array(repeating: 50, count: 19) + [0, 0, 0, 0]
  static let distributions: [Int: Double] = [12: 2000, 16: 6000, 20: 3400]
  /// Gross value of the companies and gain so far less accrued carry: what investors would get on the day.
  static let values: [Int: Double] = [0: 11_210, 11: 11_320, 12: 9330, 15: 9360, 16: 3370, 19: 3400, 20: 0, 23: 0]

  private func expectSame(_ found: [Double], _ wanted: [Double], _ name: String) {
    #expect(found.count == wanted.count, "\(name)")
    for (quarter, pair) in zip(found, wanted).enumerated() {
      #expect((pair.0 * 100).rounded() == (pair.1 * 1_000_000).rounded(), "\(name), quarter \(quarter)")
    }
  }

  @Test("cash by quarter", arguments: [("city", 1.0), ("city/city_fiscal", 0.4), ("city/social_capital", 0.6)])
  func quarters(entity: String, part: Double) async throws {
    let place = try await folder()
    let table = Table(try place.text("out/periods.csv"))
    var (paid, received) = (0.0, 0.0)
    var wanted: [String: [Double]] = [:]
    for quarter in 0..<24 {
      let (call, distribution) = (Self.calls[quarter] * part, (Self.distributions[quarter] ?? 0) * part)
      paid += call
      received += distribution
      wanted["paid_in", default: []].append(paid)
      wanted["distributed", default: []].append(received)
      wanted["net_cash_flow", default: []].append(distribution - call)
      wanted["cumulative_net_cash_flow", default: []].append(received - paid)
    }
    for (metric, numbers) in wanted {
      for column in ["mean", "p05", "p50", "p95"] {
        expectSame(table.numbers(column, ["entity": entity, "metric": metric]), numbers, "\(metric) \(column)")
      }
    }
    let value = table.numbers("mean", ["entity": entity, "metric": "nav"])
    for (quarter, wanted) in Self.values { expectSame([value[quarter]], [wanted * part], "nav of quarter \(quarter)") }
  }

  @Test("headline results", arguments: [("city", 1.0), ("city/city_fiscal", 0.4), ("city/social_capital", 0.6)])
  func summary(entity: String, part: Double) async throws {
    let place = try await folder()
    let table = Table(try place.text("out/summary.csv"))
    func number(_ metric: String, _ column: String = "mean") throws -> Double {
      try #require(table.numbers(column, ["entity": entity, "metric": metric]).first)
    }
    let money = [
      ("paid_in", 9000.0), ("distributed", 11_400), ("nav", 0), ("npv", 2400), ("j_curve_depth", -8600),
      ("management_fee", 1000), ("carried_interest", 600),
    ]
    for (metric, value) in money { expectSame([try number(metric)], [value * part], metric) }
    for metric in ["tvpi", "dpi", "ks_pme"] { #expect(try number(metric).isNear(11_400.0 / 9000, 1e-14), "\(metric)") }
    for (metric, value) in [("moic", 1.5), ("loss_ratio", 0.25), ("years_to_payback", 5), ("p_loss", 0), ("rvpi", 0)] {
      #expect(try number(metric) == value, "\(metric)")
    }
    for metric in ["irr", "direct_alpha"] {
      let rate = try number(metric)
      #expect(rate.isNear(0.06303, 5e-6) && presentValue(rate).isNear(0, 1e-6), "\(metric)")
    }
    for metric in ["tvpi", "irr", "npv"] { #expect(try number(metric, "sd") == 0) }
  }

  /// The investors' flows at a yearly rate, 万元.
  private func presentValue(_ rate: Double) -> Double {
    let factor = pow(1 + rate, -0.25)
    return (0..<24).reduce(0) { sum, quarter in
      sum + ((Self.distributions[quarter] ?? 0) - Self.calls[quarter]) * pow(factor, Double(quarter))
    }
  }

  @Test("every account to the fen")
  func ledger() async throws {
    let place = try await folder()
    let table = Table(try place.text("out/ledger.csv"))
    let wanted = [
      "companies/city investment": 8000, "manager/city management_fee": 1000,
      "general_partner/city carried_interest": 600, "fund/city realisation": 12_000,
      "investor/city/treasury distribution": 4560, "investor/city/social distribution": 6840,
      "investor/city/treasury appropriation": 3600,
      "investor/city/social appropriation": 5400, "treasury/city/general_budget receipt": 4560,
      "capital/own_funds receipt": 6840,
    ]
    var found: [String: Int] = ["fund/city capital_call": 0]
    for row in table.rows {
      let total = try #require(row["total_fen"].flatMap(Int.init))
      // Two replicates, both the same; 10,000 yuan are 1,000,000 fen.
      #expect(total % 2_000_000 == 0 && row["imbalance_fen"] == "0")
      if total != 0 { found["\(row["to"] ?? "") \(row["kind"] ?? "")", default: 0] += total / 2_000_000 }
    }
    #expect(found == wanted.merging(["fund/city capital_call": 9000]) { $1 })
  }
}
