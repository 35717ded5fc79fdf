// SPDX-License-Identifier: GPL-3.0-or-later

/// Quantiles of samples, and what is known about the true quantiles.
public enum Quantiles {
  /// The sample quantile by linear interpolation between order statistics.
  ///
  /// With `h = (n − 1)p` the value at the real rank `h`, counted from zero. Source: Hyndman and Fan, *American
  /// Statistician* 50 (1996), type 7, the default of R and NumPy.
  ///
  /// - Parameters:
  ///   - sorted: The sample in rising order; not empty.
  ///   - probability: In 0...1.
  /// - Returns: The quantile.
  /// - Complexity: O(1).
  public static func type7(sorted: [Double], probability: Double) -> Double {
    precondition(!sorted.isEmpty && (0...1).contains(probability), "a sample and a probability in 0...1")
    let position = Double(sorted.count - 1) * probability
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    let share = position - Double(below)
    guard share > 0 else { return sorted[below] }
    // Equal neighbours give themselves, exactly.
    return sorted[below] + (sorted[below + 1] - sorted[below]) * share
  }

  /// The ranks of the order statistics that cover the true quantile, whatever the distribution.
  ///
  /// With `B` binomial(`count`, `probability`) and `α = 1 − confidence`, the lower rank is the smallest `l` with
  /// `P(B ≤ l) ≥ α/2`, the upper one is 1 more than the smallest `m` with `P(B ≤ m) ≥ 1 − α/2`; the limits cover
  /// the quantile with probability `P(l ≤ B < u) ≥ confidence`. Up to a million numbers the binomial is summed
  /// exactly, beyond it its normal approximation with continuity correction is taken (off by a rank at most).
  /// Source: David and Nagaraja, *Order Statistics*, 3rd edition, section 7.1.
  ///
  /// - Parameters:
  ///   - count: Size of the sample, at least 1.
  ///   - probability: Of the quantile, inside 0...1.
  ///   - confidence: Inside 0..<1, for instance 0.95.
  /// - Returns: Ranks counted from 1; nil for a limit that the sample is too small to give.
  /// - Complexity: O(√`count`) up to a million, then O(1).
  public static func limits(count: Int, probability: Double, confidence: Double) -> RankLimits {
    precondition(count >= 1 && (0...1).contains(probability) && confidence >= 0 && confidence < 1)
    let tail = 0.5 * (1 - confidence)
    let lower: Int
    let upper: Int
    if probability == 0 || probability == 1 {
      lower = probability == 0 ? 0 : count
      upper = lower + 1
    } else if count <= 1_000_000 {
      (lower, upper) = binomialRanks(count: count, probability: probability, tail: tail)
    } else {
      (lower, upper) = normalRanks(count: count, probability: probability, tail: tail)
    }
    return RankLimits(lower: lower >= 1 ? lower : nil, upper: upper <= count ? upper : nil)
  }

  /// The ranks by the binomial distribution, each tail summed from its far end inwards.
  private static func binomialRanks(count: Int, probability: Double, tail: Double) -> (Int, Int) {
    let lower = lowerBinomialQuantile(count: count, probability: probability, tail: tail)
    // The upper rank is the lower one of the reversed sample: P(B' < l') < tail, u = n + 1 − l'.
    let mirrored = lowerBinomialQuantile(count: count, probability: 1 - probability, tail: tail)
    return (lower, count + 1 - mirrored)
  }

  /// The smallest `l` with `P(B ≤ l) ≥ tail`.
  private static func lowerBinomialQuantile(count: Int, probability: Double, tail: Double) -> Int {
    let n = Double(count)
    let odds = probability / (1 - probability)
    let mode = min(count, Int((n + 1) * probability))
    let peak = Elementary.exp(logBinomial(count: n, mode: Double(mode), probability: probability))
    var first = mode
    var mass = peak
    while first > 0 && mass > 1e-30 * peak {
      mass *= Double(first) / ((n - Double(first) + 1) * odds)
      first -= 1
    }
    var sum = mass
    while sum < tail && first < count {
      mass *= (n - Double(first)) * odds / (Double(first) + 1)
      first += 1
      sum += mass
    }
    return first
  }

  private static func logBinomial(count: Double, mode: Double, probability: Double) -> Double {
    let ways =
      Elementary.logGamma(count + 1) - Elementary.logGamma(mode + 1) - Elementary.logGamma(count - mode + 1)
    return ways + mode * Elementary.log(probability) + (count - mode) * Elementary.log1p(-probability)
  }

  /// The ranks by the normal approximation.
  private static func normalRanks(count: Int, probability: Double, tail: Double) -> (Int, Int) {
    let n = Double(count)
    let centre = n * probability
    let spread = (centre * (1 - probability)).squareRoot()
    let margin = -NormalQuantile.shared.quantile(probability: tail) * spread
    let lower = max(0, Int(centre - margin - 0.5) + 1)
    let upper = min(count + 1, Int(centre + margin - 0.5) + 2)
    return (centre - margin < 0.5 ? 0 : lower, upper)
  }
}
