// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The management fee of one phase of a fund's life.
public struct ManagementFeePhase: Hashable, Sendable {
  /// Age of the fund at which the phase ends.
  public var until: Sourced<TimeSpan>

  /// What the rate applies to.
  public var base: FeeBase

  /// Rate a year, charged quarterly in equal parts.
  public var rate: Sourced<AnnualRate>

  /// Takes every field.
  public init(until: Sourced<TimeSpan>, base: FeeBase, rate: Sourced<AnnualRate>) {
    self.until = until
    self.base = base
    self.rate = rate
  }
}
