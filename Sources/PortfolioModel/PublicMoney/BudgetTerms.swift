// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The appropriation that a budget makes for the funds, for calls on the general budget, the land fund and the
/// state-capital budget.
public struct BudgetTerms: Hashable, Sendable {
  /// Calendar years, rising, each with its amount; in any other nothing is appropriated. Empty where one amount holds for
  /// every year.
  public var years: [Int]

  /// Appropriated in each, or in every year: the ceiling of the year.
  public var amounts: [Sourced<Money>]

  /// Quarter of the year in which the budget is approved, 1 to 4.
  public var approved: Sourced<Int>

  /// How what is approved becomes available.
  public var release: BudgetReleaseRule

  /// Years after its own in which what is left may still be spent.
  public var carryOver: Sourced<Int>

  /// Takes every field.
  public init(
    years: [Int], amounts: [Sourced<Money>], approved: Sourced<Int>, release: BudgetReleaseRule,
    carryOver: Sourced<Int>
  ) {
    self.years = years
    self.amounts = amounts
    self.approved = approved
    self.release = release
    self.carryOver = carryOver
  }
}

/// How the money of a budget becomes available.
public enum BudgetReleaseRule: String, Hashable, Sendable, CaseIterable {
  /// All of it when it is approved.
  case atOnce = "at_once"
  /// In equal parts from the quarter of the approval to the end of the year.
  case byQuarter = "by_quarter"
}
