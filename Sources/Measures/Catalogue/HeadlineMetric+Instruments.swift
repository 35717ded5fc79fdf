// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Definitions of the metrics of instruments beside the funds.
extension HeadlineMetric {
  /// The metrics of one instrument.
  static let ofInstrument: Set<HeadlineMetric> = [
    .supportedCompanies, .instrumentPaid, .instrumentReceived, .instrumentNet, .instrumentValue,
    .instrumentPresentValue, .creditDrawn, .creditPeak, .creditDefaults, .creditDefaulted, .creditLeverage,
    .conversions, .rescueAttempts, .revivals,
  ]

  /// The metrics of a level of government that pays for instruments.
  static let ofSupport: Set<HeadlineMetric> = [
    .grantsPaid, .subsidiesPaid, .publicLoans, .compensationPaid, .guaranteeFees, .instrumentReceipts,
    .guaranteeLiability,
  ]

  /// All metrics that only a scenario with instruments has.
  public static let ofInstruments: Set<HeadlineMetric> = ofInstrument.union(ofSupport).union([.chainCredit])

  var instrumentDefinition: MetricDefinition {
    if HeadlineMetric.ofSupport.contains(self) { return supportDefinition }
    switch self {
    case .creditDrawn, .creditPeak, .creditDefaults, .creditDefaulted, .creditLeverage, .chainCredit:
      return creditDefinition
    default: return claimDefinition
    }
  }

  private var claimDefinition: MetricDefinition {
    switch self {
    case .supportedCompanies:
      .init(
        "", .higher, .init("Companies supported", "支持企业数"),
        .init("Companies admitted, and attempts to rescue one.", "受理企业数与救助次数之和。"))
    case .instrumentPaid:
      .init(
        "CNY", .lower, .init("Paid", "公共支出"),
        .init(
          "Paid by all levels of government to companies and banks; assets at what is given up.",
          "各级政府向企业和银行的支出，资产按实际让渡价值计。"))
    case .instrumentReceived:
      .init(
        "CNY", .higher, .init("Brought back", "公共收回"),
        .init("Received by all levels of government from companies and banks.", "各级政府从企业和银行收回的资金。"))
    case .instrumentNet:
      .init(
        "CNY", .higher, .init("Net", "净额"), .init("instrument_received less instrument_paid.", "公共收回减公共支出。"))
    case .instrumentValue:
      .init(
        "CNY", .higher, .init("Left at the end", "期末余值"),
        .init(
          "Public loans outstanding and shares held, at the end of the grid.", "期末公共贷款余额与所持股权价值。"))
    case .instrumentPresentValue:
      .init(
        "CNY", .higher, .init("Net present value", "净现值"),
        .init(
          "instrument_received less instrument_paid, discounted, with instrument_value at the end.", "公共收支净额与期末余值的现值。"))
    case .conversions:
      .init(
        "", .higher, .init("Grants converted", "转股企业数"),
        .init("Grants that became shares in a milestone round.", "达到约定轮次而转为股权的资助数。"))
    case .rescueAttempts:
      .init(
        "", .lower, .init("Attempts of rescue", "救助次数"),
        .init("Companies in distress that the instrument tried to rescue.", "尝试救助的困境企业数。"))
    default:
      .init(
        "", .higher, .init("Companies revived", "救活企业数"),
        .init("Of those, the ones that found a new investor.", "其中获新投资人注资的企业数。"))
    }
  }

  private var creditDefinition: MetricDefinition {
    switch self {
    case .creditDrawn:
      .init("CNY", .higher, .init("Credit drawn", "发放贷款"), .init("Principal of loans drawn.", "已发放贷款本金。"))
    case .creditPeak:
      .init(
        "CNY", .lower, .init("Highest credit outstanding", "贷款余额峰值"),
        .init("Highest principal outstanding at the end of a quarter.", "各季末贷款余额的最大值。"))
    case .creditDefaults:
      .init(
        "", .lower, .init("Loans in default", "违约户数"), .init("Companies that defaulted on the loan.", "贷款违约的企业数。"))
    case .creditDefaulted:
      .init(
        "CNY", .lower, .init("Money in default", "违约金额"),
        .init("Principal outstanding at the defaults, before recovery.", "违约时的贷款余额，未扣回收。"))
    case .creditLeverage:
      .init(
        "1", .higher, .init("Credit per public yuan", "贷款放大倍数"),
        .init(
          "credit_drawn / instrument_paid. The mean is the ratio of their means, its error by the delta method; quantiles are of "
            + "the replicates' ratios.",
          "credit_drawn / instrument_paid。均值为两者均值之比，标准误用 delta 法；分位数取各次模拟的比值。"))
    default:
      .init(
        "CNY", .higher, .init("Bank credit", "银行贷款"),
        .init(
          "Loans of banks to companies that instruments support: a link of chain_total, and of chain_total_net unless others "
            + "would have financed the company anyway; what instruments pay to companies is part of chain_public.",
          "银行向受支持企业发放的贷款：计入 chain_total，并在企业本不会获得融资时计入 chain_total_net；工具付给企业的资金计入 chain_public。"))
    }
  }

  private var supportDefinition: MetricDefinition {
    switch self {
    case .grantsPaid:
      .init(
        "CNY", .lower, .init("Grants", "资助支出"),
        .init(
          "Grants, assets at what is given up, rent forgone and costs of rescues.", "无偿资助、资产让渡价值、减免租金与救助费用。"))
    case .subsidiesPaid:
      .init("CNY", .lower, .init("Interest subsidies", "贴息支出"), .init("Interest taken over.", "代付的利息。"))
    case .publicLoans:
      .init("CNY", .lower, .init("Public loans", "公共贷款"), .init("Principal of loans given.", "发放的贷款本金。"))
    case .compensationPaid:
      .init(
        "CNY", .lower, .init("Guarantee compensation", "代偿支出"),
        .init("Paid to banks after defaults, before recovery.", "违约后向银行的代偿，未扣追偿。"))
    case .guaranteeFees:
      .init(
        "CNY", .higher, .init("Guarantee fees", "担保费净收入"),
        .init("Fees of guarantees received less fees of re-guarantees paid.", "收取的担保、再担保费减支付的再担保费。"))
    case .instrumentReceipts:
      .init(
        "CNY", .higher, .init("Receipts of instruments", "支持工具收回"),
        .init(
          "Repayments, interest, recoveries and proceeds of shares; without fees.", "本息偿还、追偿与股权收入，不含担保费。"))
    default:
      .init(
        "CNY", .lower, .init("Liability of guarantees", "担保或有负债"),
        .init(
          "Highest of the level's parts of guaranteed loans outstanding at the end of a quarter.",
          "各季末在保余额中该层级承担部分的最大值。"))
    }
  }
}
