// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

@Suite struct SimpleMeasureTests {
  @Test(
    "known present values",
    arguments: [
      ([-40_000.0, 5000, 8000, 12_000, 30_000], 0.08, 0, 3065.222668179, 1e-8),
      ([-40_000.0, 5000, 8000, 12_000, 30_000], 0.08, 1, 2838.169137203, 1e-8),
      ([-15_000.0, 1500, 2500, 3500, 4500, 6000], 0.05, 0, 122.89, 1.3),
    ])
  func presentValue(flows: [Double], rate: Double, first: Int, expected: Double, tolerance: Double) {
    let value = netPresentValue(flows.span, rate: rate, firstPeriod: first)
    #expect(abs(value - expected) < tolerance)
  }

  @Test func multiples() {
    let multiples = Multiples(paidIn: 30, distributed: 45, netAssetValue: 15)
    #expect(multiples.dpi == 1.5 && multiples.rvpi == 0.5 && multiples.tvpi == 2)
    let unborn = Multiples(paidIn: 0, distributed: 0)
    #expect(unborn.dpi == nil && unborn.rvpi == nil && unborn.tvpi == nil)
  }

  @Test func tally() {
    var tally = InvestmentTally()
    #expect(tally.moic == nil && tally.lossRateByCost == nil && tally.capitalLossRatio == nil)
    tally.add(cost: 20, value: 0)
    tally.add(cost: 30, value: 15)
    tally.add(cost: 50, value: 135)
    #expect(tally.moic == 1.5)
    #expect(tally.lossRateByCount == 2.0 / 3)
    #expect(tally.lossRateByCost == 0.5)
    #expect(tally.capitalLossRatio == 0.35)
  }

  @Test(
    "J-curves by hand",
    arguments: [
      ([-10.0, -5, 3, 20, -1], -15, 3), ([-10.0, 12, -4, 5], -10, 3), ([0.0, 0], 0, 0), ([-1.0, 0.5], -1, nil),
      ([5.0, -5], 0, 0), ([], 0, 0),
    ] as [([Double], Double, Int?)])
  func curve(flows: [Double], depth: Double, length: Int?) {
    let curve = JCurve(flows.span)
    #expect(curve.depth == depth && curve.length == length)
  }

  static func payback(_ contributions: [Double], _ distributions: [Double]) -> (quarter: Int?, years: Double?) {
    (
      paybackQuarter(contributions: contributions.span, distributions: distributions.span),
      yearsToPayback(contributions: contributions.span, distributions: distributions.span)
    )
  }

  @Test func payback() {
    let none = [Double](repeating: 0, count: 6)
    let contributions = [0.0, 10, 10, 0, 5, 0]
    let found = Self.payback(contributions, [0.0, 0, 4, 15, 0, 20])
    #expect(found.quarter == 5 && found.years == 1)
    #expect(Self.payback(contributions, none).years == nil)
    #expect(Self.payback(none, none).quarter == nil && Self.payback(none, none).years == nil)
  }

  /// Paid in and returned in pieces: sums of yuan miss the last of them in 0.1 + 0.2 against 0.3.
  @Test func paybackToTheFen() {
    let (contributions, distributions): ([Int64], [Int64]) = ([10, 20, 0, 0], [0, 0, 0, 30])
    #expect(yearsToPayback(contributions: contributions.span, distributions: distributions.span) == 0.75)
    #expect(Self.payback([0.1, 0.2, 0, 0], [0, 0, 0, 0.3]).years == nil)
    let short: [Int64] = [0, 0, 0, 29]
    #expect(yearsToPayback(contributions: contributions.span, distributions: short.span) == nil)
  }

  static func modified(_ flows: [Double], _ financing: Double, _ reinvestment: Double) -> Double? {
    modifiedInternalRate(flows.span, financing: financing, reinvestment: reinvestment)
  }

  @Test func modifiedRate() throws {
    // INSEAD 2019: 21 %.
    #expect(abs(try #require(Self.modified([-12, -10, -4, 40, 0, 15, 5], 0.07, 0.12)) - 0.21) < 1e-3)
    // Both rates equal to the internal rate give it back.
    #expect(abs(try #require(Self.modified([-100, 0, 121], 0.1, 0.1)) - 0.1) < 1e-14)
    #expect(Self.modified([-1, 0], 0, 0) == -1)
    #expect(Self.modified([1, 0], 0, 0) == nil)
  }
}
