// SPDX-License-Identifier: GPL-3.0-or-later

/// Whose money must have come before an investor pays.
public enum PaymentOrder: String, Hashable, Sendable, CaseIterable {
  /// That of the fiscal investors of the fund, and of funds of the scenario among them.
  case fiscal
  /// That of its social investors.
  case social

  /// Whether an investor of a class must have paid.
  public func waits(for investorClass: InvestorClass) -> Bool {
    switch self {
    case .fiscal: investorClass.isFiscal || investorClass == .fund
    case .social: investorClass.isSocial
    }
  }
}
