// SPDX-License-Identifier: GPL-3.0-or-later

/// A number that is certain, where a distribution is asked for.
@frozen
public struct PointMass: QuantileFunction {
  /// The number.
  public let value: Double

  /// The certain number.
  ///
  /// - Parameter value: A finite number.
  /// - Throws: `NumericalFailure` if it is not finite.
  public init(_ value: Double) throws(NumericalFailure) {
    try Domain.require(value.isFinite, "PointMass", "|value| < ∞") { "value \(value)" }
    self.value = value
  }

  /// The number itself.
  ///
  /// - Parameter u: A uniform, without effect.
  /// - Returns: `value`.
  @inlinable
  public func quantile(_ u: Uniform) -> Double { value }

  /// A step from 0 to 1 at `value`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  public func cumulative(_ x: Double) -> Double { x >= value ? 1 : 0 }

  /// The number itself.
  public var mean: Double { value }

  /// Zero.
  public var variance: Double { 0 }
}
