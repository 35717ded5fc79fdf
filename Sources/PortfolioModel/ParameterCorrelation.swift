// SPDX-License-Identifier: GPL-3.0-or-later

/// The correlation of the normal scores of two uncertain numbers; all others are independent.
public struct ParameterCorrelation: Hashable, Sendable {
  /// Place of the one in the register of parameters.
  public var first: Int

  /// Place of the other in the register of parameters.
  public var second: Int

  /// From −1 to 1; the matrix of all of them is positive definite.
  public var correlation: Double

  /// Takes every field.
  public init(first: Int, second: Int, correlation: Double) {
    self.first = first
    self.second = second
    self.correlation = correlation
  }
}
