// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// What is said of funds that hold others, once for one mistake.
@Suite struct FundTreeCheckTests {
  /// A mother fund of 10 亿元 for twenty years that has 4 and 5 亿元 in two funds of ten years.
  private func issues(_ sets: [String], extra: String = "") throws -> [ScenarioIssue] {
    func fund(_ id: String, _ owner: String, _ more: [String: String] = [:]) -> PlainFunds.Fund {
      let usual = ["life": "{term: 10 years, extension_count: 0}"]
      return PlainFunds.Fund(
        id, [PlainFunds.owner("mother", owner), PlainFunds.social("6 亿元")], keys: usual.merging(more) { $1 })
    }
    let clause = "{multiple: 1, deadline: 5 years, recognised: {own_investment: {}}}"
    let mother = PlainFunds.Fund(
      "mother", [PlainFunds.city("6 亿元"), PlainFunds.social("4 亿元")],
      keys: ["life": "{term: 10 years, extension_count: 2, extension_length: 1 year}"])
    let text = PlainFunds.text(
      [], [mother, fund("one", "4 亿元", ["reinvestment": clause]), fund("two", "5 亿元")],
      extra: "public_money: {city: {}}\n" + extra)
    let folder = try TemporaryFolder(["scenario.yaml": text])
    let known = ScenarioFile.issues(of: folder.path, metrics: ScenarioWorkshop.metrics)
    return ScenarioFile.issues(of: folder.path, metrics: ScenarioWorkshop.metrics, sets: sets)
      .filter { !known.contains($0) }
  }

  @Test(
    "funds that cannot keep what they promise",
    arguments: [
      ("funds.two.investors.owner.commitment=6 亿元", "", ""),
      (
        "funds.two.investors.owner.commitment=6.01 亿元", "funds.one.investors.owner.commitment",
        "the fund mother commits 10.01 亿元 to funds, more than its own size of 10 亿元"
      ),
      ("funds.two.life.term=12 years", "", ""),
      (
        "funds.two.life.term=12.25 years", "funds.two.investors.owner.fund",
        "the fund mother ends in 2037-Q1 at the latest, before this one in 2037-Q2"
      ),
      ("funds.one.reinvestment.deadline=10 years", "", ""),
      ("funds.one.reinvestment.deadline=11 years", "funds.one.reinvestment.deadline", "after 10 years"),
    ])
  func advice(set: String, path: String, text: String) throws {
    let found = try issues([set]).filter { $0.code == .advice && !$0.path.hasSuffix(".life") }
    #expect(found.map(\.path) == (path.isEmpty ? [] : [path]), "\(found)")
    #expect(found.allSatisfy { $0.description.contains(text) && $0.text(.chinese).contains(#/\p{Han}/#) })
  }

  @Test(
    "one mistake has one message",
    arguments: [
      ("funds.one.starts=2026年4月", "funds.one.starts", "2026-Q2"),
      ("funds.one.starts=2026-04-01", "funds.one.starts", "2026-Q2"),
      ("funds.mother.starts=2026Q3", "funds.mother.starts", "2026-Q3"),
      ("time.start=2026-Q5", "time.start", ""),
      ("funds.mother.investors.city.class=市财政", "funds.mother.investors.city.class", ""),
    ])
  func once(set: String, path: String, meant: String) throws {
    let target =
      "targets: {t: {name: {en: T, zh: 目标}, entity: mother, metric: nav, window: {to: 2030-Q4}, threshold: 1 亿元}}"
    let found = try issues([set], extra: target).filter { $0.severity == .error }
    #expect(found.map(\.path) == [path], "\(found)")
    #expect(found.allSatisfy { $0.suggestion ?? "" == meant })
  }

  @Test(
    "days as spreadsheets and people write them",
    arguments: [
      ("2021/3/15", "2021-03-15"), ("2021年3月15日", "2021-03-15"), ("2021.12.1", "2021-12-01"), ("15/03/2021", nil),
      ("44270", nil), ("2021/13/1", nil), ("2021-3", nil),
    ] as [(String, String?)])
  func days(text: String, day: String?) {
    #expect(DateSpelling.day(text).map { "\($0)" } == day)
  }
}
