// SPDX-License-Identifier: GPL-3.0-or-later

/// What the charter of a fund, or the rules that it follows, provide for.
public enum CharterProvision: String, Hashable, Sendable, CaseIterable {
  /// Assessment looks at the whole fund over its whole life.
  case wholeFundAssessment = "whole_fund_assessment"
  /// A loss within a stated tolerance has no consequences for those who did their duty.
  case lossTolerance = "loss_tolerance"
  /// Due diligence before every investment is on file.
  case dueDiligence = "due_diligence"
  /// Nobody profits from an investment that he decides on.
  case selfDealingBan = "self_dealing_ban"
  /// How investments and the fund itself end.
  case exitPlan = "exit_plan"
  /// The government's gains and principal go to the treasury.
  case gainsToTreasury = "gains_to_treasury"
  /// The reuse of the government's gains is agreed.
  case agreedRecycling = "agreed_recycling"
  /// An extension needs the approval of the government.
  case extensionApproval = "extension_approval"
  /// The government may leave alone when the fund does not start, does not invest or breaks its charter.
  case unilateralExit = "unilateral_exit"
  /// How the price of the government's exit is found.
  case agreedExitPrice = "agreed_exit_price"
  /// The price of an exit is appraised by a qualified appraiser.
  case appraisedExitPrice = "appraised_exit_price"
  /// State equity is offered on a property-rights exchange.
  case exchangeListing = "exchange_listing"
  /// The treasury leaves funds with poor performance, slow progress or idle money.
  case performanceExit = "performance_exit"
  /// A fund outside the list adjusts, ends at term or merges.
  case transitionPlan = "transition_plan"
  /// The management fee is paid from gains and interest, not from principal.
  case feeFromGains = "fee_from_gains"
}
