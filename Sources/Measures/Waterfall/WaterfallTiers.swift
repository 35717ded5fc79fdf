// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// One distribution, tier by tier; the six parts sum to the cash to the fen.
@frozen public struct WaterfallTiers: Hashable, Sendable, BitwiseCopyable {
  /// Contributions returned to investors.
  public var returnOfCapital = Money.zero
  /// Preferred return to investors.
  public var preferred = Money.zero
  /// The investors' part of the catch-up tier.
  public var catchUpInvestors = Money.zero
  /// The manager's part of the catch-up tier.
  public var catchUpManager = Money.zero
  /// The investors' part of the rest.
  public var splitInvestors = Money.zero
  /// The manager's part of the rest.
  public var splitManager = Money.zero

  /// Nothing distributed.
  @inlinable public init() {}

  /// What investors get in all tiers.
  @inlinable public var investors: Money { returnOfCapital + preferred + catchUpInvestors + splitInvestors }
  /// What the manager gets: carried interest.
  @inlinable public var manager: Money { catchUpManager + splitManager }
  /// The cash distributed.
  @inlinable public var total: Money { investors + manager }
  /// The investors' part of what is left after capital and preferred return.
  @inlinable public var gains: Money { catchUpInvestors + splitInvestors }

  /// Tier by tier.
  @inlinable public static func += (total: inout Self, part: Self) {
    total.returnOfCapital += part.returnOfCapital
    total.preferred += part.preferred
    total.catchUpInvestors += part.catchUpInvestors
    total.catchUpManager += part.catchUpManager
    total.splitInvestors += part.splitInvestors
    total.splitManager += part.splitManager
  }
}
