// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Special bonds that are issued at par whenever the money is called, and repaid in one sum.
public struct BondTerms: Hashable, Sendable {
  /// Interest a year.
  public var coupon: Sourced<AnnualRate>

  /// From issue to repayment.
  public var tenor: Sourced<TimeSpan>

  /// How often interest is paid.
  public var interestPaid: InterestFrequency

  /// Takes every field.
  public init(coupon: Sourced<AnnualRate>, tenor: Sourced<TimeSpan>, interestPaid: InterestFrequency) {
    self.coupon = coupon
    self.tenor = tenor
    self.interestPaid = interestPaid
  }
}

/// How often interest is paid.
public enum InterestFrequency: String, Hashable, Sendable, CaseIterable {
  /// Once a year.
  case yearly
  /// Twice a year.
  case halfYearly = "half_yearly"
  /// Four times a year.
  case quarterly

  /// Payments in a year.
  public var perYear: Int {
    switch self {
    case .yearly: 1
    case .halfYearly: 2
    case .quarterly: 4
    }
  }
}
