// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// The section `waterfall` of files of terms and of scenarios, and the tables of flows.
@Suite struct WaterfallClauseTests {
  static let full = """
    guidefund: 1
    sources: {deed: {title: {en: Agreement, zh: 合伙协议}}}
    waterfall:
      kind: american
      hurdle: {rate: {value: 8 %, source: deed, grade: V}, compounding: annual}
      catch_up: 50 %
      catch_up_end: fixed_gross
      carry: 20 %
      day_count: act/360
      balance_floor: none
      clawback: {tax_share: 20 %}
      escrow: {share: 30 %, release: end}
      classes:
        general_partner: {carry: 0 %, catch_up: 0 %, hurdle: null}
        city_fiscal: {hurdle: {rate: 4 %, compounding: simple}, carry: 10 %}

    """

  private func load(_ text: String) throws -> WaterfallClause {
    let folder = try TemporaryFolder(["t.yaml": text])
    return try WaterfallTermsFile.load(folder("t.yaml"))
  }

  @Test func everyTerm() throws {
    let clause = try load(Self.full)
    #expect(clause.kind == .american && clause.catchUpEnd == .fixedGross && clause.dayCount == .actual360)
    #expect(clause.balanceFloor == .none && clause.clawback?.taxShare.value.fraction == 0.2)
    #expect(clause.escrow?.share.value.fraction == 0.3 && clause.escrow?.release == .end)
    #expect(clause.classes.map(\.investorClass) == [.cityFiscal, .generalPartner])
    let fiscal = clause.sharing(of: .cityFiscal)
    #expect(fiscal.hurdle?.compounding == .simple && fiscal.carry.value.fraction == 0.1)
    // What a class does not say is as for the fund; a hurdle of null is none.
    #expect(fiscal.catchUp == clause.catchUp && fiscal.catchUpEnd == .fixedGross)
    #expect(clause.sharing(of: .generalPartner).hurdle == nil && clause.sharing(of: .bank) == clause.sharing)
  }

  @Test func conventionsHaveDefaults() throws {
    let clause = try load(
      "guidefund: 1\nwaterfall: {kind: european, hurdle: null, catch_up: 0 %, carry: 20 %, escrow: {share: 20 %}, clawback: {}}"
    )
    #expect(clause.catchUpEnd == .parity && clause.dayCount == .actual365Fixed && clause.balanceFloor == .zero)
    #expect(clause.clawback?.taxShare.value.fraction == 0 && clause.escrow?.release == .wholeFund)
    #expect(clause.classes.isEmpty)
  }

  @Test func defaultsOfTermsAreUsed() {
    #expect(ShippedDefaults.terms.issues == [] && ShippedDefaults.terms.values.count == 5)
    let reading = ScenarioReading(defaults: .terms) { $0.section("waterfall", "", "", WaterfallClause.read) }
    #expect(reading.describe().context.usedDefaults == Set(ShippedDefaults.terms.values.keys))
  }

  @Test(
    "mistakes are told with their place",
    arguments: [
      ("kind: american", "kind: amercan", "4:9: waterfall.kind: unknown choice (amercan)"),
      ("city_fiscal:", "city_fisc:", "15:5: waterfall.classes.city_fisc: unknown key (city_fisc)"),
      ("{carry: 0 %, catch_up: 0 %, hurdle: null}", "{cary: 0 %}", "14:23: waterfall.classes.general_partner.cary"),
      ("carry: 10 %}", "carry: 60 %}", "15:18: waterfall.classes.city_fiscal.catch_up: a catch-up share"),
      ("release: end", "release: later", "12:34: waterfall.escrow.release: unknown choice (later)"),
      ("share: 30 %", "share: 130 %", "12:19: waterfall.escrow.share"),
      ("tax_share: 20 %", "tax_share: 20", "11:25: waterfall.clawback.tax_share: a number without unit (20)"),
      ("act/360", "act/361", "9:14: waterfall.day_count: unknown choice (act/361)"),
      ("balance_floor: none", "balance_floor: null", ""),
    ])
  func mistakes(original: String, mistake: String, message: String) throws {
    let folder = try TemporaryFolder(["t.yaml": Self.full.replacing(original, with: mistake, maxReplacements: 1)])
    let path = folder("t.yaml")
    do {
      _ = try WaterfallTermsFile.load(path)
      #expect(message.isEmpty)
    } catch {
      let issues = error.issues.filter { $0.severity == .error }
      #expect(issues.count == 1 && issues[0].description.contains("t.yaml:\(message)"), "\(issues.map(\.description))")
      #expect(issues[0].text(.chinese) != issues[0].text(.english))
    }
  }

  /// A scenario's fund has every term.
  @Test(
    arguments: [
      "kind: american", "catch_up_end: fixed_gross", "day_count: act/365f", "balance_floor: none", "clawback: {}",
      "escrow: {}", "classes: {general_partner: {carry: 0 %, catch_up: 0 %}}",
    ])
  func scenariosHaveThem(term: String) throws {
    // A line of credit refuses deals that are reckoned one by one, an early exit and an option on a stake terms by class.
    let option = "concessions: {option: {kind: buyout_option, giver: soe, receivers: [gp], within: 5 years, rate: 3 %}}"
    let text = FullScenario.text.replacing("catch_up: 50 %}", with: "catch_up: 50 %, \(term)}")
      .replacing("credit_line: {limit: 40 %, clean_down: 6 months, bridges: purchases}", with: "")
      .replacing("public_exit: {idle: 2 years, tolerance_breach: true}", with: "")
      .replacing(option, with: "")
    let folder = try TemporaryFolder(FullScenario.files.merging(["scenario.yaml": text]) { $1 })
    let issues = ScenarioFile.issues(of: folder.path, metrics: .sample).filter { $0.severity == .error }
    #expect(issues.allSatisfy { $0.description.contains("class of which there is no investor") }, "\(issues)")
    #expect(issues.isEmpty || term.hasPrefix("classes"))
  }

  /// An option hands a stake over with its terms, so both sides need the same.
  @Test func stakesKeepTheirTerms() throws {
    let options =
      "concessions: {o: {kind: buyout_option, giver: city, receivers: [social], within: 5 years, rate: 3 %}}"
    func issues(_ terms: String) throws -> [ScenarioIssue] {
      let text = SmallFund.text(
        law: SmallFund.fixed(2, years: 3),
        fund: [
          "waterfall": "{kind: european, hurdle: null, catch_up: 0 %, carry: 20 %, classes: {city_fiscal: {\(terms)}}}"
        ])
      let folder = try TemporaryFolder([
        "scenario.yaml": text.replacing("    calls:", with: "    \(options)\n    calls:")
      ])
      return ScenarioFile.issues(of: folder.path, metrics: .sample).filter { $0.severity == .error }
    }
    #expect(try issues("carry: 10 %").map(\.path) == ["funds.fund.concessions.o"])
  }
}
