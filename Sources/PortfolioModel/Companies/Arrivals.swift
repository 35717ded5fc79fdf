// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How many candidates arrive.
public enum Arrivals: Hashable, Sendable {
  /// As many as are wanted, one for each ticket: no choice, no scarcity.
  case unlimited
  /// A Poisson number with this yearly mean, growing with the economy.
  case perYear(Sourced<Double>)
}
