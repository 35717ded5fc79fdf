// SPDX-License-Identifier: GPL-3.0-or-later

/// A ratio of two means, such as pooled proceeds over pooled cost, with its simulation error.
@frozen
public struct RatioEstimate: Hashable, Sendable {
  /// The moments of numerators (first) and denominators (second).
  public let moments: PairedMoments

  /// The ratio of the mean of the first numbers to that of the second ones.
  ///
  /// - Parameter moments: One pair (numerator, denominator) for every replicate.
  public init(_ moments: PairedMoments) {
    self.moments = moments
  }

  /// The ratio of the means; NaN or infinite for a zero denominator.
  public var value: Double { moments.first.mean / moments.second.mean }

  /// The standard error `√((s²x − 2 R sxy + R² s²y)/n)/|mean y|`; NaN for fewer than two pairs.
  ///
  /// Source: the delta method; Cochran, *Sampling Techniques*, 3rd edition, 1977, equation 6.5.
  public var standardError: Double {
    guard moments.count > 1 else { return .nan }
    let ratio = value
    let spread =
      moments.first.variance - 2 * ratio * moments.covariance + ratio * ratio * moments.second.variance
    return (max(0, spread) / Double(moments.count)).squareRoot() / moments.second.mean.magnitude
  }

  /// The ratio with its standard error.
  public var estimate: Estimate { Estimate(value: value, standardError: standardError) }
}
