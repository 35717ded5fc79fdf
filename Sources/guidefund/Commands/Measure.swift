// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Measures
import Quantities
import Reporting
import ScenarioFiles

/// Measures of real dated flows.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "IRR, NPV, multiples and public-market equivalents of real dated flows.",
    discussion: """
      按真实日期现金流计算内部收益率、净现值、倍数与公开市场等价指标。
      FLOWS.csv has the columns date,amount (ISO dates; money paid in is negative).

      Example:
        guidefund measure Scenarios/examples/flows.csv --nav 20 \\
          --index Scenarios/examples/index.csv
      """)

  @Argument(help: "CSV with the columns date,amount.", completion: .file(extensions: ["csv"]))
  var flows: String

  @Option(help: "Net asset value on the day of the last flow.")
  var nav: Double?

  @Option(help: "CSV with the columns date,value: the index for public-market equivalents.")
  var index: String?

  @Option(name: .customLong("day-count"), help: "act/365f, act/360, 30/360 or act/act.")
  var dayCount = DayCountName.actual365Fixed

  @Option(help: "Discount rate a year for the net present value, such as '3 %'; without it npv is null.")
  var rate: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    var inputs = Inputs()
    let table = inputs.read { () throws(ScenarioRejected) in try UserTable.cashFlows(at: flows) }
    let levels = index.map { path in
      inputs.read { () throws(ScenarioRejected) in try UserTable.index(at: path) } ?? []
    }
    try inputs.check()
    let report = try MeasureReport(
      flows: table ?? [], index: levels, netAssetValue: nav ?? 0, dayCount: dayCount.dayCount,
      discountRate: discountRate())
    Terminal.write(json ? report.json : report.text(.preferred))
  }

  private func discountRate() throws -> Double? {
    guard let rate else { return nil }
    guard let quantity = try? QuantityText(rate, as: .annualRate) else {
      throw Failure.Stop(
        status: .invalid, message: "--rate: \(rate): " + Message.notEnough(QuantityKind.annualRate.examples)(.preferred)
      )
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
