// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How reported value differs from the model's.
public struct ReportedValuation: Hashable, Sendable {
  /// Quarters by which it lags.
  public var lag: Sourced<Int>

  /// Weight of the previous report.
  public var smoothing: Sourced<Share>

  /// Time since the last round after which a value is stale.
  public var staleAfter: Sourced<TimeSpan>

  /// Reduction of stale values.
  public var staleHaircut: Sourced<Share>

  /// Takes every field.
  public init(
    lag: Sourced<Int>, smoothing: Sourced<Share>, staleAfter: Sourced<TimeSpan>, staleHaircut: Sourced<Share>
  ) {
    self.lag = lag
    self.smoothing = smoothing
    self.staleAfter = staleAfter
    self.staleHaircut = staleHaircut
  }
}
