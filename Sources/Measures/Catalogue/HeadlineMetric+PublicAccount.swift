// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Definitions of the metrics of public money besides its flows with the funds.
extension HeadlineMetric {
  var fiscalDefinition: MetricDefinition {
    switch self {
    case .budgetArrears:
      .init(
        "CNY", .lower, .init("Calls beyond the budget", "超预算缴款"),
        .init(
          "Most that had been called, at the end of a quarter, beyond what appropriations covered.",
          "各季末已通知缴款而预算未覆盖金额的最大值。"))
    case .budgetDelay:
      .init(
        "year", .lower, .init("Delay of the budget", "预算到位滞后"),
        .init(
          "Years by which appropriations covered the mean yuan called late; empty without calls.",
          "预算覆盖缴款的金额加权平均滞后年数；无缴款则为空。"))
    case .budgetLapsed:
      .init(
        "CNY", .lower, .init("Lapsed appropriations", "收回的结转资金"),
        .init("Appropriations that were not spent within the years of carry-over.", "结转年限内未用完而收回的预算。"))
    case .debtService:
      .init(
        "CNY", .lower, .init("Debt service", "专项债还本付息"),
        .init("Interest and principal of special bonds due within the grid.", "期内到期的专项债利息与本金。"))
    case .debtOutstanding:
      .init(
        "CNY", .lower, .init("Bonds outstanding", "期末专项债余额"),
        .init("Principal of special bonds that falls due after the grid.", "期后到期的专项债本金。"))
    case .debtGap:
      .init(
        "CNY", .lower, .init("Gap of debt service", "偿债缺口"),
        .init(
          "Most by which debt service so far exceeded what the bond money had brought back, at the end of a quarter.",
          "各季末累计还本付息超过专项债资金累计回款的最大金额。"))
    case .npvAfterDebt:
      .init(
        "CNY", .higher, .init("Net present value after debt", "计入专项债的净现值"),
        .init(
          "Public net present value with bonds received when issued, their service when due, and at the end what is left to "
            + "repay with accrued interest.",
          "财政净现值加专项债发行收入、减还本付息，期末扣除余额及应计利息。"))
    case .debtRatio:
      .init(
        "1", .lower, .init("Highest debt ratio", "最高资产负债率"),
        .init(
          "Highest debt over assets of the enterprises at the end of a quarter, interests in the funds at net asset value; "
            + "cut at 10.",
          "各季末国企负债与资产之比的最大值，基金权益按净值计；以 10 为上限。"))
    default:
      .init(
        "1", .lower, .init("Red line passed", "突破红线"),
        .init(
          "1 where the highest debt ratio is above the red line, else 0; the mean is the probability.",
          "最高资产负债率超过红线记 1，否则 0；均值即概率。"))
    }
  }

  var alternativeDefinition: MetricDefinition {
    switch self {
    case .npvAsGrant:
      .init(
        "CNY", .higher, .init("Net present value as grants", "改作无偿资助的净现值"),
        .init("Of the same outlays at the same dates, given as grants.", "同样支出、同样时点改作无偿资助的净现值。"))
    case .npvAsSubsidy:
      .init(
        "CNY", .higher, .init("Net present value as subsidies", "改作补贴的净现值"),
        .init("Of the same outlays at the same dates, given as subsidies.", "同样支出、同样时点改作补贴的净现值。"))
    case .npvAsReserve:
      .init(
        "CNY", .higher, .init("Net present value in reserve", "留作储备的净现值"),
        .init("Of the same outlays at the same dates, kept in reserve.", "同样支出、同样时点留作储备的净现值。"))
    case .opportunityCost:
      .init(
        "CNY", .lower, .init("Opportunity cost", "机会成本"),
        .init(
          "Net present value of the best other use less the account's own.", "最优其他用途的净现值减财政净现值。"))
    case .contingentLiability:
      .init(
        "CNY", .lower, .init("Contingent liability", "或有负债"),
        .init(
          "Limits of the first losses that the level stands behind, in full, with its part of those of funds that it is in.",
          "该层级优先承担亏损的上限合计，含经所投基金穿透的部分。"))
    case .exitDelayCost:
      .init(
        "CNY", .lower, .init("Cost of selling late", "转让滞后成本"),
        .init(
          "Present value lost because prices of stakes arrive after decision, appraisal and listing.",
          "权益转让价款因决策、评估、挂牌而延后的现值损失。"))
    default:
      .init(
        "CNY", .lower, .init("Price below the floor", "低于底价金额"),
        .init(
          "By which prices of options fell short of the floor under the value of the stake.",
          "行权价低于评估值底价的差额。"))
    }
  }

  var chainDefinition: MetricDefinition {
    switch self {
    case .committedPublic:
      .init(
        "CNY", .lower, .init("Public commitments", "公共资金认缴"),
        .init("Commitments of public investors to all funds.", "公共出资人对全部基金的认缴。"))
    case .committedTotal:
      .init(
        "CNY", .higher, .init("Commitments", "认缴合计（去重）"),
        .init("Commitments to all funds without those of funds to funds.", "对全部基金的认缴，扣除基金之间的认缴。"))
    case .announcedTotal:
      .init(
        "CNY", .higher, .init("Announced size", "宣布规模"),
        .init(
          "Sizes of all funds added up: what funds commit to funds counts once a tier.", "各基金规模简单相加，基金之间的认缴逐层重复计入。"))
    case .chainPublic:
      .init(
        "CNY", .lower, .init("Public money", "公共资金实缴"), .init("Paid into all funds by public investors.", "公共出资人实缴。"))
    case .chainUpperPartners:
      .init(
        "CNY", .higher, .init("Partners of mother funds", "母基金其他出资人"),
        .init("Paid by others into funds that hold funds.", "其他出资人对持有基金的基金的实缴。"))
    case .chainFundPartners:
      .init(
        "CNY", .higher, .init("Investors of sub-funds", "子基金其他出资人"),
        .init(
          "Paid by others into funds that hold none, buyers of interests included.", "其他出资人对其余基金的实缴，含基金份额受让方。"))
    case .chainCoInvestors:
      .init(
        "CNY", .higher, .init("Co-investors", "同轮投资人"),
        .init("Money of others in the rounds in which the funds first bought.", "基金首次投资的轮次中其他投资人的资金。"))
    case .chainLaterRounds:
      .init(
        "CNY", .higher, .init("Later rounds", "后续轮次"),
        .init(
          "Money of others in later rounds of those companies within the grid.", "期内被投企业后续轮次中其他投资人的资金。"))
    case .chainTotal:
      .init(
        "CNY", .higher, .init("Money of the chain", "资金链合计"),
        .init("Public money, partners, co-investors and later rounds; every yuan once.", "公共资金、各层出资人、同轮与后续轮次资金，不重复计算。"))
    case .chainTotalNet:
      .init(
        "CNY", .higher, .init("Money of the chain, net", "资金链合计（净额）"),
        .init(
          "Without the money in companies that others would have financed anyway, tickets of the funds included.",
          "扣除即使没有基金也能获得融资的企业中的资金，含基金的投资款。"))
    case .leverageAnnounced:
      ratioDefinition(.init("Leverage, announced", "放大倍数（宣布）"), "announced_total / committed_public")
    case .leverageCommitted:
      ratioDefinition(.init("Leverage, committed", "放大倍数（认缴）"), "committed_total / committed_public")
    case .leverageProject:
      ratioDefinition(.init("Project leverage", "项目放大倍数"), "chain_total / chain_public")
    case .chainInPlace:
      .init(
        "CNY", .higher, .init("Money in place with fund support", "基金支持项目到位资金"),
        .init(
          "Money in place of projects that the funds supported, and of those that their companies brought.",
          "获基金支持及被投企业落地项目的到位资金。"))
    case .leverageRegion:
      ratioDefinition(.init("Regional leverage", "区域放大倍数"), "chain_in_place / chain_public")
    default:
      ratioDefinition(.init("Project leverage, net", "项目放大倍数（净额）"), "chain_total_net / chain_public")
    }
  }

  private func ratioDefinition(_ label: BilingualText, _ formula: String) -> MetricDefinition {
    .init(
      "1", .higher, label,
      .init(
        "\(formula). The mean is the ratio of their means, its error by the delta method; quantiles are of the replicates' "
          + "ratios.", "\(formula)。均值为两者均值之比，标准误用 delta 法；分位数取各次模拟的比值。"))
  }
}
