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
  /// Largest share of paid-in capital that lay idle at the end of a year, the fund's first apart.
  case idleShare
  /// Points of the investment direction that facts and results establish.
  case directionScore
  /// The most points that it could have, if all that is not known turned out best.
  case directionScoreMost
  /// Projects of a fund that lost more than is tolerated.
  case projectsOverTolerance
  /// Their share of the projects that are over.
  case overToleranceShare
  /// What the fund lost of the cost of all that is over.
  case toleranceLoss
  /// Whether that is more than is tolerated.
  case toleranceBreach
  /// Age of the fund when its losses first were more than is tolerated.
  case tolerancePassedAfter
  /// Recognised local investment over the commitments that it is reckoned against.
  case reinvestmentMultiple
  /// The same by the deadline.
  case reinvestmentByDeadline
  /// Whether what was asked for was reached by the deadline.
  case reinvestmentMet
  /// Age of the fund when it was reached.
  case reinvestmentReachedAfter
  /// Share of a fund's first tickets in early-stage companies.
  case earlyShare
  /// The same in small companies.
  case smallShare
  /// The same in hard technology.
  case hardTechShare
  /// The same in local companies.
  case localShare
  /// Most that was called and not covered by the budget.
  case budgetArrears
  /// Years by which the mean yuan called on the budget was late.
  case budgetDelay
  /// Appropriations that expired unspent.
  case budgetLapsed
  /// Interest and principal of special bonds within the grid.
  case debtService
  /// Principal of special bonds that falls due after the grid.
  case debtOutstanding
  /// Most by which debt service ran ahead of what the bond money brought back.
  case debtGap
  /// Net present value where bonds pay first and their service later.
  case npvAfterDebt
  /// Highest debt ratio of the platform.
  case debtRatio
  /// Whether the platform passed its red line.
  case redLineBreach
  /// Net present value of the same outlays as grants.
  case npvAsGrant
  /// Net present value of the same outlays as subsidies.
  case npvAsSubsidy
  /// Net present value of the same outlays in reserve.
  case npvAsReserve
  /// What the best other use would have brought more.
  case opportunityCost
  /// Most that first losses could cost the level.
  case contingentLiability
  /// What the procedure of selling stakes costs by delay.
  case exitDelayCost
  /// What options paid below the floor of the price.
  case priceBelowFloor
  /// Commitments of public investors to all funds.
  case committedPublic
  /// Commitments of everybody outside to all funds.
  case committedTotal
  /// Sizes of all funds, added up.
  case announcedTotal
  /// Public money paid into all funds.
  case chainPublic
  /// Money of others paid into funds that hold funds.
  case chainUpperPartners
  /// Money of others paid into the other funds.
  case chainFundPartners
  /// Money of others in the rounds in which funds bought.
  case chainCoInvestors
  /// Money of others in later rounds of the same companies.
  case chainLaterRounds
  /// All money of the chain.
  case chainTotal
  /// The same without what would have come anyway.
  case chainTotalNet
  /// Sizes of all funds over public commitments.
  case leverageAnnounced
  /// All commitments over public ones.
  case leverageCommitted
  /// All money of the chain over public money.
  case leverageProject
  /// The same net of what would have come anyway.
  case leverageProjectNet
  /// Commitments that closed.
  case closedAmount
  /// Commitments that closed over those of the design.
  case closedRatio
  /// Whether the fund was formed.
  case pForms
  /// Bank credit to companies that instruments support.
  case chainCredit
  /// Companies that an instrument supports.
  case supportedCompanies
  /// Public money that it paid.
  case instrumentPaid
  /// Public money that it brought back.
  case instrumentReceived
  /// The second less the first.
  case instrumentNet
  /// What is left at the end of the grid.
  case instrumentValue
  /// Net present value of the three.
  case instrumentPresentValue
  /// Loans drawn.
  case creditDrawn
  /// Most loans outstanding at the end of a quarter.
  case creditPeak
  /// Loans in default.
  case creditDefaults
  /// Money in default.
  case creditDefaulted
  /// Bank credit over public money paid.
  case creditLeverage
  /// Grants that became shares.
  case conversions
  /// Companies in distress that somebody tried to rescue.
  case rescueAttempts
  /// Those of them that were revived.
  case revivals
  /// Grants, assets, rent forgone and costs of rescues that a level of government paid.
  case grantsPaid
  /// Interest that it took over.
  case subsidiesPaid
  /// Loans that it gave.
  case publicLoans
  /// What it paid as a guarantor.
  case compensationPaid
  /// Fees that it received as a guarantor, less those that it paid.
  case guaranteeFees
  /// What else instruments brought back.
  case instrumentReceipts
  /// Most that guarantees could cost it at the end of a quarter.
  case guaranteeLiability
  /// Leads that arrived.
  case leads
  /// Leads whose talks came to a project.
  case negotiated
  /// Projects with a letter of intent.
  case announced
  /// Projects whose contract was signed.
  case signed
  /// Planned investment of the projects signed.
  case contractedInvestment
  /// Projects whose company was registered.
  case registered
  /// Projects that secured land or factory.
  case landSecured
  /// Projects that started construction.
  case started
  /// Projects that completed construction.
  case completed
  /// Projects that began to produce.
  case inProduction
  /// Projects that entered the statistics of firms above scale.
  case aboveScale
  /// Leads and projects that came to nothing.
  case lost
  /// Leads and projects that a gate turned away.
  case rejected
  /// Leads that a rival place took.
  case lostToRivals
  /// Projects that left a queue.
  case withdrawn
  /// Leads that another unit took over.
  case transferred
  /// Projects that came to a halt.
  case stalled
  /// Projects that were ended after standing still.
  case stopped
  /// True money in place of projects signed.
  case inPlace
  /// Money in place as regions report it, after audits.
  case inPlaceReported
  /// The part of money in place that enters the statistics of fixed investment, with its lag.
  case inPlaceStatistical
  /// The part of foreign money in place that came in cash.
  case foreignCash
  /// Money in place that was lost with projects that were ended.
  case writtenOff
  /// Output of projects and companies.
  case output
  /// Taxes on output, of all levels.
  case tax
  /// The part of taxes that stays in the region.
  case retainedTax
  /// Jobs.
  case jobs
  /// Companies that produce.
  case operating
  /// Companies that closed.
  case closed
  /// Companies that were rescued from closing.
  case rescued
  /// Projects that wait for people, land, factory or quotas.
  case waiting
  /// Projects that stand still.
  case standing
  /// Land that projects took.
  case landUsed
  /// Cleared land that is free, at the end of the period.
  case landAvailable
  /// What projects paid for land and factories.
  case landRevenue
  /// Standard factory in use over all that there is, at the end of the period.
  case factoryOccupancy
  /// Spent on units, events, levers, gates, fees, rescues and on adding to pools.
  case promotionSpending
  /// Support promised to the projects signed.
  case supportPromised
  /// Promised support that fell due.
  case supportDue
  /// Promised support that was paid.
  case supportPaid
  /// Promised support that is due and unpaid.
  case supportArrears
  /// Index of promises kept, at the end of the period.
  case credibility
  /// Projects that a fund supported.
  case fundSupported
  /// True money in place of these projects, and of those that companies of the funds brought.
  case inPlaceSupported
  /// Interest and fees of a line of credit.
  case creditCost
  /// The most that was drawn on it.
  case creditMost
  /// The most that a level of government owed of what was called and its gate held back.
  case callsPostponed
  /// How long it postponed calls.
  case postponedYears
  /// By which a state-owned fund sold below the floor.
  case soldBelowFloor
  /// Listed shares that a fund handed out.
  case distributedInKind
  /// Whether public investors left early.
  case pPublicExit
  /// Age of the fund when they did.
  case publicExitAfter
  /// Gross public outlay, discounted.
  case outlayPresentValue
  /// Money in place of projects that the funds supported or brought, over all regions.
  case chainInPlace
  /// The same over the public money paid in.
  case leverageRegion

  /// The column names, in the order of the cases.
  private static let names = [
    "irr", "irr_status", "npv", "tvpi", "dpi", "rvpi", "moic", "ks_pme", "direct_alpha", "j_curve_depth", "paid_in",
    "distributed", "nav", "loss_ratio", "years_to_payback", "management_fee", "carried_interest", "p_loss", "outlay",
    "receipts", "net_present_value", "paid_in_public", "leverage_fund", "candidates", "companies_funded",
    "companies_financed", "companies_listed", "companies_acquired", "companies_failed", "companies_alive",
    "companies_stalled", "alive_after_decade", "exits_listed", "exits_acquired", "exits_bought_back",
    "exits_transferred", "exits_failed", "listed_multiple", "conceded", "largest_exposure", "idle_share",
    "direction_score", "direction_score_most", "projects_over_tolerance", "over_tolerance_share", "tolerance_loss",
    "tolerance_breach", "tolerance_passed_after", "reinvestment_multiple", "reinvestment_by_deadline",
    "reinvestment_met", "reinvestment_reached_after", "early_share", "small_share", "hard_tech_share", "local_share",
    "budget_arrears", "budget_delay", "budget_lapsed", "debt_service", "debt_outstanding", "debt_gap", "npv_after_debt",
    "debt_ratio", "red_line_breach", "npv_as_grant", "npv_as_subsidy", "npv_as_reserve", "opportunity_cost",
    "contingent_liability", "exit_delay_cost", "price_below_floor", "committed_public", "committed_total",
    "announced_total", "chain_public", "chain_upper_partners", "chain_fund_partners", "chain_co_investors",
    "chain_later_rounds", "chain_total", "chain_total_net", "leverage_announced", "leverage_committed",
    "leverage_project", "leverage_project_net", "closed_amount", "closed_ratio", "p_forms", "chain_credit",
    "supported_companies", "instrument_paid", "instrument_received", "instrument_net", "instrument_value",
    "instrument_present_value", "credit_drawn", "credit_peak", "credit_defaults", "credit_defaulted", "credit_leverage",
    "conversions", "rescue_attempts", "revivals", "grants_paid", "subsidies_paid", "public_loans", "compensation_paid",
    "guarantee_fees", "instrument_receipts", "guarantee_liability", "leads", "negotiated", "announced", "signed",
    "contracted_investment", "registered", "land_secured", "started", "completed", "in_production", "above_scale",
    "lost", "rejected", "lost_to_rivals", "withdrawn", "transferred", "stalled", "stopped", "in_place",
    "in_place_reported", "in_place_statistical", "foreign_cash", "written_off", "output", "tax", "retained_tax", "jobs",
    "operating", "closed", "rescued", "waiting", "standing", "land_used", "land_available", "land_revenue",
    "factory_occupancy", "promotion_spending", "support_promised", "support_due", "support_paid", "support_arrears",
    "credibility", "fund_supported", "in_place_supported", "credit_cost", "credit_most", "calls_postponed",
    "postponed_years", "sold_below_floor", "distributed_in_kind", "p_public_exit", "public_exit_after",
    "outlay_present_value", "chain_in_place", "leverage_region",
  ]

  /// The name of the metric in columns and files.
  public var name: String { HeadlineMetric.names[rawValue] }

  /// The metric with this name.
  public init?(name: String) {
    guard let position = HeadlineMetric.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: position)
  }
}
