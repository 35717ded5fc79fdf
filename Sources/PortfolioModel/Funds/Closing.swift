// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A date at which investors are admitted.
public struct Closing: Hashable, Sendable {
  /// From the start of the fund.
  public var after: Sourced<TimeSpan>

  /// Share of what was raised that is admitted.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(after: Sourced<TimeSpan>, share: Sourced<Share>) {
    self.after = after
    self.share = share
  }
}
