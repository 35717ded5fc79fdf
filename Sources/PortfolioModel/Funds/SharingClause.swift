// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How gains are shared between manager and investors on the same terms.
public struct SharingClause: Hashable, Sendable {
  /// Preferred return; none: carried interest from the first gain.
  public var hurdle: HurdleClause?

  /// Share of the catch-up tier that goes to the manager; 0: no catch-up.
  public var catchUp: Sourced<Share>

  /// Where the catch-up tier ends.
  public var catchUpEnd: CatchUpEnd

  /// The manager's share of gains.
  public var carry: Sourced<Share>

  /// Takes every field.
  public init(hurdle: HurdleClause?, catchUp: Sourced<Share>, catchUpEnd: CatchUpEnd, carry: Sourced<Share>) {
    self.hurdle = hurdle
    self.catchUp = catchUp
    self.catchUpEnd = catchUpEnd
    self.carry = carry
  }
}
