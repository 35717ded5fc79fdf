// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Taking part in the next rounds of companies already held.
public struct FollowOn: Hashable, Sendable {
  /// Share of commitments kept for it.
  public var reserve: Sourced<Share>

  /// Part of the amount that keeps the stake unchanged.
  public var proRata: Sourced<Share>

  /// Last age of the fund at which it follows on.
  public var until: Sourced<TimeSpan>

  /// Takes every field.
  public init(reserve: Sourced<Share>, proRata: Sourced<Share>, until: Sourced<TimeSpan>) {
    self.reserve = reserve
    self.proRata = proRata
    self.until = until
  }
}
