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
        TERMS.yaml holds guidefund: 1 and a section waterfall; FLOWS.csv the columns date,amount
        (paid in is negative, cash to distribute positive) and perhaps deal (none for fees and
        costs), class (of the investors who pay in) and write_off (capital of the deal that is
        lost). The fund ends with the last flow: then escrow and clawback are settled.
        """,
        """
        条款文件含 guidefund: 1 与 waterfall 一节；
        现金流文件的列为 date,amount（出资为负，可分配现金为正），可另有 deal（项目，费用留空）、
        class（出资类别）与 write_off（核销本金）。最后一笔之后基金结束，结算留存与回拨。
        """),
      examples: [
        "waterfall Scenarios/examples/terms.yaml \\\n    Scenarios/examples/fund-flows.csv",
        "waterfall Scenarios/examples/terms-deals.yaml \\\n    Scenarios/examples/deal-flows.csv",
      ]))

  @Argument(help: .init("The terms.", "条款。"), completion: .file(extensions: ["yaml"]))
  var terms: String

  @Argument(
    help: .init(
      "CSV with the columns date,amount[,deal,class,write_off].", "列为 date,amount[,deal,class,write_off] 的 CSV。"),
    completion: .file(extensions: ["csv"]))
  var flows: String

  @Option(
    name: .customLong("day-count"),
    help: .init("act/365f, act/360, 30/360 or act/act, instead of the terms'.", "计日规则。"))
  var dayCount: DayCountName?

  @Flag(help: .init("Print JSON.", "输出 JSON。"))
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    var inputs = Inputs()
    let clause = inputs.read { () throws(ScenarioRejected) in try WaterfallTermsFile.load(terms) }
    let entries = inputs.read { () throws(ScenarioRejected) in try UserTable.waterfallFlows(at: flows) }
    guard let clause, let entries else { throw inputs.rejection }
    var agreement = WaterfallAgreement(clause)
    if let dayCount { agreement.dayCount = dayCount.dayCount }
    guard clause.classes.isEmpty || entries.contains(where: { $0.investorClass != nil }) else {
      throw Failure.Stop(status: .invalid, message: Message.flowsWithoutClass(.preferred))
    }
    let ordered = entries.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    let deals = Self.deals(of: ordered.map(\.element))
    let classes = clause.classes.map(\.investorClass)
    let dated = ordered.map { Self.flow($0.element, deals, classes) }
    var waterfall = DatedWaterfall(agreement, deals: deals.count)
    let payments = waterfall.run(dated)
    _ = waterfall.settle()
    let table = WaterfallTable(
      waterfall, dated, payments, deals: deals, classes: ["fund"] + classes.map(\.rawValue))
    try Terminal.write(json ? table.json : table.text(.preferred))
  }

  /// The names of the deals, each once, in the order of their first flows.
  private static func deals(of entries: [WaterfallEntry]) -> [String] {
    var known: Set<String> = []
    return entries.compactMap(\.deal).filter { known.insert($0).inserted }
  }

  private static func flow(_ entry: WaterfallEntry, _ deals: [String], _ classes: [InvestorClass]) -> WaterfallFlow {
    WaterfallFlow(
      date: entry.date, contribution: max(.zero, .zero - entry.amount), distribution: max(.zero, entry.amount),
      writeOff: entry.writeOff, deal: entry.deal.flatMap { deals.firstIndex(of: $0) },
      investorClass: entry.investorClass.flatMap { classes.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
  }
}
