// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import NumericalCore
import Testing

@Suite("Summaries of samples") struct SummaryTests {
  static func sample(_ count: Int, seed: UInt64 = 30) -> [Double] {
    var stream = Stream(seed: seed)
    return (0..<count).map { _ in Elementary.exp(NormalQuantile.shared(stream.uniform())) }
  }

  @Test("running moments agree with GSL and merge")
  func moments() {
    let sample = Self.sample(1000)
    var whole = RunningMoments()
    for x in sample { whole.add(x) }
    #expect(relativeError(whole.mean, gsl_stats_mean(sample, 1, 1000)) < 1e-13)
    #expect(relativeError(whole.variance, gsl_stats_variance(sample, 1, 1000)) < 1e-12)
    #expect(relativeError(whole.standardError, (whole.variance / 1000).squareRoot()) < 1e-15)
    for cut in [0, 1, 300, 1000] {
      var left = RunningMoments()
      var right = RunningMoments()
      for (index, x) in sample.enumerated() { if index < cut { left.add(x) } else { right.add(x) } }
      left.merge(right)
      #expect(left.count == 1000 && relativeError(left.mean, whole.mean) < 1e-13)
      #expect(relativeError(left.variance, whole.variance) < 1e-12)
    }
    #expect(RunningMoments().variance.isNaN && RunningMoments().mean == 0)
  }

  @Test("paired moments agree with GSL and merge")
  func paired() {
    let first = Self.sample(500)
    let second = zip(first, Self.sample(500, seed: 31)).map { $0 + 2 * $1 }
    var parts = [PairedMoments(), PairedMoments()]
    for (index, pair) in zip(first, second).enumerated() { parts[index < 123 ? 0 : 1].add(pair.0, pair.1) }
    parts[0].merge(parts[1])
    #expect(relativeError(parts[0].covariance, gsl_stats_covariance(first, 1, second, 1, 500)) < 1e-12)
    #expect(relativeError(parts[0].correlation, gsl_stats_correlation(first, 1, second, 1, 500)) < 1e-12)
  }

  @Test("type-7 quantiles agree with GSL")
  func quantiles() {
    let sample = Self.sample(101).sorted()
    for p in [0, 0.013, 0.25, 0.5, 0.777, 1] {
      let expected = gsl_stats_quantile_from_sorted_data(sample, 1, 101, p)
      #expect(relativeError(Quantiles.type7(sorted: sample, probability: p), expected) < 1e-14)
    }
    #expect(Quantiles.type7(sorted: [4], probability: 0.3) == 4)
  }

  @Test("distribution-free limits have the published ranks")
  func ranks() {
    #expect(Quantiles.limits(count: 1000, probability: 0.05, confidence: 0.95) == RankLimits(lower: 37, upper: 65))
    #expect(Quantiles.limits(count: 10_000, probability: 0.05, confidence: 0.95) == RankLimits(lower: 458, upper: 544))
    #expect(Quantiles.limits(count: 10_000, probability: 0.01, confidence: 0.95) == RankLimits(lower: 81, upper: 121))
    // The mirror image of 37...65.
    #expect(Quantiles.limits(count: 1000, probability: 0.95, confidence: 0.95) == RankLimits(lower: 936, upper: 964))
    #expect(Quantiles.limits(count: 10, probability: 0.01, confidence: 0.95) == RankLimits(lower: nil, upper: 2))
    #expect(Quantiles.limits(count: 1, probability: 0.5, confidence: 0.95) == RankLimits(lower: nil, upper: nil))
    #expect(Quantiles.limits(count: 9, probability: 0, confidence: 0.95) == RankLimits(lower: nil, upper: 1))
    #expect(Quantiles.limits(count: 9, probability: 1, confidence: 0.95) == RankLimits(lower: 9, upper: nil))
    #expect(RankLimits(lower: 2, upper: nil).values(in: [1, 2, 3]) == 2...(.infinity))
  }

  @Test("exact and approximate ranks meet", arguments: [0.0001, 0.05, 0.5, 0.99])
  func largeCounts(probability: Double) throws {
    let exact = Quantiles.limits(count: 1_000_000, probability: probability, confidence: 0.95)
    let near = Quantiles.limits(count: 1_000_001, probability: probability, confidence: 0.95)
    #expect(abs(try #require(exact.lower) - (try #require(near.lower))) <= 1)
    #expect(abs(try #require(exact.upper) - (try #require(near.upper))) <= 1)
  }

  @Test("Wilson's limits, worked by hand")
  func wilson() {
    let none = WilsonInterval(successes: 0, count: 10, confidence: 0.95)
    // z²/(n + z²) with z² = 3.8414588.
    #expect(none.lower == 0 && abs(none.upper - 3.841458820694124 / 13.841458820694124) < 1e-14)
    let some = WilsonInterval(successes: 15, count: 100, confidence: 0.95)
    #expect(abs(some.lower - 0.0931) < 5e-5 && abs(some.upper - 0.2328) < 5e-5)
    let all = WilsonInterval(successes: 10, count: 10, confidence: 0.95)
    #expect(all.upper == 1 && abs(all.lower - (1 - none.upper)) < 1e-15)
  }

  @Test("value at risk and expected shortfall of a small sample, by hand")
  func shortfallByHand() {
    let sample: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    #expect(ValueAtRisk.expectedShortfall(sample, level: 0.2).value == 1.5)
    #expect(abs(ValueAtRisk.expectedShortfall(sample, level: 0.25).value - (1 + 2 + 1.5) / 2.5) < 1e-15)
    #expect(abs(ValueAtRisk.expectedShortfall(sample, level: 1).value - 5.5) < 1e-15)
    #expect(ValueAtRisk.expectedShortfall(sample, level: 0.05).value == 1)
    #expect(ValueAtRisk.expectedShortfall([3], level: 0.5).standardError.isNaN)
    // One number of the worst share, or a part of one, does not vary.
    #expect(ValueAtRisk.expectedShortfall(sample, level: 0.05).standardError.isNaN)
    #expect(ValueAtRisk.expectedShortfall(sample, level: 0.19).standardError.isNaN)
    // q = 3 and the distances 2, 1, 0, …: variance (5 − 9/10)/9.
    let error = (4.1 / 9 / 10).squareRoot() / 0.2
    #expect(abs(ValueAtRisk.expectedShortfall(sample, level: 0.2).standardError - error) < 1e-15)
    #expect(ValueAtRisk.value(sample, level: 0.5).value == 5.5)
  }

  @Test("risk measures of the normal and the lognormal distribution, known answers")
  func riskKnownAnswers() {
    // An equidistant sample of quantiles has the population's measures up to the step.
    let count = 200_000
    let normal = (0..<count).map { NormalQuantile.shared.quantile(probability: (Double($0) + 0.5) / Double(count)) }
    for (level, value, shortfall) in [
      (0.05, 1.6448536269514722, 2.0627128075074257), (0.01, 2.3263478740408408, 2.665214220345808),
      (0.025, 1.959963984540054, 2.3378028),
    ] {
      #expect(abs(ValueAtRisk.value(normal, level: level).value + value) < 2e-4)
      #expect(abs(ValueAtRisk.expectedShortfall(normal, level: level).value + shortfall) < 2e-4)
    }
    let logNormal = normal.map { Elementary.exp($0) }
    #expect(abs(ValueAtRisk.value(logNormal, level: 0.05).value - 0.19304081669873652) < 1e-5)
    #expect(abs(ValueAtRisk.expectedShortfall(logNormal, level: 0.05).value - 0.13474382521633055) < 1e-5)
  }

  /// Each of the 200 limits misses with a probability of 5 %; fewer than 180 hits have a probability of 2e-3, the seed is fixed.
  @Test("standard errors cover at their rate")
  func coverage() {
    var hits = (value: 0, shortfall: 0)
    for seed in UInt64(100)..<300 {
      var stream = Stream(seed: seed)
      let sample = (0..<1000).map { _ in NormalQuantile.shared(stream.uniform()) }.sorted()
      let value = ValueAtRisk.value(sample, level: 0.1)
      let shortfall = ValueAtRisk.expectedShortfall(sample, level: 0.1)
      if value.normalLimits(confidence: 0.95)?.contains(-1.2815515655446004) == true { hits.value += 1 }
      if shortfall.normalLimits(confidence: 0.95)?.contains(-1.7549833193248681) == true { hits.shortfall += 1 }
    }
    #expect(hits.value >= 180 && hits.shortfall >= 180)
  }
}
