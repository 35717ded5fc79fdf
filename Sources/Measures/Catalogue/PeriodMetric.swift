// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A metric with one number a replicate, entity and quarter.
public enum PeriodMetric: String, Hashable, Sendable, CaseIterable {
  /// Capital paid in so far.
  case paidIn = "paid_in"
  /// Money distributed so far.
  case distributed
  /// Net asset value at the end of the quarter, net of accrued carried interest.
  case nav
  /// The value that the manager reports.
  case reportedNav = "reported_nav"
  /// Distributions less capital paid in, in the quarter.
  case netCashFlow = "net_cash_flow"
  /// Distributions less capital paid in, so far.
  case cumulativeNetCashFlow = "cumulative_net_cash_flow"
  /// What a level of government paid out in the quarter, for whatever purpose.
  case outlay
  /// What it received in the quarter, from whatever source.
  case receipts
  /// Management fee of the quarter.
  case managementFee = "management_fee"
  /// What a level of government has committed and not paid in.
  case unfundedCommitment = "unfunded_commitment"
  /// Calls that the budget had not covered at the end of the quarter.
  case budgetArrears = "budget_arrears"
  /// Appropriations that were left at the end of the quarter.
  case budgetAvailable = "budget_available"
  /// Interest and principal of special bonds due in the quarter.
  case debtService = "debt_service"
  /// Debt over assets of the platform at the end of the quarter.
  case debtRatio = "debt_ratio"
  /// Leads that arrived.
  case leads
  /// Leads whose talks came to a project.
  case negotiated
  /// Projects with a letter of intent.
  case announced
  /// Projects whose contract was signed.
  case signed
  /// Planned investment of the projects signed.
  case contractedInvestment = "contracted_investment"
  /// Projects whose company was registered.
  case registered
  /// Projects that secured land or factory.
  case landSecured = "land_secured"
  /// Projects that started construction.
  case started
  /// Projects that completed construction.
  case completed
  /// Projects that began to produce.
  case inProduction = "in_production"
  /// Projects that entered the statistics of firms above scale.
  case aboveScale = "above_scale"
  /// Leads and projects that came to nothing.
  case lost
  /// Leads and projects that a gate turned away.
  case rejected
  /// Leads that a rival place took.
  case lostToRivals = "lost_to_rivals"
  /// Projects that left a queue.
  case withdrawn
  /// Leads that another unit took over.
  case transferred
  /// Projects that came to a halt.
  case stalled
  /// Projects that were ended after standing still.
  case stopped
  /// True money in place of projects signed.
  case inPlace = "in_place"
  /// Money in place as regions report it, after audits.
  case inPlaceReported = "in_place_reported"
  /// The part of money in place that enters the statistics of fixed investment, with its lag.
  case inPlaceStatistical = "in_place_statistical"
  /// The part of foreign money in place that came in cash.
  case foreignCash = "foreign_cash"
  /// Money in place that was lost with projects that were ended.
  case writtenOff = "written_off"
  /// Output of projects and companies.
  case output
  /// Taxes on output, of all levels.
  case tax
  /// The part of taxes that stays in the region.
  case retainedTax = "retained_tax"
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
  case landUsed = "land_used"
  /// Cleared land that is free, at the end of the period.
  case landAvailable = "land_available"
  /// What projects paid for land and factories.
  case landRevenue = "land_revenue"
  /// Standard factory in use over all that there is, at the end of the period.
  case factoryOccupancy = "factory_occupancy"
  /// Spent on units, events, levers, gates, fees, rescues and on adding to pools.
  case promotionSpending = "promotion_spending"
  /// Support promised to the projects signed.
  case supportPromised = "support_promised"
  /// Promised support that fell due.
  case supportDue = "support_due"
  /// Promised support that was paid.
  case supportPaid = "support_paid"
  /// Promised support that is due and unpaid.
  case supportArrears = "support_arrears"
  /// Index of promises kept, at the end of the period.
  case credibility
  /// Projects that a fund supported.
  case fundSupported = "fund_supported"
  /// True money in place of these projects, and of those that companies of the funds brought.
  case inPlaceSupported = "in_place_supported"

  /// The metric of the promotion of capital that it is, if it is one.
  public var pipeline: PipelineMetric? { PipelineMetric(rawValue: rawValue) }
  /// Share of first tickets so far in early-stage companies.
  case earlyShare = "early_share"
  /// The same in small companies.
  case smallShare = "small_share"
  /// The same in hard technology.
  case hardTechShare = "hard_tech_share"
  /// The same in local companies.
  case localShare = "local_share"

  /// The shares that a mandate counts.
  public static let ofMandate: [PeriodMetric] = [.earlyShare, .smallShare, .hardTechShare, .localShare]

  /// The entities that have the metric.
  public var kinds: [EntityKind] {
    if let pipeline { return pipeline.kinds }
    return kindsOfFunds
  }

  private var kindsOfFunds: [EntityKind] {
    switch self {
    case .netCashFlow, .cumulativeNetCashFlow: [.fund, .investorClass, .publicMoney]
    case .paidIn, .distributed, .nav: [.fund, .investorClass]
    case .reportedNav, .managementFee, .earlyShare, .smallShare, .hardTechShare, .localShare: [.fund]
    case .outlay, .receipts, .unfundedCommitment, .budgetArrears, .budgetAvailable, .debtService, .debtRatio:
      [.publicMoney]
    default: []
    }
  }

  /// Its unit, labels and definition.
  public var about: MetricDefinition {
    if let pipeline { return pipeline.about(of: .quarter) }
    return aboutFunds
  }

  private var aboutFunds: MetricDefinition {
    switch self {
    case .paidIn:
      .init(
        "CNY", .lower, .init("Paid-in capital to date", "累计实缴"),
        .init("Capital paid in up to the end of the quarter.", "截至季末的累计实缴资本。"))
    case .distributed:
      .init(
        "CNY", .higher, .init("Distributions to date", "累计分配"),
        .init("Money distributed up to the end of the quarter.", "截至季末的累计分配。"))
    case .nav:
      .init(
        "CNY", .higher, .init("Net asset value", "净资产值"),
        .init(
          "Model value of holdings and cash at the end of the quarter, less accrued carried interest.",
          "季末持有项目与现金的模型价值，扣除应计业绩报酬。"))
    case .reportedNav:
      .init(
        "CNY", .higher, .init("Reported value", "报告净值"),
        .init(
          "Value as the manager reports it: lagged, smoothed, with a haircut on stale values.",
          "管理人报告的价值：滞后、平滑，并对陈旧估值打折。"))
    case .netCashFlow:
      .init(
        "CNY", .higher, .init("Net cash flow", "净现金流"),
        .init(
          "Money received less money paid in, in the quarter; of a level of government all that it receives and pays.",
          "当季收回减投入；一级政府为其全部收支。"))
    case .cumulativeNetCashFlow:
      .init(
        "CNY", .higher, .init("Cumulative net cash flow", "累计净现金流"),
        .init(
          "Money received less money paid in, up to the end of the quarter; of a level of government all that it receives "
            + "and pays.", "截至季末收回减投入；一级政府为其全部收支。"))
    case .outlay:
      .init(
        "CNY", .lower, .init("Public outlay", "公共支出"),
        .init(
          "Paid out in the quarter for funds, instruments and the promotion of capital.", "当季用于基金、工具与招商引资的支出。"))
    case .receipts:
      .init(
        "CNY", .higher, .init("Public receipts", "公共收入"),
        .init(
          "Received in the quarter from funds, instruments, taxes that the level keeps, and land.",
          "当季来自基金、工具、本级留成税收与土地的收入。"))
    case .managementFee:
      .init(
        "CNY", .lower, .init("Management fee", "管理费"),
        .init("Management fee charged in the quarter.", "当季管理费。"))
    case .unfundedCommitment:
      .init(
        "CNY", .lower, .init("Unfunded commitment", "未实缴认缴"),
        .init("Committed to funds that live and not paid in, at the end of the quarter.", "季末对存续基金的未实缴认缴。"))
    case .budgetArrears:
      .init(
        "CNY", .lower, .init("Calls beyond the budget", "超预算缴款"),
        .init("Called and not covered by appropriations, at the end of the quarter.", "季末预算未覆盖的缴款。"))
    case .budgetAvailable:
      .init(
        "CNY", .higher, .init("Appropriations left", "可用预算结余"),
        .init("Released, neither spent nor lapsed, at the end of the quarter.", "季末已拨付而未使用、未收回的预算。"))
    case .debtService:
      .init(
        "CNY", .lower, .init("Debt service", "专项债还本付息"),
        .init("Interest and principal of special bonds due in the quarter.", "当季到期的专项债利息与本金。"))
    case .earlyShare: PeriodMetric.share("early-stage companies", "早期企业")
    case .smallShare: PeriodMetric.share("small companies", "小型企业")
    case .hardTechShare: PeriodMetric.share("hard technology", "硬科技企业")
    case .localShare: PeriodMetric.share("local companies", "本地企业")
    default:
      .init(
        "1", .lower, .init("Debt ratio", "资产负债率"),
        .init("Debt over assets of the enterprises at the end of the quarter.", "季末国企负债与资产之比。"))
    }
  }

  private static func share(_ english: String, _ chinese: String) -> MetricDefinition {
    .init(
      "1", .higher, .init("Share of \(english)", "\(chinese)占比"),
      .init(
        "Of the cost of first tickets and opening holdings up to the end of the quarter, the part in \(english); 0 before the "
          + "first; for funds whose mandate has a least share.",
        "截至季末首次投资与期初持仓成本中\(chinese)所占比例；尚无投资记 0；适用于投资限制含最低占比的基金。"))
  }
}
