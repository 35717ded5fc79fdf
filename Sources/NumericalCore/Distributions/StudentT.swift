// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// Student's t distribution, for limits from few replicates.
///
/// `P(|T| > t) = I_x(ν/2, ½)` with `x = ν/(ν + t²)`. Source: Abramowitz and Stegun 26.7.1 and 26.5.27.
public struct StudentT: Sendable {
  /// `ν`, above 0.
  public let degreesOfFreedom: Double

  /// The distribution with the given degrees of freedom.
  ///
  /// - Parameter degreesOfFreedom: `ν`, at least 1; anything else is a mistake of the caller.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom >= 1, "at least one degree of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// `P(|T| ≤ t)`.
  ///
  /// - Parameter t: At least 0.
  /// - Returns: The probability.
  /// - Complexity: O(√ν).
  public func central(_ t: Double) -> Double {
    let square = t * t
    return IncompleteBeta(a: 0.5, b: 0.5 * degreesOfFreedom).lower(square / (degreesOfFreedom + square))
  }

  /// `t` with `P(|T| ≤ t) = confidence`.
  ///
  /// The first guess is `gsl_cdf_tdist_Pinv`, the answer the smallest number of 40 bits whose own probability
  /// suffices, so that it does not depend on the C library. Above 100,000 degrees of freedom `z + (z³ + z)/4ν`.
  ///
  /// - Parameter confidence: Inside 0..<1.
  /// - Returns: The quantile, within 2e-12 relative; zero for zero.
  /// - Complexity: A few incomplete beta functions.
  public func twoSided(confidence: Double) -> Double {
    let z = NormalQuantile.shared.twoSided(confidence)
    guard confidence > 0 else { return 0 }
    if degreesOfFreedom > 100_000 { return z + (z * z * z + z) / (4 * degreesOfFreedom) }
    GSLErrors.silence
    let guess = gsl_cdf_tdist_Pinv(0.5 + 0.5 * confidence, degreesOfFreedom)
    return TailInversion.settled(from: guess) { central($0) >= confidence }
  }
}
