// SPDX-License-Identifier: GPL-3.0-or-later

/// Terms of its own for a class of investors.
public struct ClassTerms: Hashable, Sendable {
  /// Whose terms they are.
  public var investorClass: InvestorClass

  /// The terms, in full: those of the fund where the class has none of its own.
  public var sharing: SharingClause

  /// Takes every field.
  public init(investorClass: InvestorClass, sharing: SharingClause) {
    self.investorClass = investorClass
    self.sharing = sharing
  }
}
