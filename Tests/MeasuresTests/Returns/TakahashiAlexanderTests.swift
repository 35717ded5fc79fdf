// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

@Suite struct TakahashiAlexanderTests {
  static let venture = TakahashiAlexander(contributionRates: [0.25, 0.333, 0.5], life: 12, bow: 2.5, growth: 0.13)

  /// Methods page, section 1: contribution, distribution, value in years 1 to 12 per 100 committed.
  static let table: [(Double, Double, Double)] = [
    (25, 0, 25), (24.975, 0.3204, 52.9046), (25.0125, 1.8682, 82.9265), (12.5063, 6.0113, 100.2019),
    (6.2531, 12.6890, 106.7923), (3.1266, 21.3326, 102.4693), (1.5633, 30.0929, 87.2607), (0.7816, 35.7824, 63.6039),
    (0.3908, 35.0119, 37.2513), (0.1954, 26.6850, 15.6044), (0.0977, 14.1858, 3.5449), (0.0489, 4.0057, 0.0489),
  ]

  @Test func workedTable() {
    let years = Self.venture.schedule(commitment: 100)
    #expect(years.count == 12)
    for (year, expected) in zip(years, Self.table) {
      #expect(abs(year.contribution - expected.0) < 6e-5)
      #expect(abs(year.distribution - expected.1) < 6e-5)
      #expect(abs(year.netAssetValue - expected.2) < 6e-5)
    }
    #expect(abs(years.map(\.distribution).reduce(0, +) - 187.9851) < 1e-4)
    #expect(abs(years.map(\.contribution).reduce(0, +) - 99.9511) < 1e-4)
    #expect(abs(years.map(\.netAssetValue).reduce(0, +) - 677.6) < 0.05)
    #expect(years[11].netAssetValue == years[11].contribution)
    let (calls, payouts) = (years.map(\.contribution), years.map(\.distribution))
    let payback = paybackQuarter(contributions: calls.span, distributions: payouts.span)
    #expect(payback == 7)
  }

  @Test("published vector 2: jzhang1223/CBA, FundModelTest test_2_1")
  func lastCallYear() {
    let law = TakahashiAlexander(
      contributionRates: [0.25, 1.0 / 3, 0.5], life: 12, bow: 2.5, growth: 0.13, lastCallYear: 8)
    let expected = [
      0, 11212.65, 65417.73, 210433.45, 444156.04, 746685.24, 1053297.05, 1252423.86, 1225447.34, 924200.61, 485155.42,
      133219.26,
    ]
    let years = law.schedule(commitment: 3_500_000)
    for (year, distribution) in zip(years, expected) { #expect(abs(year.distribution - distribution) < 0.02) }
    #expect(abs(years[11].netAssetValue) < 1e-9)
  }

  static func random(_ random: inout FlowRandom) -> TakahashiAlexander {
    let life = 2 + random.below(18)
    return TakahashiAlexander(
      contributionRates: (0...random.below(4)).map { _ in random.uniform(0.05, 1) }, life: life,
      bow: random.uniform(0.3, 6), growth: random.uniform(-0.1, 0.4), yield: random.uniform(0, 0.2),
      lastCallYear: random.below(2) == 0 ? nil : 1 + random.below(life))
  }

  static func flows(_ periods: [PacingPeriod]) -> [Double] {
    var flows = periods.map { $0.distribution - $0.contribution }
    flows[flows.count - 1] += periods[periods.count - 1].netAssetValue
    return flows
  }

  @Test("the internal rate is the growth, for 1,000 random laws")
  func internalRate() throws {
    var random = FlowRandom(seed: 41)
    var yearly = InternalRateSolver(periodsPerYear: 1)
    var quarterly = InternalRateSolver()
    for _ in 0..<1000 {
      let law = Self.random(&random)
      let year = yearly.solve(Self.flows(law.schedule(commitment: 100)))
      #expect(abs(try #require(year.rate) - law.growth) < 1e-9, "\(law)")
      let quarter = quarterly.solve(Self.flows(law.quarterlySchedule(commitment: 100))).compounded(over: 4)
      #expect(abs(try #require(quarter.rate) - law.growth) < 1e-9, "\(law)")
    }
  }

  @Test func callsNeverExceedTheCommitment() {
    var random = FlowRandom(seed: 42)
    for _ in 0..<1000 {
      let law = Self.random(&random)
      for periods in [law.schedule(commitment: 100), law.quarterlySchedule(commitment: 100)] {
        #expect(periods.allSatisfy { $0.contribution >= 0 && $0.distribution >= 0 && $0.netAssetValue >= -1e-12 })
        #expect(periods.map(\.contribution).reduce(0, +) <= 100 * (1 + 1e-15))
      }
    }
  }

  @Test(
    "a yearly rate by quarter",
    arguments: [(0.4, 0.11989), (0.5, 0.15910), (0.0, 0.0), (1.0, 1.0)])
  func quarterlyRate(yearly: Double, quarterly: Double) {
    #expect(abs(TakahashiAlexander.quarterlyRate(yearly) - quarterly) < 5e-6)
  }

  @Test func aYearOfQuartersCallsWhatTheYearCalls() {
    let years = Self.venture.schedule(commitment: 100)
    let quarters = Self.venture.quarterlySchedule(commitment: 100)
    #expect(quarters.count == 48)
    for (position, year) in years.enumerated() {
      let called = quarters[(4 * position)..<(4 * position + 4)].map(\.contribution).reduce(0, +)
      #expect(abs(called - year.contribution) < 1e-12)
    }
  }
}
