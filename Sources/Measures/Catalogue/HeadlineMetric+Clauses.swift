// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Definitions of the metrics that hold a fund against clauses of its own.
extension HeadlineMetric {
  /// The metrics of loss tolerance.
  public static let ofTolerance: [HeadlineMetric] = [
    .projectsOverTolerance, .overToleranceShare, .toleranceLoss, .toleranceBreach, .tolerancePassedAfter,
  ]

  var toleranceDefinition: MetricDefinition {
    switch self {
    case .projectsOverTolerance:
      .init(
        "", .lower, .init("Projects over the tolerance", "超出容错限度的项目"),
        .init(
          "Companies of which nothing is left to come and that lost more of their cost than the tolerance of their stage.",
          "已全部退出且亏损占成本比例超过其阶段容错限度的企业数。"))
    case .overToleranceShare:
      .init(
        "1", .lower, .init("Share over the tolerance", "超限项目占比"),
        .init(
          "projects_over_tolerance over the companies of which nothing is left to come; empty where there are none.",
          "超限项目数占已全部退出企业数的比例；尚无退出则为空。"))
    case .toleranceLoss:
      .init(
        "1", .lower, .init("Loss of what is realised", "已实现整体亏损比例"),
        .init(
          "Cost less proceeds of all that is realised over its cost, at least 0; without offset_gains losses only.",
          "已退出投资的成本减回收与成本之比，不低于 0；不以盈补亏时只计亏损。"))
    case .toleranceBreach:
      .init(
        "1", .lower, .init("Fund over its tolerance", "基金超出容错限度"),
        .init(
          "1 where tolerance_loss at the end of the grid is above the fund's tolerance, else 0; the mean is the probability.",
          "期末整体亏损超过基金容错限度记 1，否则 0；均值即概率。"))
    default:
      .init(
        "year", .higher, .init("Tolerance first passed", "首次超出容错限度的年限"),
        .init(
          "Age of the fund at the end of the quarter in which its loss of what was realised so far first passed the "
            + "tolerance, whatever came later; missing if never.",
          "基金已实现整体亏损首次超过容错限度的季末基金年限（不论其后是否回补）；从未超过则为空。"))
    }
  }

  /// The metrics of local reinvestment.
  public static let ofReinvestment: [HeadlineMetric] = [
    .reinvestmentMultiple, .reinvestmentByDeadline, .reinvestmentMet, .reinvestmentReachedAfter,
  ]

  /// The metrics of what a mandate counts.
  public static let ofMandate: [HeadlineMetric] = [.earlyShare, .smallShare, .hardTechShare, .localShare]

  var reinvestmentDefinition: MetricDefinition {
    switch self {
    case .reinvestmentMultiple:
      .init(
        "1", .higher, .init("Reinvestment multiple", "返投倍数"),
        .init(
          "Local investment recognised within the grid over the commitments that it is reckoned against.",
          "期内认定的返投金额与计算基数（认缴）之比。"))
    case .reinvestmentByDeadline:
      .init(
        "1", .higher, .init("Reinvestment multiple by the deadline", "返投期限内倍数"),
        .init(
          "The same at the end of the quarter in which it is due; missing where that lies outside of the grid.",
          "返投期限届满季末的倍数；期限在模拟期外则为空。"))
    case .reinvestmentMet:
      .init(
        "1", .higher, .init("Reinvestment in time", "按期完成返投"),
        .init(
          "1 where the multiple asked for was reached by the deadline, else 0; the mean is the probability.",
          "期限内达到要求倍数记 1，否则 0；均值即概率。"))
    default:
      .init(
        "year", .lower, .init("Reinvestment reached", "完成返投的年限"),
        .init(
          "Age of the fund at the end of the quarter in which the multiple asked for was reached; missing if never.",
          "达到要求倍数的季末基金年限；从未达到则为空。"))
    }
  }

  var mandateDefinition: MetricDefinition {
    let (english, chinese): (String, String) =
      switch self {
      case .earlyShare: ("early-stage companies", "早期企业")
      case .smallShare: ("small companies", "小型企业")
      case .hardTechShare: ("hard technology", "硬科技企业")
      default: ("local companies", "本地企业")
      }
    return .init(
      "1", .higher, .init("Share of \(english)", "\(chinese)占比"),
      .init(
        "Of the cost of first tickets and opening holdings, the part in \(english); for funds whose mandate has a least "
          + "share.",
        "首次投资与期初持仓成本中\(chinese)所占比例；适用于投资限制含最低占比的基金。"))
  }
}
