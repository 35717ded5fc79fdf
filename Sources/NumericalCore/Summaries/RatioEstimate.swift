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

  /// Limits for the ratio by Fieller's theorem; they are right where the delta method's are not, when the denominator is not
  /// far from zero in terms of its error.
  ///
  /// With means `x` and `y` and their (co)variances `v`, the limits are the roots of
  /// `(y² − t² v_yy) R² − 2 (xy − t² v_xy) R + (x² − t² v_xx)`. Source: Fieller, *Journal of the Royal Statistical Society* B
  /// 16 (1954).
  ///
  /// - Parameter confidence: Inside 0..<1.
  /// - Returns: The limits; nil with fewer than two pairs, and where the denominator does not differ from zero, so that no
  ///   bounded interval has this confidence.
  /// - Complexity: A few incomplete beta functions.
  public func fiellerLimits(confidence: Double) -> ClosedRange<Double>? {
    guard moments.count > 1 else { return nil }
    let t = StudentT(degreesOfFreedom: Double(moments.count - 1)).twoSided(confidence: confidence)
    let scale = t * t / Double(moments.count)
    let (x, y) = (moments.first.mean, moments.second.mean)
    let square = y * y - scale * moments.second.variance
    let middle = x * y - scale * moments.covariance
    let discriminant = middle * middle - square * (x * x - scale * moments.first.variance)
    guard square > 0, discriminant >= 0 else { return nil }
    let spread = discriminant.squareRoot()
    return (middle - spread) / square...(middle + spread) / square
  }

  /// The ratio with its standard error.
  public var estimate: Estimate { Estimate(value: value, standardError: standardError) }
}
