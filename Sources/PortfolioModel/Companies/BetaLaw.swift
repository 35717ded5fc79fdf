// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A beta law on 0...1.
public struct BetaLaw: Hashable, Sendable {
  /// First shape, above 0; certain, because the inverse is tabulated once.
  public var alpha: Sourced<Double>

  /// Second shape, above 0; certain likewise.
  public var beta: Sourced<Double>

  /// Takes every field.
  public init(alpha: Sourced<Double>, beta: Sourced<Double>) {
    self.alpha = alpha
    self.beta = beta
  }
}
