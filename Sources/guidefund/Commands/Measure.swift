// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Measures
import Quantities
import Reporting
import ScenarioFiles

/// Measures of real dated flows.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "IRR, NPV, multiples and public-market equivalents of real dated flows.", "按真实现金流计算收益率、净现值、倍数与公开市场等价。"
    ).preferred,
    discussion: Help.discussion(
      BilingualText(
        "FLOWS.csv has the columns date,amount (ISO dates; money paid in is negative).",
        "现金流文件的列为 date,amount（日期如 2025-04-07；出资为负）。"),
      examples: ["measure Scenarios/examples/flows.csv --nav 20 \\\n    --index Scenarios/examples/index.csv"]))

  @Argument(
    help: .init("CSV with the columns date,amount.", "列为 date,amount 的 CSV。"), completion: .file(extensions: ["csv"]))
  var flows: String

  @Option(
    help: .init(
      "Net asset value on the day of the last flow, in yuan or with a unit.", "最后一笔现金流当日的净资产值，以元计或带单位。",
      valueName: "AMOUNT"))
  var nav: String?

  @Option(
    help: .init(
      "CSV with the columns date,value: the index for public-market equivalents.", "列为 date,value 的 CSV：对比指数。"))
  var index: String?

  @Option(name: .customLong("day-count"), help: .init("Day count.", "计日规则。"))
  var dayCount = DayCountName.actual365Fixed

  @Option(
    help: .init(
      "Discount rate a year for the net present value, such as '3 %'; without it npv is null.",
      "净现值的年折现率，如“3 %”；不给则 npv 为 null。"))
  var rate: String?

  @Flag(help: .init("Print JSON.", "输出 JSON。"))
  var json = false

  @OptionGroup var language: LanguageOption

  mutating func validate() throws {
    _ = try netAssetValue()
  }

  func run() throws {
    var inputs = Inputs()
    let table = inputs.read { () throws(ScenarioRejected) in try UserTable.cashFlows(at: flows) }
    let levels = index.map { path in
      inputs.read { () throws(ScenarioRejected) in try UserTable.index(at: path) } ?? []
    }
    try inputs.check()
    if table?.haveUnits == true, let nav, let plain = Double(nav), plain != 0 {
      throw Failure.Stop(status: .invalid, message: Message.valueWithoutUnit(nav)(.preferred))
    }
    let report = try MeasureReport(
      flows: table?.flows ?? [], index: levels, netAssetValue: netAssetValue(), dayCount: dayCount.dayCount,
      discountRate: discountRate())
    try Terminal.write(json ? report.table.json : report.table.text(.preferred))
  }

  /// Yuan, no more than the amounts of a file may sum to; the comparison refuses NaN too.
  private func netAssetValue() throws -> Double {
    guard let nav else { return 0 }
    let yuan = Double(nav) ?? (try? QuantityText(nav, as: .money))?.value
    guard let yuan, yuan.magnitude <= 1e14 else { throw ValidationError(Message.badNetAssetValue(nav).preferred) }
    return yuan
  }

  private func discountRate() throws -> Double? {
    guard let rate else { return nil }
    guard let quantity = try? QuantityText(rate, as: .annualRate) else {
      throw Failure.Stop(status: .invalid, message: Message.badRate(rate)(.preferred))
    }
    return quantity.value
  }
}

/// Day counts as users write them.
enum DayCountName: String, ExpressibleByArgument, CaseIterable {
  case actual365Fixed = "act/365f"
  case actual360 = "act/360"
  case thirty360 = "30/360"
  case actualActualISDA = "act/act"

  var dayCount: DayCount {
    switch self {
    case .actual365Fixed: .actual365Fixed
    case .actual360: .actual360
    case .thirty360: .thirty360
    case .actualActualISDA: .actualActualISDA
    }
  }
}
