// SPDX-License-Identifier: GPL-3.0-or-later

/// A distribution on the real line that is sampled by inversion: one uniform gives one value.
public protocol QuantileFunction: Sendable {
  /// The value that a share `u` of the distribution does not exceed; never decreases in `u`.
  ///
  /// - Parameter u: A uniform, drawn or computed.
  /// - Returns: The quantile.
  func quantile(_ u: Uniform) -> Double

  /// The probability of a value not above `x`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability.
  func cumulative(_ x: Double) -> Double

  /// The expected value.
  var mean: Double { get }

  /// The expected squared distance from the mean.
  var variance: Double { get }
}
