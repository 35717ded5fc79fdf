// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What the money could do instead, each with a return of its own.
public struct AlternativeUses: Hashable, Sendable {
  /// A grant to firms.
  public var grant: TransferReturn?

  /// A subsidy, such as on interest.
  public var subsidy: TransferReturn?

  /// Interest a year on a reserve.
  public var reserve: Sourced<AnnualRate>?

  /// Takes every field.
  public init(
    grant: TransferReturn? = nil, subsidy: TransferReturn? = nil, reserve: Sourced<AnnualRate>? = nil
  ) {
    self.grant = grant
    self.subsidy = subsidy
    self.reserve = reserve
  }

  /// Whether nothing else is weighed.
  public var isEmpty: Bool { self == AlternativeUses() }
}

/// What money that is given away brings back to the budget.
public struct TransferReturn: Hashable, Sendable {
  /// Taxes and the like a year, over the amount given.
  public var perYear: Sourced<AnnualRate>

  /// Time until it begins.
  public var delay: Sourced<TimeSpan>

  /// How long it lasts.
  public var lasts: Sourced<TimeSpan>

  /// Takes every field.
  public init(perYear: Sourced<AnnualRate>, delay: Sourced<TimeSpan>, lasts: Sourced<TimeSpan>) {
    self.perYear = perYear
    self.delay = delay
    self.lasts = lasts
  }
}
