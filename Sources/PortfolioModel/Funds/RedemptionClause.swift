// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The holding's contract: after a time without exit the founder must buy the holding back on the terms of the law, if
/// the holder asks for it.
public struct RedemptionClause: Hashable, Sendable {
  /// From the investment.
  public var after: Sourced<TimeSpan>

  /// Whether it is exercised on stalled companies only.
  public var onlyStalled: Bool

  /// Takes every field.
  public init(after: Sourced<TimeSpan>, onlyStalled: Bool) {
    self.after = after
    self.onlyStalled = onlyStalled
  }
}
