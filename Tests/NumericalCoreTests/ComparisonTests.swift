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

  @Test("an exact proportion has no error and limits of no width")
  func proportion() throws {
    let ratio = Self.ratio([(2, 1), (4, 2), (6, 3), (10, 5), (2.5, 1.25)])
    #expect(ratio.value == 2 && ratio.standardError < 1e-8)
    let limits = try #require(ratio.fiellerLimits(confidence: 0.95))
    #expect(abs(limits.lowerBound - 2) < 1e-7 && abs(limits.upperBound - 2) < 1e-7)
  }

  @Test("Fieller's limits go over into the delta method, and vanish for a doubtful denominator")
  func fieller() throws {
    var stream = Stream(seed: 40)
    let pairs = (0..<4000).map { _ in (stream.number(in: 1...3), stream.number(in: 0.5...1.5)) }
    let ratio = Self.ratio(pairs)
    let fieller = try #require(ratio.fiellerLimits(confidence: 0.95))
    let delta = try #require(ratio.estimate.normalLimits(confidence: 0.95))
    #expect(abs(fieller.lowerBound - delta.lowerBound) < 1e-3 && abs(fieller.upperBound - delta.upperBound) < 1e-3)
    #expect(Self.ratio([(1, 1), (1, -1), (2, 0.1)]).fiellerLimits(confidence: 0.95) == nil)
    let single = Self.ratio([(1, 1)])
    #expect(single.fiellerLimits(confidence: 0.95) == nil && single.standardError.isNaN)
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
}
