// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension HeadlineMetric {
  /// The metric of the promotion of capital that it is, if it is one.
  public var pipeline: PipelineMetric? {
    rawValue >= HeadlineMetric.leads.rawValue ? PipelineMetric(rawValue: name) : nil
  }

  /// The entities that have the metric.
  public var kinds: [EntityKind] {
    if let pipeline { return pipeline.kinds }
    return kindsOfFunds
  }

  private var kindsOfFunds: [EntityKind] {
    switch self {
    case .outlay, .receipts, .netPresentValue, .outlayPresentValue: [.publicMoney]
    case .tvpi, .dpi, .jCurveDepth, .yearsToPayback, .pLoss: [.fund, .investorClass, .publicMoney]
    case .budgetArrears, .budgetDelay, .budgetLapsed, .debtService, .debtOutstanding, .debtGap, .npvAfterDebt,
      .debtRatio, .redLineBreach, .npvAsGrant, .npvAsSubsidy, .npvAsReserve, .opportunityCost, .contingentLiability,
      .exitDelayCost, .priceBelowFloor, .callsPostponed, .postponedYears:
      [.publicMoney]
    case .conceded: [.fund, .publicMoney]
    case .largestExposure, .idleShare, .directionScore, .directionScoreMost: [.fund]
    case .creditCost, .creditMost, .soldBelowFloor, .distributedInKind, .pPublicExit, .publicExitAfter: [.fund]
    case .projectsOverTolerance, .overToleranceShare, .toleranceLoss, .toleranceBreach, .tolerancePassedAfter,
      .reinvestmentMultiple, .reinvestmentByDeadline, .reinvestmentMet, .reinvestmentReachedAfter, .earlyShare,
      .smallShare, .hardTechShare, .localShare:
      [.fund]
    case .publicPaidIn, .leverageFund, .exitsListed, .exitsAcquired, .exitsBoughtBack, .exitsTransferred, .exitsFailed,
      .listedMultiple:
      [.fund]
    case .candidates, .companiesFunded, .companiesFinanced, .companiesListed, .companiesAcquired, .companiesFailed,
      .companiesAlive, .companiesStalled, .aliveAfterDecade:
      [.all]
    case .committedPublic, .committedTotal, .announcedTotal, .chainPublic, .chainUpperPartners, .chainFundPartners,
      .chainCoInvestors, .chainLaterRounds, .chainTotal, .chainTotalNet, .leverageAnnounced, .leverageCommitted,
      .leverageProject, .leverageProjectNet:
      [.all]
    case .chainCredit, .chainInPlace, .leverageRegion: [.all]
    case let metric where HeadlineMetric.ofInstrument.contains(metric): [.instrument]
    case let metric where HeadlineMetric.ofSupport.contains(metric): [.publicMoney]
    default: [.fund, .investorClass]
    }
  }

  /// The ceiling that observations are cut at before they enter a mean, where no finite mean exists.
  public var meanCap: Double? { self == .irr || self == .directAlpha ? 1 : nil }

  /// The two metrics of the same entity whose means a ratio is the ratio of; nil for a metric whose mean is that of its
  /// own column. Whoever wants the ratio gets both as columns.
  public var ratio: (numerator: HeadlineMetric, denominator: HeadlineMetric)? {
    switch self {
    case .leverageFund: (.paidIn, .publicPaidIn)
    case .leverageAnnounced: (.announcedTotal, .committedPublic)
    case .leverageCommitted: (.committedTotal, .committedPublic)
    case .leverageProject: (.chainTotal, .chainPublic)
    case .leverageProjectNet: (.chainTotalNet, .chainPublic)
    case .leverageRegion: (.chainInPlace, .chainPublic)
    case .creditLeverage: (.creditDrawn, .instrumentPaid)
    default: nil
    }
  }

  /// Metrics that whoever wants this one gets as columns too.
  public var companions: [HeadlineMetric] {
    if let ratio { return [ratio.numerator, ratio.denominator] }
    switch self {
    case .directionScore: return [.directionScoreMost]
    case .tolerancePassedAfter: return [.toleranceBreach]
    case .publicExitAfter: return [.pPublicExit]
    case .reinvestmentReachedAfter: return [.reinvestmentMultiple]
    default: return []
    }
  }

  /// Whether the column holds words, not numbers.
  public var isCategory: Bool { self == .irrStatus }

  /// Its unit, labels and definition.
  public var about: MetricDefinition {
    if let pipeline { return pipeline.about(of: .grid) }
    return aboutFunds
  }

  private var aboutFunds: MetricDefinition {
    switch self {
    case .irr, .irrStatus, .npv, .tvpi, .dpi, .rvpi, .moic, .ksPme, .directAlpha, .jCurveDepth: returnDefinition
    case .paidIn, .distributed, .nav, .lossRatio, .yearsToPayback, .managementFee, .carriedInterest, .pLoss:
      moneyDefinition
    case .exitsListed, .exitsAcquired, .exitsBoughtBack, .exitsTransferred, .exitsFailed, .listedMultiple:
      exitDefinition
    case .idleShare, .directionScore, .directionScoreMost: evaluationDefinition
    case .projectsOverTolerance, .overToleranceShare, .toleranceLoss, .toleranceBreach, .tolerancePassedAfter:
      toleranceDefinition
    case .reinvestmentMultiple, .reinvestmentByDeadline, .reinvestmentMet, .reinvestmentReachedAfter:
      reinvestmentDefinition
    case .earlyShare, .smallShare, .hardTechShare, .localShare: mandateDefinition
    case .budgetArrears, .budgetDelay, .budgetLapsed, .debtService, .debtOutstanding, .debtGap, .npvAfterDebt,
      .debtRatio, .redLineBreach:
      fiscalDefinition
    case .npvAsGrant, .npvAsSubsidy, .npvAsReserve, .opportunityCost, .contingentLiability, .exitDelayCost,
      .priceBelowFloor:
      alternativeDefinition
    case .committedPublic, .committedTotal, .announcedTotal, .chainPublic, .chainUpperPartners, .chainFundPartners,
      .chainCoInvestors, .chainLaterRounds, .chainTotal, .chainTotalNet, .leverageAnnounced, .leverageCommitted,
      .leverageProject, .leverageProjectNet, .chainInPlace, .leverageRegion:
      chainDefinition
    case .closedAmount, .closedRatio, .pForms: raisingDefinition
    case let metric where HeadlineMetric.ofInstruments.contains(metric): instrumentDefinition
    case .creditCost, .creditMost, .callsPostponed, .postponedYears: callDefinition
    case .soldBelowFloor, .distributedInKind, .pPublicExit, .publicExitAfter: endingDefinition
    default: publicDefinition
    }
  }

  private var returnDefinition: MetricDefinition {
    switch self {
    case .irr:
      .init(
        "1/year", .higher, .init("IRR", "内部收益率"),
        .init(
          "Rate of quarterly net flows, annualised (1+r)^4 - 1: the root nearest 0 on the side of the undiscounted sum, "
            + "else the root nearest 0. The mean is that of min(IRR, 100 %).",
          "季度净现金流的内部收益率，年化 (1+r)^4-1：取与未折现合计同侧且最接近 0 的根，否则取最接近 0 的根。均值为 min(IRR, 100 %) 的均值。"))
    case .irrStatus:
      .init(
        "", .higher, .init("IRR status", "内部收益率状态"),
        .init(
          "unique, several roots, none, or total_loss (nothing came back).",
          "unique 唯一、several 多根、none 无根、total_loss 全部损失。"))
    case .npv:
      .init(
        "CNY", .higher, .init("Net present value", "净现值"),
        .init("Net flows discounted at the scenario's discount rate.", "按情景折现率折现的净现金流。"))
    case .tvpi:
      .init("1", .higher, .init("TVPI", "总值倍数"), .init("(Distributions + NAV) / paid-in.", "（分配+净值）/实缴。"))
    case .dpi: .init("1", .higher, .init("DPI", "分配倍数"), .init("Distributions / paid-in.", "分配/实缴。"))
    case .rvpi: .init("1", .higher, .init("RVPI", "剩余价值倍数"), .init("NAV / paid-in.", "净值/实缴。"))
    case .moic:
      .init(
        "1", .higher, .init("Gross multiple", "投资倍数"),
        .init("(Proceeds + value of holdings) / invested cost.", "（回收+持有价值）/投资成本。"))
    case .ksPme:
      .init(
        "1", .higher, .init("KS-PME", "公开市场等价（KS）"),
        .init(
          "Kaplan-Schoar ratio against the model's listed index.", "相对模型内上市指数的 Kaplan-Schoar 比率。"))
    case .directAlpha:
      .init(
        "1/year", .higher, .init("Direct alpha", "直接超额收益"),
        .init(
          "IRR of flows compounded by the model's listed index. The mean is that of min(alpha, 100 %).",
          "以模型内上市指数复利后的现金流内部收益率。均值为 min(α, 100 %) 的均值。"))
    default:
      .init(
        "CNY", .higher, .init("J-curve depth", "J 曲线深度"),
        .init("Lowest cumulative net cash flow.", "累计净现金流的最低点。"))
    }
  }

  private var moneyDefinition: MetricDefinition {
    switch self {
    case .paidIn: .init("CNY", .lower, .init("Paid-in capital", "实缴资本"), .init("Capital paid in.", "实缴资本。"))
    case .distributed: .init("CNY", .higher, .init("Distributions", "分配"), .init("Money distributed.", "已分配。"))
    case .nav:
      .init(
        "CNY", .higher, .init("Net asset value", "净资产值"),
        .init("Value left at the end of the grid, net of accrued carry.", "期末剩余价值，扣除应计业绩报酬。"))
    case .lossRatio:
      .init(
        "1", .lower, .init("Loss ratio", "资本损失率"),
        .init(
          "Sum over companies of max(0, cost - proceeds - value) / invested cost.", "各项目 max(0, 成本-回收-价值) 之和/投资成本。")
      )
    case .yearsToPayback:
      .init(
        "year", .lower, .init("Years to payback", "回本年数"),
        .init(
          "Years from the first call until distributions reach paid-in capital, of a level of government until all its "
            + "receipts reach all its outlays; empty when never.", "从首次出资到累计分配达到累计实缴的年数，一级政府按其全部收支计；从未达到则为空。"))
    case .managementFee:
      .init("CNY", .lower, .init("Management fees", "管理费合计"), .init("Sum of management fees.", "管理费合计。"))
    case .carriedInterest:
      .init("CNY", .lower, .init("Carried interest", "业绩报酬"), .init("Sum of carried interest.", "业绩报酬合计。"))
    default:
      .init(
        "1", .lower, .init("Capital loss", "资本亏损"),
        .init(
          "1 where TVPI is below 1, else 0; the mean is the probability of a capital loss.",
          "总值倍数低于 1 记 1，否则 0；均值即亏损概率。"))
    }
  }

  private var raisingDefinition: MetricDefinition {
    switch self {
    case .closedAmount:
      .init(
        "CNY", .higher, .init("Closed commitments", "募集到位认缴"),
        .init(
          "Commitments admitted at all closings; 0 where the fund is not formed.", "各次交割的认缴合计；基金未设立则为 0。"))
    case .closedRatio:
      .init(
        "1", .higher, .init("Closed over target", "募集完成率"),
        .init("closed_amount over the commitments of the design.", "closed_amount 与方案认缴之比。"))
    default:
      .init(
        "1", .higher, .init("Fund is formed", "基金设立"),
        .init(
          "1 where the fund is formed, else 0; the mean is the probability.", "基金设立记 1，否则 0；均值即设立概率。"))
    }
  }

  private var publicDefinition: MetricDefinition {
    switch self {
    case .outlay:
      .init(
        "CNY", .lower, .init("Public outlay", "公共支出"),
        .init("Money that a budget, or state-owned enterprises, paid out.", "财政预算或国有企业付出的资金。"))
    case .receipts:
      .init(
        "CNY", .higher, .init("Public receipts", "公共收入"),
        .init("Money that a budget, or state-owned enterprises, received.", "财政预算或国有企业收到的资金。"))
    case .netPresentValue:
      .init(
        "CNY", .higher, .init("Public net present value", "公共资金净现值"),
        .init("Receipts less outlays, discounted, with value left at the end.", "折现后的收入减支出，计入期末剩余价值。"))
    case .outlayPresentValue:
      .init(
        "CNY", .lower, .init("Public outlay, discounted", "公共支出现值"),
        .init("Gross outlay, discounted; what comes back is not set against it.", "折现后的公共支出，不扣除收回资金。"))
    case .publicPaidIn:
      .init(
        "CNY", .lower, .init("Public paid-in capital", "公共资金实缴"),
        .init("Capital paid in by public investors, state-owned enterprises included.", "公共出资人（含国有企业）的实缴资本。"))
    case .leverageFund:
      .init(
        "1", .higher, .init("Fund leverage, paid in", "基金放大倍数（实缴）"),
        .init(
          "paid_in / paid_in_public. The mean is the ratio of their means over all replicates, its error by the delta "
            + "method; quantiles are of the replicates' ratios.",
          "paid_in/paid_in_public。均值为两者全部模拟均值之比，标准误用 delta 法；分位数取各次模拟的比值。"))
    case .conceded:
      .init(
        "CNY", .lower, .init("Given up by concessions", "让利金额"),
        .init(
          "Passed on by a cap, a share of excess or a first loss; value less price where an option was exercised.",
          "因封顶、超额让渡或优先承担亏损而让出的金额；行使选择权时为价值减价格。"))
    case .largestExposure:
      .init(
        "1", .lower, .init("Largest exposure", "最大单一敞口"),
        .init(
          "Largest share of invested cost in one company, looking through the funds that are held.",
          "穿透所持基金后，单一企业占投资成本的最大比例。"))
    case .candidates:
      .init("", .higher, .init("Candidates", "候选企业"), .init("Companies that sought a round.", "寻求融资的企业数。"))
    case .companiesFunded:
      .init("", .higher, .init("Companies funded", "被投企业"), .init("Bought by a fund of the scenario.", "获本方案基金投资。"))
    case .companiesFinanced:
      .init("", .higher, .init("Companies financed", "获融资企业"), .init("Financed by anybody.", "获任何方融资。"))
    case .companiesListed:
      .init("", .higher, .init("Companies listed", "上市企业"), .init("Listed within the grid.", "期内上市。"))
    case .companiesAcquired:
      .init("", .higher, .init("Companies acquired", "被并购企业"), .init("Acquired within the grid.", "期内被并购。"))
    case .companiesFailed:
      .init("", .lower, .init("Companies failed", "失败企业"), .init("Failed within the grid.", "期内失败。"))
    case .companiesStalled:
      .init(
        "", .lower, .init("Companies stalled", "停滞企业"), .init("Found no further round within the grid.", "期内融不到下一轮。"))
    case .aliveAfterDecade:
      .init(
        "1", .higher, .init("Alive after a decade", "十年后仍存续"),
        .init(
          "Of the companies financed at least ten years before the end of the grid, the share that ten years after entry "
            + "had neither failed nor left by a listing, acquisition, transfer or buy-back of their own; that a fund ended "
            + "or called its redemption right does not count.",
          "在期末前至少十年获得融资的企业中，入场十年后既未失败、也未以上市、并购、转让或回购离场者的比例；基金到期或行使回购权不计。"))
    default:
      .init(
        "", .higher, .init("Companies alive", "存续企业"),
        .init("Financed, neither dead nor exited at the end.", "期末仍存续且未退出。"))
    }
  }

  private var evaluationDefinition: MetricDefinition {
    switch self {
    case .idleShare:
      .init(
        "1", .lower, .init("Idle cash", "闲置资金比例"),
        .init(
          "Cash over capital paid in so far, at the year's end at which it was largest while the fund lived, from a year "
            + "after its first money on.",
          "存续期内（首次实缴满一年起）各年末账面现金占累计实缴的最高比例。"))
    case .directionScore:
      .init(
        "", .higher, .init("Direction score", "投向评价得分"),
        .init(
          "Points of the evaluation of the investment direction, at the year's end of the evaluation, that facts and the "
            + "replicate's results establish; what is not known gives none.",
          "评价年末由事实与模拟结果确定的投向评价得分；未知项不计分。"))
    default:
      .init(
        "", .higher, .init("Direction score, most", "投向评价得分上限"),
        .init(
          "The same if all that is not known earned the most points that it can.", "未知项均得满分时的投向评价得分。"))
    }
  }

  /// A company counts once, by the route that ended the fund's first holding of it.
  private var exitDefinition: MetricDefinition {
    switch self {
    case .exitsListed:
      .init("", .higher, .init("Exits by listing", "上市退出"), .init("Companies whose shares were listed.", "所持企业上市数。"))
    case .exitsAcquired:
      .init("", .higher, .init("Exits by acquisition", "并购退出"), .init("Companies acquired.", "所持企业被并购数。"))
    case .exitsBoughtBack:
      .init(
        "", .higher, .init("Exits by buy-back", "回购退出"),
        .init(
          "Companies bought back by founders, paid or not, and redemption rights that were paid.",
          "创始人回购数（不论是否到账）与已获付款的赎回数。"))
    case .exitsTransferred:
      .init(
        "", .higher, .init("Exits by transfer", "转让退出"),
        .init("Holdings transferred, or sold at the end of the fund.", "转让数，含基金到期出售。"))
    case .exitsFailed:
      .init(
        "", .lower, .init("Exits by failure", "失败或核销"),
        .init("Companies failed, or written off at the end of the fund.", "失败数，含基金到期核销。"))
    default:
      .init(
        "1", .higher, .init("Multiple of listings", "上市项目倍数"),
        .init(
          "Mean over the fund's listed companies of (proceeds + value) / cost; empty without a listing.",
          "所持上市企业（回收+价值）/成本的平均；无上市则为空。"))
    }
  }
}
