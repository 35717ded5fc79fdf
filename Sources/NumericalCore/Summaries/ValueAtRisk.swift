// SPDX-License-Identifier: GPL-3.0-or-later

/// Measures of the bad end of a sample, the lower one: the numbers are results, of which more is better.
public enum ValueAtRisk {
  /// The value that the worst share `level` of the sample does not exceed, with its standard error.
  ///
  /// The value is the type-7 quantile. The standard error is the width of the distribution-free 95 % limits over
  /// `2·1.96`, so that normal limits with that error have the same width; NaN where the sample is too small for limits.
  /// Source: Hyndman and Fan 1996; `Quantiles.limits`.
  ///
  /// - Parameters:
  ///   - sorted: The sample in rising order; not empty.
  ///   - level: The share of the worst, inside 0...1, for instance 0.05.
  /// - Returns: The quantile.
  /// - Complexity: O(√n).
  public static func value(_ sorted: [Double], level: Double) -> Estimate {
    let ranks = Quantiles.limits(count: sorted.count, probability: level, confidence: 0.95)
    let error: Double
    if let lower = ranks.lower, let upper = ranks.upper {
      error = (sorted[upper - 1] - sorted[lower - 1]) / (2 * NormalQuantile.shared.twoSided(0.95))
    } else {
      error = .nan
    }
    return Estimate(value: Quantiles.type7(sorted: sorted, probability: level), standardError: error)
  }

  /// The mean of the worst share `level` of the sample, with its standard error.
  ///
  /// With `m = n·level` the `⌊m⌋` smallest numbers enter fully and the next with the weight `m − ⌊m⌋`. The
  /// standard error is `√Var((q − X)⁺)/(level √n)` with `q` the boundary number; NaN below two numbers
  /// that enter fully, for then nothing tells how those of the worst share vary. Source: Acerbi and Tasche,
  /// *Journal of Banking and Finance* 26 (2002); error by Manistre and Hancock, *North American Actuarial Journal* 9 (2005).
  ///
  /// - Parameters:
  ///   - sorted: The sample in rising order; not empty.
  ///   - level: The share of the worst, above 0, at most 1.
  /// - Returns: The expected shortfall.
  /// - Complexity: O(n·`level`).
  public static func expectedShortfall(_ sorted: [Double], level: Double) -> Estimate {
    precondition(!sorted.isEmpty && level > 0 && level <= 1, "a sample and a level above 0, at most 1")
    let n = Double(sorted.count)
    let mass = n * level
    let whole = min(Int(mass), sorted.count)
    let boundary = sorted[min(whole, sorted.count - 1)]
    // Sums of distances below the boundary number; it, and all above it, contribute zero.
    var distances = 0.0
    var squares = 0.0
    for index in 0..<whole {
      let distance = boundary - sorted[index]
      distances += distance
      squares += distance * distance
    }
    let spread = whole > 1 ? max(0, squares - distances * distances / n) / (n - 1) : .nan
    return Estimate(
      value: boundary - distances / mass, standardError: (spread / n).squareRoot() / level)
  }
}
