// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A distribution with what becomes of the manager's part.
@frozen public struct WaterfallPayment: Hashable, Sendable, BitwiseCopyable {
  /// Who is entitled to what.
  public var tiers: WaterfallTiers
  /// Carried interest of this distribution that is held back.
  public var held = Money.zero
  /// Carried interest held back, now or before, that is paid out with this distribution.
  public var released = Money.zero

  /// A distribution of which nothing is held back.
  @inlinable public init(tiers: WaterfallTiers = WaterfallTiers()) { self.tiers = tiers }

  /// What the manager is paid.
  @inlinable public var toManager: Money { tiers.manager - held + released }

  /// Part by part.
  @inlinable public static func += (total: inout Self, part: Self) {
    total.tiers += part.tiers
    total.held += part.held
    total.released += part.released
  }
}
