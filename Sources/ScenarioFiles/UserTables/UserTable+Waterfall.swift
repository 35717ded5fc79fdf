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
    guard issues.isEmpty else { throw ScenarioRejected(issues: issues) }
    return entries
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
