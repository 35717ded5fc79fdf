// SPDX-License-Identifier: GPL-3.0-or-later

/// Many equal risks that fail together through one common normal factor.
///
/// Risk `i` fails if `√ρ Z + √(1−ρ) εᵢ < Φ⁻¹(p)`. Source: Vasicek, "The distribution of loan portfolio value",
/// *Risk*, December 2002.
@frozen
public struct OneFactorCopula: Hashable, Sendable {
  /// The probability `p` of one failure, inside 0...1.
  public let probability: Double
  /// The correlation `ρ` of two risks, at least 0 and below 1.
  public let correlation: Double
  /// `Φ⁻¹(p)`.
  public let threshold: Double
  @usableFromInline let loading: Double
  @usableFromInline let residual: Double

  /// The model with the given probability and correlation.
  ///
  /// - Parameters:
  ///   - probability: Of one failure, above 0 and below 1.
  ///   - correlation: At least 0 and below 1.
  /// - Throws: `NumericalFailure` if a parameter is outside its domain.
  public init(probability: Double, correlation: Double) throws(NumericalFailure) {
    try Domain.require(
      probability > 0 && probability < 1 && correlation >= 0 && correlation < 1, "OneFactorCopula",
      "0 < probability < 1, 0 <= correlation < 1"
    ) { "probability \(probability), correlation \(correlation)" }
    self.probability = probability
    self.correlation = correlation
    threshold = NormalQuantile.shared.quantile(probability: probability)
    loading = correlation.squareRoot()
    residual = (1 - correlation).squareRoot()
  }

  /// The probability of one failure in a given state of the factor: `Φ((Φ⁻¹(p) − √ρ z)/√(1−ρ))`.
  ///
  /// - Parameter factor: `z`; low is bad.
  /// - Returns: The conditional probability.
  /// - Complexity: O(1).
  @inlinable
  public func conditionalProbability(factor: Double) -> Double {
    Elementary.normalCumulative((threshold - loading * factor) / residual)
  }

  /// The share of failures in a very large portfolio that is not exceeded with probability `q`:
  /// `Φ((Φ⁻¹(p) + √ρ Φ⁻¹(q))/√(1−ρ))`.
  ///
  /// - Parameter level: `q` in 0...1.
  /// - Returns: The quantile of the share.
  /// - Complexity: O(1).
  public func shareQuantile(level: Double) -> Double {
    conditionalProbability(factor: -NormalQuantile.shared.quantile(probability: level))
  }

  /// The probability that two given risks both fail, `Φ₂(Φ⁻¹(p), Φ⁻¹(p); ρ)`.
  ///
  /// - Complexity: A few hundred exponentials.
  public var jointProbability: Double {
    BivariateNormal.cumulative(threshold, threshold, correlation: correlation)
  }

  /// The correlation of two failures, `(Φ₂ − p²)/(p (1−p))`.
  ///
  /// - Complexity: As `jointProbability`.
  public var failureCorrelation: Double {
    BivariateNormal.excess(threshold, threshold, correlation: correlation) / (probability * (1 - probability))
  }
}
