// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Measures
import PortfolioModel
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// Who gets what of real flows under given terms.
struct Waterfall: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: BilingualText(
      "Divide real dated flows between investors and manager under given terms.", "按给定条款把真实现金流分给出资人与管理人。"
    ).preferred,
    discussion: Help.discussion(
      BilingualText(
        """
        TERMS.yaml holds guidefund: 1 and a section waterfall; FLOWS.csv the columns
        date,amount (paid in is negative, cash to distribute positive).
        """,
        """
        条款文件含 guidefund: 1 与 waterfall 一节;
        现金流文件的列为 date,amount(出资为负,可分配现金为正)。
        """),
      examples: ["waterfall Scenarios/examples/terms.yaml \\\n    Scenarios/examples/fund-flows.csv"]))

  @Argument(help: .init("The terms.", "条款。"), completion: .file(extensions: ["yaml"]))
  var terms: String

  @Argument(
    help: .init("CSV with the columns date,amount.", "列为 date,amount 的 CSV。"), completion: .file(extensions: ["csv"]))
  var flows: String

  @Option(name: .customLong("day-count"), help: .init("Day count.", "计日规则。"))
  var dayCount = DayCountName.actual365Fixed

  @Flag(help: .init("Print JSON.", "输出 JSON。"))
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    var inputs = Inputs()
    let clause = inputs.read { () throws(ScenarioRejected) in try WaterfallTermsFile.load(terms) }
    let entries = inputs.read { () throws(ScenarioRejected) in try UserTable.cashFlows(at: flows) }
    guard let clause, let entries else { throw inputs.rejection }
    var waterfall = EuropeanWaterfall(WaterfallTerms(clause))
    let dated = entries.sorted { $0.date < $1.date }.map { flow in
      let amount = Money(nearestYuan: flow.yuan)
      return amount < .zero
        ? WaterfallFlow(date: flow.date, contribution: .zero - amount)
        : WaterfallFlow(date: flow.date, distribution: amount)
    }
    let tiers = waterfall.run(dated, dayCount: dayCount.dayCount)
    let rows = zip(dated, tiers).map { row($0.date.description, $0, $1) } + [total(waterfall, dated, tiers)]
    Terminal.write(json ? jsonText(rows) : table(rows))
  }

  private static let names = [
    "date", "contribution", "distribution", "return_of_capital", "preferred", "catch_up_investors", "catch_up_manager",
    "split_investors", "split_manager", "investors", "manager",
  ]

  private func row(_ label: String, _ flow: WaterfallFlow, _ tiers: WaterfallTiers) -> [String] {
    let amounts = [
      flow.contribution, flow.distribution, tiers.returnOfCapital, tiers.preferred, tiers.catchUpInvestors,
      tiers.catchUpManager, tiers.splitInvestors, tiers.splitManager, tiers.investors, tiers.manager,
    ]
    return [label]
      + amounts.map { amount in
        var bytes: [UInt8] = []
        NumberText.append(fen: amount.fen, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
      }
  }

  private func total(_ waterfall: EuropeanWaterfall, _ flows: [WaterfallFlow], _ tiers: [WaterfallTiers]) -> [String] {
    func sum(_ part: (WaterfallTiers) -> Money) -> Money { tiers.reduce(.zero) { $0 + part($1) } }
    var all = WaterfallTiers()
    all.returnOfCapital = sum(\.returnOfCapital)
    all.preferred = sum(\.preferred)
    all.catchUpInvestors = sum(\.catchUpInvestors)
    all.catchUpManager = sum(\.catchUpManager)
    all.splitInvestors = sum(\.splitInvestors)
    all.splitManager = sum(\.splitManager)
    let flow = WaterfallFlow(
      date: flows.last?.date ?? CalendarDate(dayNumber: 1), contribution: flows.reduce(.zero) { $0 + $1.contribution },
      distribution: flows.reduce(.zero) { $0 + $1.distribution })
    return row("total", flow, all)
  }

  private func table(_ rows: [[String]]) -> String {
    let all = [Self.names] + rows
    let widths = Self.names.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      row.indices.map { String(repeating: " ", count: widths[$0] - row[$0].count) + row[$0] }.joined(separator: "  ")
    }.joined(separator: "\n") + "\n"
  }

  private func jsonText(_ rows: [[String]]) -> String {
    let objects = rows.map { row in
      "{" + zip(Self.names, row).map { "\"\($0)\": " + ($0 == "date" ? "\"\($1)\"" : $1) }.joined(separator: ", ") + "}"
    }
    return "[" + objects.joined(separator: ",\n ") + "]\n"
  }
}
