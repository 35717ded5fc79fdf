// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How proceeds are divided between investors and manager.
public struct WaterfallClause: Hashable, Sendable {
  /// Over what the carried interest is reckoned.
  public var kind: WaterfallKind

  /// Preferred return; none: carried interest from the first gain.
  public var hurdle: HurdleClause?

  /// Share of the catch-up tier that goes to the manager; 0: no catch-up.
  public var catchUp: Sourced<Share>

  /// The manager's share of gains.
  public var carry: Sourced<Share>

  /// Takes every field.
  public init(kind: WaterfallKind, hurdle: HurdleClause?, catchUp: Sourced<Share>, carry: Sourced<Share>) {
    self.kind = kind
    self.hurdle = hurdle
    self.catchUp = catchUp
    self.carry = carry
  }
}
