// SPDX-License-Identifier: GPL-3.0-or-later

/// A number computed from replicates, with its simulation error.
@frozen
public struct Estimate: Hashable, Sendable {
  /// The estimate.
  public let value: Double
  /// Its standard error; NaN where the sample is too small to tell.
  public let standardError: Double

  /// An estimate with its standard error.
  ///
  /// - Parameters:
  ///   - value: The estimate.
  ///   - standardError: Its standard error, in the same unit.
  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  /// `value ± z·standardError`.
  ///
  /// - Parameter confidence: The probability that such limits cover the truth, inside 0..<1.
  /// - Returns: The limits; nil where the standard error is unknown.
  /// - Complexity: O(1).
  public func normalLimits(confidence: Double) -> ClosedRange<Double>? {
    let margin = NormalQuantile.shared.twoSided(confidence) * standardError
    guard margin >= 0 && value.isFinite else { return nil }
    return value - margin...value + margin
  }
}

extension NormalQuantile {
  /// `z` with `Φ(z) − Φ(−z) = confidence`.
  func twoSided(_ confidence: Double) -> Double {
    precondition(confidence >= 0 && confidence < 1, "a confidence lies in 0..<1")
    return quantile(probability: 0.5 + 0.5 * confidence)
  }
}
