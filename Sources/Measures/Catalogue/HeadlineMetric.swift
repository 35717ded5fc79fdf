// SPDX-License-Identifier: GPL-3.0-or-later

/// A metric with one number a replicate and entity: its column name, unit, labels and definition, once for all rooms.
public enum HeadlineMetric: Int, Hashable, Sendable, CaseIterable {
  /// Internal rate of return a year.
  case irr
  /// How many rates solve for the internal rate of return.
  case irrStatus
  /// Net present value.
  case npv
  /// Total value to paid-in.
  case tvpi
  /// Distributions to paid-in.
  case dpi
  /// Residual value to paid-in.
  case rvpi
  /// Gross multiple of invested cost.
  case moic
  /// Kaplan-Schoar public-market equivalent.
  case ksPme
  /// Direct alpha a year.
  case directAlpha
  /// Deepest cumulative net cash flow.
  case jCurveDepth
  /// Capital paid in.
  case paidIn
  /// Money distributed.
  case distributed
  /// Net asset value at the end.
  case nav
  /// Share of invested cost that was lost.
  case lossRatio
  /// Years until distributions reach paid-in capital.
  case yearsToPayback
  /// Management fees.
  case managementFee
  /// Carried interest.
  case carriedInterest
  /// Whether capital was lost.
  case pLoss
  /// Money that a level of government paid out.
  case outlay
  /// Money that a level of government received.
  case receipts
  /// Net present value of a public account.
  case netPresentValue
  /// Capital that public investors paid in.
  case publicPaidIn
  /// Capital of all kinds over public capital.
  case leverageFund
  /// Companies that sought money.
  case candidates
  /// Companies that got their round from a fund of the scenario.
  case companiesFunded
  /// Companies that got their round from anybody.
  case companiesFinanced
  /// Companies whose shares were listed.
  case companiesListed
  /// Companies that were acquired.
  case companiesAcquired
  /// Companies that failed.
  case companiesFailed
  /// Funded companies neither dead nor exited at the end of the grid.
  case companiesAlive
  /// Companies that found no further round.
  case companiesStalled
  /// Share of companies that were neither dead nor exited ten years after entry.
  case aliveAfterDecade
  /// Companies of a fund whose holding ended by a listing.
  case exitsListed
  /// Companies of a fund whose holding ended by an acquisition.
  case exitsAcquired
  /// Companies of a fund whose holding was bought back.
  case exitsBoughtBack
  /// Companies of a fund whose holding was transferred or sold at the fund's end.
  case exitsTransferred
  /// Companies of a fund that failed or were written off.
  case exitsFailed
  /// Mean multiple of cost of a fund's listed companies.
  case listedMultiple
  /// Money given up by concessions.
  case conceded
  /// Largest share of a fund's cost in one company, looking through the funds that it holds.
  case largestExposure
  /// Commitments that closed.
  case closedAmount
  /// Commitments that closed over those of the design.
  case closedRatio
  /// Whether the fund was formed.
  case pForms

  /// The column names, in the order of the cases.
  private static let names = [
    "irr", "irr_status", "npv", "tvpi", "dpi", "rvpi", "moic", "ks_pme", "direct_alpha", "j_curve_depth", "paid_in",
    "distributed", "nav", "loss_ratio", "years_to_payback", "management_fee", "carried_interest", "p_loss", "outlay",
    "receipts", "net_present_value", "paid_in_public", "leverage_fund", "candidates", "companies_funded",
    "companies_financed", "companies_listed", "companies_acquired", "companies_failed", "companies_alive",
    "companies_stalled", "alive_after_decade", "exits_listed", "exits_acquired", "exits_bought_back",
    "exits_transferred", "exits_failed", "listed_multiple", "conceded", "largest_exposure", "closed_amount",
    "closed_ratio",
    "p_forms",
  ]

  /// The name of the metric in columns and files.
  public var name: String { HeadlineMetric.names[rawValue] }

  /// The metric with this name.
  public init?(name: String) {
    guard let position = HeadlineMetric.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: position)
  }
}
