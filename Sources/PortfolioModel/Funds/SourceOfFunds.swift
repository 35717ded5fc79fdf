// SPDX-License-Identifier: GPL-3.0-or-later

/// Where an investor's money comes from; for public investors it names the budget.
public enum SourceOfFunds: String, Hashable, Sendable, CaseIterable {
  /// The general public budget.
  case generalBudget = "general_budget"
  /// The government-managed funds, chiefly land revenue.
  case landFund = "land_fund"
  /// The state-capital operating budget.
  case stateCapitalBudget = "state_capital_budget"
  /// Special-purpose bonds.
  case specialBond = "special_bond"
  /// Equity of a state-owned enterprise.
  case soeEquity = "soe_equity"
  /// Debt of a state-owned enterprise.
  case soeDebt = "soe_debt"
  /// The investor's own funds.
  case ownFunds = "own_funds"

  /// Those that a yearly budget appropriates.
  public static let budgets: Set<SourceOfFunds> = [.generalBudget, .landFund, .stateCapitalBudget]

  /// Those that are a government's, whoever holds the stake.
  public static let ofGovernments = budgets.union([.specialBond])
}
