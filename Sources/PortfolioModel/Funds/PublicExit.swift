// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What lets the public investors of a fund leave before its end (财政出资提前退出).
///
/// When the first trigger is met, the rest of their commitments lapses, their stakes pass to the other investors, and the
/// fund owes them what it did not yet return of their capital, or what the stake is worth if that is less. It pays from
/// cash that it does not need and from proceeds, before anybody else receives. Source: 财预〔2015〕210号 art. 20 names a
/// fund that does not invest for a year, investment against its purpose, and other agreed cases.
public struct PublicExit: Hashable, Sendable {
  /// What a derived plan calls the clause that it leaves out, after its fund.
  public static let id = "public_exit"

  /// Longest time in the investment period without a purchase, from the fund's start or from the last one; nothing where
  /// that is no trigger.
  public var idle: Sourced<TimeSpan>?

  /// Whether a purchase outside of the sectors, or a missed least share of the mandate, is a trigger.
  public var outsideMandate: Bool

  /// Whether a loss of what is realised above the fund's tolerance is a trigger.
  public var toleranceBreach: Bool

  /// Takes every field.
  public init(idle: Sourced<TimeSpan>?, outsideMandate: Bool, toleranceBreach: Bool) {
    self.idle = idle
    self.outsideMandate = outsideMandate
    self.toleranceBreach = toleranceBreach
  }
}
