// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// The right to be bought out: when it is looked at, when it is called, what it leaves.
@Suite struct RedemptionTests {
  private static let stalls = "sojourn_mean: 3 years, outcomes: {stalled: 100 %}"

  private static func design(_ law: String, after: String, onlyStalled: Bool) throws -> ResolvedDesign {
    let portfolio =
      "{kind: companies, period: 5 years, streams: [any], tickets_per_year: [8], tickets: {seed: {ticket: 2000 万元}}, "
      + "mandate: {early_minimum: 0 %, small_minimum: 0 %, hard_tech_minimum: 0 %, local_minimum: 0 %}, "
      + "concentration_limit: 20 %, redemption: {after: \(after), only_stalled: \(onlyStalled)}}"
    return try ScenarioWorkshop.written(SmallFund.text(law: law, fund: ["portfolio": portfolio]))
  }

  private static func stalled(pays: String, decay: String = "15 %") -> String {
    ", stalled: {sojourn_mean: 2 years, sojourn_shape: 2, value_decay: \(decay), outcomes: {transferred: 100 %}}, "
      + "buy_back: {rate: 8 %, recovery_probability: \(pays), recovery_loading: 0 %, delay: 0 years}"
  }

  /// What happened to each company, by kind, with its time.
  private static func told(_ design: ResolvedDesign, _ replicate: UInt32) -> [Int: [Journal.Happening: Journal.Entry]] {
    var told: [Int: [Journal.Happening: Journal.Entry]] = [:]
    for entry in KernelProbe.journal(design, replicate: replicate) where entry.company >= 0 {
      if told[entry.company]?[entry.happening] == nil { told[entry.company, default: [:]][entry.happening] = entry }
    }
    return told
  }

  /// Tickets are bought on the first day of a quarter, so rights fall due in the middle of one.
  @Test("a right is called exactly where its date comes before the company's failure, also within a quarter")
  func order() throws {
    let law = SmallFund.staged(
      seed: "sojourn_mean: 2 years, outcomes: {failed: 100 %}", more: Self.stalled(pays: "100 %"))
    let design = try Self.design(law, after: "25 months", onlyStalled: false)
    var sameQuarter = 0
    for replicate in 0..<100 {
      for (_, entries) in Self.told(design, UInt32(replicate)) {
        guard let bought = entries[.investment], let failed = entries[.failed] else { continue }
        let date = bought.time + 25.0 / 12
        #expect((entries[.redeemed] != nil) == (date < failed.time))
        #expect(entries[.redeemed].map { abs($0.time - date) < 1e-9 } ?? true)
        if Int(date * 4) == failed.quarter { sameQuarter += 1 }
      }
    }
    #expect(sameQuarter > 100)
  }

  @Test("a right on stalled companies whose date has passed is called on the day the company stalls")
  func waits() throws {
    let law = SmallFund.staged(seed: Self.stalls, more: Self.stalled(pays: "100 %"))
    let design = try Self.design(law, after: "1 month", onlyStalled: true)
    var called = 0
    for (_, entries) in Self.told(design, 0) {
      guard let bought = entries[.investment], let stalled = entries[.stalled] else { continue }
      let date = max(stalled.time, bought.time + 1.0 / 12)
      if date >= 10 || entries[.transferred].map({ $0.time < date }) ?? false { continue }
      let redeemed = try #require(entries[.redeemed])
      #expect(abs(redeemed.time - date) < 1e-9)
      // Principal and 8 % a year, in the quarter of the call.
      let payment = try #require(entries[.payment])
      #expect(payment.quarter == redeemed.quarter)
      #expect(abs(Double(payment.amount) - 2e9 * (1 + 0.08 * (redeemed.time - bought.time))) <= 1)
      called += 1
    }
    #expect(called > 30)
  }

  @Test("a right is left alone while the shares are worth more, and looked at again every year")
  func value() throws {
    // Worth five times cost from the first round on: 8 % a year takes 50 years to get there.
    let rises = SmallFund.staged(
      seed: "sojourn_mean: 0.1 years, outcomes: {graduates: 100 %}, step_up: {median: 5, sigma: 0}",
      more: Self.stalled(pays: "100 %"),
      stages: ", a: {sojourn_mean: 6 years, outcomes: {acquired: 100 %}, acquisition: {median: 1, sigma: 0}}")
    let rich = try Self.design(rises, after: "2 years", onlyStalled: false)
    #expect(Self.told(rich, 0).allSatisfy { $0.value[.redeemed] == nil && $0.value[.redemptionUnpaid] == nil })
    // 1.5 times cost, stalled soon after, losing 15 % a year: from the first anniversary on the claim is worth more.
    let falls = SmallFund.staged(
      seed: "sojourn_mean: 0.02 years, outcomes: {graduates: 100 %}, step_up: {median: 1.5, sigma: 0}",
      more: Self.stalled(pays: "100 %").replacing("sojourn_mean: 2 years", with: "sojourn_mean: 15 years"),
      stages: ", a: {sojourn_mean: 0.02 years, outcomes: {stalled: 100 %}}")
    let again = try Self.design(falls, after: "1 year", onlyStalled: true)
    let dates = Self.told(again, 0).values.compactMap { entries -> Double? in
      guard let bought = entries[.investment], let redeemed = entries[.redeemed] else { return nil }
      return redeemed.time - bought.time
    }
    // After a year 1.28 against 1.08, after two 1.08 against 1.16; the stay in both stages moves it little.
    #expect(dates.count > 30 && dates.allSatisfy { abs($0 - 2) < 1e-9 })
  }

  @Test("a holder who is not paid keeps its shares, asks once, and is paid by a later event")
  func unpaid() throws {
    let law = SmallFund.staged(seed: Self.stalls, more: Self.stalled(pays: "0 %", decay: "0 %"))
    let design = try Self.design(law, after: "1 year", onlyStalled: true)
    var transfers = 0
    for (_, entries) in Self.told(design, 0) {
      guard entries[.redemptionUnpaid] != nil else { continue }
      #expect(entries[.redeemed] == nil)
      guard let transferred = entries[.transferred], transferred.time < 10 else { continue }
      let payment = try #require(entries[.payment])
      #expect(payment.quarter == transferred.quarter && payment.amount == 2_000_000_000)
      transfers += 1
    }
    #expect(transfers > 20)
    let asked = KernelProbe.journal(design, replicate: 0).count { $0.happening == .redemptionUnpaid }
    #expect(asked == Self.told(design, 0).count { $0.value[.redemptionUnpaid] != nil })
    #expect(try KernelProbe.isBalanced(design))
  }
}
