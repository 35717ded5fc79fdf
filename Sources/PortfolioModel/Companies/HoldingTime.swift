// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The time from entry to exit.
public enum HoldingTime: Hashable, Sendable {
  /// Always the same.
  case fixed(Sourced<TimeSpan>)
  /// Gamma.
  case gamma(mean: Sourced<TimeSpan>, shape: Sourced<Double>)
}
