// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

@Suite("Ratios and comparisons") struct ComparisonTests {
  static func ratio(_ pairs: [(Double, Double)]) -> RatioEstimate {
    var moments = PairedMoments()
    for (x, y) in pairs { moments.add(x, y) }
    return RatioEstimate(moments)
  }

  @Test("a ratio with its error, worked by hand")
  func ratioByHand() {
    let ratio = Self.ratio([(2, 1), (3, 2), (7, 3)])
    #expect(ratio.value == 2)
    // x − 2y = 0, −1, 1: variance 1; error √(1/3)/2.
    #expect(relativeError(ratio.standardError, (1.0 / 3).squareRoot() / 2) < 1e-14)
  }

  @Test("Fieller's limits, worked by hand, and none where the denominator may be zero")
  func fieller() throws {
    let ratio = Self.ratio([(2, 1), (3, 2), (7, 3)])
    // Variances 7 and 1, covariance 5/2; t² for 2 degrees and 50 % is 2/3: 34 R² − 134 R + 130 = 0.
    let limits = try #require(ratio.fiellerLimits(confidence: 0.5))
    #expect(abs(limits.lowerBound - (67 - 69.0.squareRoot()) / 34) < 1e-12)
    #expect(abs(limits.upperBound - (67 + 69.0.squareRoot()) / 34) < 1e-12)
    #expect(ratio.fiellerLimits(confidence: 0.95) == nil, "t² · 1/3 is above 4")
    #expect(Self.ratio([(1, 1)]).fiellerLimits(confidence: 0.95) == nil)
  }

  @Test("an exact proportion has no error")
  func proportion() {
    let ratio = Self.ratio([(2, 1), (4, 2), (6, 3), (10, 5), (2.5, 1.25)])
    #expect(ratio.value == 2 && ratio.standardError < 1e-8)
  }

  @Test("one pair has no error")
  func single() {
    #expect(Self.ratio([(1, 1)]).standardError.isNaN)
  }

  @Test("a paired comparison, worked by hand")
  func pairedByHand() throws {
    var comparison = PairedDifference()
    for (a, b) in [(3.0, 1.0), (5, 4), (2, 2), (6, 7)] { comparison.add(a, b) }
    #expect(comparison.estimate.value == 0.5 && comparison.wins == 2 && comparison.ties == 1)
    #expect(comparison.probabilityOfBeingBetter == 0.625)
    // Differences 2, 1, 0, −1: variance 5/3, error √(5/12); t for 3 degrees and 95 % is 3.182446305284264.
    let margin = 3.182446305284264 * (5.0 / 12).squareRoot()
    let limits = try #require(comparison.studentLimits(confidence: 0.95))
    #expect(abs(limits.upperBound - (0.5 + margin)) < 1e-11 && abs(limits.lowerBound - (0.5 - margin)) < 1e-11)
    // Var A = 10/3, Var B = 7.
    #expect(relativeError(comparison.varianceReduction, (10.0 / 3 + 7) / (5.0 / 3)) < 1e-14)
  }

  @Test(
    "what differs by rounding only is a tie",
    arguments: [
      (1, 1 + 1e-12, true), (-3e8, -3e8 * (1 + 1e-10), true), (0, 0, true), (1, 1 + 1e-8, false), (0, 1e-300, false),
      (-1, 1, false),
    ] as [(Double, Double, Bool)])
  func rounding(one: Double, other: Double, isTie: Bool) {
    var forward = PairedDifference()
    forward.add(one, other)
    var backward = PairedDifference()
    backward.add(other, one)
    #expect(forward.ties == (isTie ? 1 : 0) && backward.ties == forward.ties)
    #expect(forward.wins + backward.wins == (isTie ? 0 : 1))
    #expect(forward.probabilityOfBeingBetter == (isTie ? 0.5 : one > other ? 1 : 0))
  }

  @Test("a failure speaks both languages, with its replicate")
  func failures() {
    let failures: [NumericalFailure?] =
      [
        #expect(throws: NumericalFailure.self) { try Exponential(mean: -1) },
        #expect(throws: NumericalFailure.self) { try CorrelatedFactors(correlation: [[1, 0.9], [0.8, 1]]) },
        #expect(throws: NumericalFailure.self) { try CorrelatedFactors(correlation: [[1, 1], [1, 1]]) },
        #expect(throws: NumericalFailure.self) {
          try Buckets(bounds: [2, 1], shares: [1, 0, 0], tailExponent: 1, maximum: 9)
        },
      ] + (1...32).map { NumericalFailure(routine: "gsl", status: $0, context: .init("x", "甲")) }
    for case let failure? in failures {
      #expect(failure.chineseDescription != failure.description && failure.chineseDescription.contains(failure.routine))
      let located = failure.located(in: 17)
      #expect(located.description.hasPrefix("replicate 17: ") && located.chineseDescription.hasPrefix("模拟序号 17："))
    }
    #expect(failures.count { $0 == nil } == 0)
  }

  @Test("an empty change changes nothing")
  func emptyChange() throws {
    var comparison = PairedDifference()
    for x in SummaryTests.sample(50) { comparison.add(x, x) }
    #expect(comparison.estimate == Estimate(value: 0, standardError: 0))
    #expect(comparison.probabilityOfBeingBetter == 0.5 && comparison.varianceReduction == .infinity)
    #expect(try #require(comparison.normalLimits(confidence: 0.99)) == 0...0)
    #expect(PairedDifference().normalLimits(confidence: 0.95) == nil)
    #expect(PairedDifference().studentLimits(confidence: 0.95) == nil)
  }

  @Test("blocks merge into the whole")
  func merging() {
    let a = SummaryTests.sample(300, seed: 41)
    let b = SummaryTests.sample(300, seed: 42)
    var whole = PairedDifference()
    var blocks = [PairedDifference(), PairedDifference(), PairedDifference()]
    for index in 0..<300 {
      whole.add(a[index], b[index])
      blocks[index / 100].add(a[index], b[index])
    }
    let merged = blocks.reduce(into: PairedDifference()) { $0.merge($1) }
    #expect(merged.wins == whole.wins && merged.count == 300)
    #expect(relativeError(merged.estimate.value, whole.estimate.value) < 1e-11)
    #expect(relativeError(merged.varianceReduction, whole.varianceReduction) < 1e-11)
  }

  @Test("rates are rounded as growth is: a difference of 1e-10 a year near 0 is a tie, of a multiple it is not")
  func smallRates() {
    for (least, ties) in [(1.0, 1), (0, 0)] {
      var comparison = PairedDifference(leastMagnitude: least)
      comparison.add(0.001, 0.001 + 1e-10)
      comparison.add(0.001, 0.001 - 1e-8)
      #expect(comparison.ties == ties && comparison.wins == 1)
    }
  }
}
