// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A stationary first-order autoregression with unit variance, quarterly.
public struct CommonFactor: Hashable, Sendable {
  /// The correlation φ of one quarter with the next, above −1 and below 1.
  public var persistence: Sourced<Double>

  /// Takes every field.
  public init(persistence: Sourced<Double>) {
    self.persistence = persistence
  }
}
