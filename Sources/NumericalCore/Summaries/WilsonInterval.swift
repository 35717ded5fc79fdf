// SPDX-License-Identifier: GPL-3.0-or-later

/// Limits for a probability that was estimated by counting.
///
/// `(p + z²/2n ± z √(p(1 − p)/n + z²/4n²))/(1 + z²/n)`, `p = successes/n`. Source: Wilson, *JASA* 22 (1927) 209-212.
@frozen
public struct WilsonInterval: Hashable, Sendable {
  /// The lower limit, exactly 0 if nothing succeeded.
  public let lower: Double
  /// The upper limit, exactly 1 if everything succeeded.
  public let upper: Double

  /// The limits for a count.
  ///
  /// - Parameters:
  ///   - successes: In 0...`count`.
  ///   - count: At least 1.
  ///   - confidence: Inside 0..<1, for instance 0.95.
  public init(successes: Int, count: Int, confidence: Double) {
    precondition(count >= 1 && successes >= 0 && successes <= count, "successes lie in 0...count")
    let n = Double(count)
    let p = Double(successes) / n
    let z = NormalQuantile.shared.twoSided(confidence)
    let square = z * z / n
    let centre = p + 0.5 * square
    let margin = (p * (1 - p) * square + 0.25 * square * square).squareRoot()
    lower = successes == 0 ? 0 : max(0, (centre - margin) / (1 + square))
    upper = successes == count ? 1 : min(1, (centre + margin) / (1 + square))
  }
}
