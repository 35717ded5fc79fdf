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
  /// Management fee of the quarter.
  case managementFee = "management_fee"

  /// The entities that have the metric.
  public var kinds: [EntityKind] {
    switch self {
    case .netCashFlow, .cumulativeNetCashFlow: [.fund, .investorClass, .publicMoney]
    case .paidIn, .distributed, .nav: [.fund, .investorClass]
    case .reportedNav, .managementFee: [.fund]
    }
  }

  /// Its unit, labels and definition.
  public var about: MetricDefinition {
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
          "季末持有项目与现金的模型价值,扣除应计业绩报酬。"))
    case .reportedNav:
      .init(
        "CNY", .higher, .init("Reported value", "报告净值"),
        .init(
          "Value as the manager reports it: lagged, smoothed, with a haircut on stale values.",
          "管理人报告的价值:滞后、平滑,并对陈旧估值打折。"))
    case .netCashFlow:
      .init(
        "CNY", .higher, .init("Net cash flow", "净现金流"),
        .init("Money received less money paid in, in the quarter.", "当季收回减投入。"))
    case .cumulativeNetCashFlow:
      .init(
        "CNY", .higher, .init("Cumulative net cash flow", "累计净现金流"),
        .init("Money received less money paid in, up to the end of the quarter.", "截至季末收回减投入。"))
    case .managementFee:
      .init(
        "CNY", .lower, .init("Management fee", "管理费"),
        .init("Management fee charged in the quarter.", "当季管理费。"))
    }
  }
}
