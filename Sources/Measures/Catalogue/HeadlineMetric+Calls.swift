// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Definitions of the metrics of calls that are bridged or postponed.
extension HeadlineMetric {
  var callDefinition: MetricDefinition {
    switch self {
    case .creditCost:
      .init(
        "CNY", .lower, .init("Cost of the line of credit", "授信成本"),
        .init(
          "Interest on what was drawn on the line of credit and fees on what was not.", "授信提用部分的利息与未提用部分的承诺费。"))
    case .creditMost:
      .init(
        "CNY", .lower, .init("Most drawn", "授信最高提用"),
        .init("Most that was drawn on the line of credit at a time.", "授信余额的最大值。"))
    case .callsPostponed:
      .init(
        "CNY", .lower, .init("Calls postponed", "暂缓出资余额"),
        .init(
          "Most that was owed at the end of a quarter of what was called, for lack of appropriations or at the red line.",
          "各季末因预算不足或突破红线而已通知、尚未缴付金额的最大值。"))
    default:
      .init(
        "year", .lower, .init("Time of postponement", "暂缓出资时长"),
        .init(
          "Quarters, as years, at whose end something called was owed, or in which money was lacking and nothing could be "
            + "called, for lack of appropriations or at the red line.",
          "因预算不足或突破红线而季末仍欠缴、或资金不足却无法通知缴款的季度数，折合年数。"))
    }
  }

  var endingDefinition: MetricDefinition {
    switch self {
    case .soldBelowFloor:
      .init(
        "CNY", .lower, .init("Sold below the floor", "低于底价转让差额"),
        .init(
          "By which the fund's last sales fell short of the floor under the appraised value, after every listing.",
          "期末转让在各次挂牌后仍低于评估底价的差额。"))
    case .distributedInKind:
      .init(
        "CNY", .higher, .init("Distributed in kind", "非现金分配"),
        .init(
          "Listed shares handed out instead of money, at market price less the discount; part of the proceeds.",
          "以股票代替现金分配的金额，按市价扣除折扣计；已含于回收。"))
    case .pPublicExit:
      .init(
        "1", .lower, .init("Public investors left", "财政国资提前退出"),
        .init(
          "1 where a trigger let the public investors leave, else 0; the mean is the probability.",
          "触发提前退出记 1，否则 0；均值即概率。"))
    default:
      .init(
        "year", .higher, .init("Public investors left after", "提前退出的年限"),
        .init(
          "Age of the fund in the quarter in which its public investors left; missing if they did not.",
          "财政国资提前退出时的基金年限；未退出则为空。"))
    }
  }
}
