// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// Amounts in dollars become yuan when a scenario is read, at the rate of the year that they belong to.
@Suite struct ExchangeRateTests {
  /// The scenario that uses everything, with some texts replaced.
  private func load(_ changes: [(String, String)], sets: [String] = []) throws -> LoadedScenario {
    var files = FullScenario.files
    for (old, new) in changes {
      try #require(files.values.contains { $0.contains(old) })
      files = files.mapValues { $0.replacing(old, with: new, maxReplacements: 1) }
    }
    let folder = try TemporaryFolder(files)
    defer { withExtendedLifetime(folder) {} }
    return try ScenarioFile.load(folder.path, metrics: .sample, sets: sets)
  }

  private func issues(_ changes: [(String, String)], sets: [String] = []) throws -> [ScenarioIssue] {
    do {
      return try load(changes, sets: sets).warnings
    } catch let rejected as ScenarioRejected {
      return rejected.issues
    }
  }

  private func yuan(_ amount: Sourced<Money>) -> Double { amount.value.yuan }

  @Test("a company by its round, a holding by its purchase, a fund by its start, the rest by the start of the run")
  func years() throws {
    let model = try load([
      ("fx: {usd: {2026: 7,", "fx: {usd: {2022: 6, 2023: 6.2, 2025: 6.8, 2026: 7,"),
      ("cost: 1500 万元", "cost: 100 万美元"), ("ticket: 300 万元", "ticket: USD 5e5"),
      ("    deadweight: 40 %", "    deadweight: 40 %\n    rounds: {seed: {size: 200 万 USD}, a: {size: 1 亿元}}"),
    ]).model
    #expect(yuan(model.companies[1].value.roundSize) == 7e7)
    guard case .companies(let programme) = model.funds[0].value.portfolio else { throw Wrong() }
    #expect(yuan(programme.openingHoldings[0].value.cost) == 6.2e6)
    #expect(yuan(programme.tickets[0].ticket) == 3e6)
    #expect(yuan(model.candidateStreams[0].value.rounds[0].size) == 1.36e7)
    #expect(model.economy.dollar?.years == [2022, 2023, 2025, 2026, 2028])
    #expect(model.economy.dollar?.yuan(in: 2000) == 6 && model.economy.dollar?.yuan(in: 2040) == 6.5)
  }

  private struct Wrong: Error {}

  @Test("one rate for all years; an amount is rounded to the fen; the register keeps what was written")
  func oneRate() throws {
    let loaded = try load(
      [("fx: {usd: {2026: 7, 2028: {value: 6.5, source: plan, grade: prior}}}", "fx: {usd: 7.1234}")],
      sets: ["funds.old.investors.gp.commitment=0.01 美元"])
    let commitment = try #require(loaded.model.funds[0].value.investors.first { $0.id == "gp" }?.value.commitment)
    #expect(commitment.value == Money(fen: 7))
    let row = loaded.register[commitment.parameter]
    #expect(row.text == "0.01 美元" && row.unit == "CNY")
    #expect(loaded.register.contains { $0.path == "economy.fx.usd" && $0.text == "7.1234" })
  }

  @Test("a range is converted like its value, and may mix currencies")
  func range() throws {
    let loaded = try load(
      [("fx: {usd: {2026: 7,", "fx: {usd: {2022: 6,")],
      sets: [
        "funds.old.investors.gp.commitment={value: 100 万美元, low: 500 万元, high: 1 million USD, grade: prior}"
      ])
    let issues = try issues(
      [],
      sets: [
        "funds.old.investors.gp.commitment={value: 100 万美元, low: 800 万元, high: 2 million USD, grade: prior}"
      ])
    #expect(issues.map(\.code) == [.baseOutsideRange])
    let commitment = try #require(loaded.model.funds[0].value.investors.first { $0.id == "gp" }?.value.commitment)
    let range = try #require(loaded.register[commitment.parameter].uncertainty)
    #expect(range.low == 5e6 && range.base == 6e6 && range.high == 6e6)
  }

  @Test("limits are those of the amount in yuan")
  func limits() throws {
    #expect(try issues([], sets: ["funds.old.investors.gp.commitment=2e13 USD"]).map(\.code) == [.outOfRange])
    #expect(
      try issues([("{2026: 7,", "{2026: 100,")], sets: ["funds.old.investors.gp.commitment=2e12 USD"])
        .contains { $0.code == .outOfRange && $0.path == "funds.old.investors.gp.commitment" })
  }

  @Test("without a rate the amount is refused at its place, once, in both languages")
  func missing() throws {
    let fx = "fx: {usd: {2026: 7, 2028: {value: 6.5, source: plan, grade: prior}}}"
    let found = try issues([(fx, "")])
    #expect(found.map(\.code) == [.noExchangeRate])
    let issue = try #require(found.first)
    #expect(
      issue.description.hasSuffix(
        "data/companies.csv:3:37: companies.c2.round_size: no exchange rate for USD (1000 万美元); expected economy.fx.usd, "
          + "yuan for one dollar"))
    #expect(issue.text(.chinese).hasSuffix("没有 USD 的汇率（1000 万美元）；应为 economy.fx.usd（一美元合多少元）"))
  }

  @Test(
    "a rate that cannot be read is the only mistake",
    arguments: ["fx: {usd: -7}", "fx: {usd: many}", "fx: {}", "fx: 7", "fx: {usd: {}}", "fx: {usd: {2026: null}}"])
  func unreadable(text: String) throws {
    let fx = "fx: {usd: {2026: 7, 2028: {value: 6.5, source: plan, grade: prior}}}"
    let found = try issues([(fx, text)])
    #expect(found.count == 1 && found.allSatisfy { $0.path.hasPrefix("economy.fx") }, "\(found)")
  }

  @Test("a rate has no range, and an odd one is pointed out")
  func certain() throws {
    #expect(try issues([], sets: ["economy.fx.usd={value: 7, low: 6, high: 8}"]).map(\.code) == [.notUncertain])
    #expect(try issues([], sets: ["economy.fx.usd=1.4"]).map(\.code) == [.unusualValue])
  }
}
