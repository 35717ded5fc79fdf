// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension UserTable {
  /// Flows of a fund from a table with the columns `date` and `amount`, and perhaps `deal`, `class` and `write_off`, in
  /// the order of the file.
  ///
  /// The amounts of a column sum to at most 100 trillion yuan, so that sums of fen cannot overflow.
  public static func waterfallFlows(at path: String) throws(ScenarioRejected) -> [WaterfallEntry] {
    let table = try UserTable(
      at: path,
      columns: [
        .date("date"), .yuan("amount"), .text("deal").optional, .text("class").optional, .yuan("write_off").optional,
      ])
    var issues: [ScenarioIssue] = []
    let entries = (0..<table.count).map { table.waterfallEntry($0, &issues) }
    table.checkCapital(of: entries, &issues)
    guard issues.isEmpty else { throw ScenarioRejected(issues: issues) }
    return entries
  }

  /// Cash and losses come from capital that was paid in before, deal by deal where the table names deals.
  private func checkCapital(of entries: [WaterfallEntry], _ issues: inout [ScenarioIssue]) {
    let first = entries.filter { $0.amount < .zero }.map(\.date).min()
    var capital: [String: Money] = [:]
    for entry in entries where entry.amount < .zero {
      if let deal = entry.deal { capital[deal, default: .zero] -= entry.amount }
    }
    for (row, entry) in entries.enumerated() {
      if entry.amount > .zero, first.map({ entry.date < $0 }) ?? true {
        let problem = BilingualText(
          "cash is distributed before capital is paid in, which is negative", "分配早于首次出资（出资应为负数）")
        issues.append(ScenarioIssue(positions("amount")[row], "amount", .inconsistent(problem)))
      }
      if let issue = issue(with: entry, row, capital) { issues.append(issue) }
    }
  }

  /// What is wrong with cash or a loss of a deal, given what was paid into each.
  private func issue(with entry: WaterfallEntry, _ row: Int, _ capital: [String: Money]) -> ScenarioIssue? {
    guard let deal = entry.deal, entry.amount > .zero || entry.writeOff > .zero else { return nil }
    guard let paid = capital[deal] else {
      return ScenarioIssue(
        positions("deal")[row], "deal",
        .inconsistent(BilingualText("no capital was paid into this deal (\(deal))", "该项目没有出资（\(deal)）")),
        suggestion: Spelling.suggestion(for: deal, among: capital.keys))
    }
    guard entry.writeOff > paid else { return nil }
    let problem = BilingualText("more than was paid into the deal is written off", "核销金额超过该项目出资")
    return ScenarioIssue(positions("write_off")[row], "write_off", .inconsistent(problem))
  }

  private func number(_ column: String, _ row: Int) -> Double {
    numbers(column).isEmpty ? 0 : numbers(column)[row]
  }

  private func text(_ column: String, _ row: Int) -> String? {
    texts(column).isEmpty || texts(column)[row].isEmpty ? nil : texts(column)[row]
  }

  private func waterfallEntry(_ row: Int, _ issues: inout [ScenarioIssue]) -> WaterfallEntry {
    let entry = WaterfallEntry(
      date: dates("date")[row], amount: Money(nearestYuan: numbers("amount")[row]),
      writeOff: Money(nearestYuan: number("write_off", row)), deal: text("deal", row),
      investorClass: investorClass(row, &issues))
    func refuse(_ column: String, _ english: String, _ chinese: String) {
      issues.append(
        ScenarioIssue(positions(column)[row], column, .inconsistent(BilingualText(english, chinese))))
    }
    if entry.amount > .zero && entry.investorClass != nil {
      refuse("class", "cash is divided between all classes by what they paid in", "分配款按实缴在各类出资人之间划分")
    }
    if entry.writeOff < .zero { refuse("write_off", "a loss is written as a positive amount", "核销金额应为正数") }
    if entry.writeOff != .zero && entry.deal == nil {
      refuse("write_off", "a loss needs the deal that made it", "核销须写明项目")
    }
    return entry
  }

  private func investorClass(_ row: Int, _ issues: inout [ScenarioIssue]) -> InvestorClass? {
    guard let text = text("class", row) else { return nil }
    if let known = InvestorClass(rawValue: text) { return known }
    let words = InvestorClass.allCases.map(\.rawValue)
    issues.append(
      ScenarioIssue(
        positions("class")[row], "class", .unknownChoice(text), expected: .oneOf(words),
        suggestion: Spelling.suggestion(for: text, among: words)))
    return nil
  }
}
