// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Simulation
import Testing

@testable import ScenarioFiles

/// Facts reach what judges them, and the places of fields are found.
@Suite struct FactTests {
  private let evaluation = "funds.f.governance.evaluation"

  @Test(
    "every fact of the evaluation narrows the score",
    arguments: [
      "new_productive_share", "new_results", "conversion", "bottlenecks", "market_violations", "carbon_cut",
      "green_share",
      "private_share", "contribution_rank", "key_fields", "regional_strategy", "key_field_share", "capacity_use",
      "asset_turnover", "manager_strengths",
    ])
  func facts(key: String) throws {
    func width(_ sets: [String]) throws -> Double {
      let fund = try LawfulScenario.load(sets).funds[0].value
      let total = try #require(FundOutcome(factsOf: fund, among: []).directionScore)
      return total.upperBound - total.lowerBound
    }
    let known = try width([])
    let open = try width(["\(evaluation).\(key)=null"])
    #expect(open > known, "\(key): \(known) to \(open)")
  }

  /// 8 + 3+2+3 + 1+3+4 + 3+2 + 5 + 0..5 + 0..5 + 4 + 5 + 10 + 10 + 5 + 5 + 0..4 + 6: 79 to 93.
  @Test("the score of the lawful scenario's facts, worked out by hand")
  func score() throws {
    let fund = try LawfulScenario.load().funds[0].value
    let score = DirectionScore(DirectionIndicators(factsOf: fund, among: []))
    #expect(score.total == 79...93 && score.grade == nil)
  }

  @Test(
    "the place of a field is that of the deepest part that is written",
    arguments: [
      ("funds.f.governance.layers", "layers: 2", 8), ("funds.f.governance.charter.1", "loss_tolerance", 0),
      ("funds.f.governance.charter.99", "[whole_fund_assessment", 0), ("funds.f.nothing.here", "name: {en: Fund", 0),
      ("", "guidefund: 1", 0),
    ])
  func places(path: String, text: String, offset: Int) throws {
    let folder = try TemporaryFolder(["scenario.yaml": LawfulScenario.text])
    let place = try ScenarioFile.load(folder.path, metrics: .sample).places.position(of: path)
    let lines = LawfulScenario.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines[place.line - 1].dropFirst(place.column - 1 - offset)
    #expect(line.hasPrefix(text), "\(place): \(line)")
  }

  @Test("words and days of facts are checked like all others")
  func mistakes() throws {
    let folder = try TemporaryFolder(["scenario.yaml": LawfulScenario.text])
    func issue(_ set: String) -> String {
      ScenarioFile.issues(of: folder.path, metrics: .sample, sets: [set]).map(\.description).joined()
    }
    #expect(issue("funds.f.governance.activities=[loan]").contains("unknown choice (loan)"))
    #expect(issue("funds.f.governance.promise=[principal]").contains("did you mean 'promises'?"))
    #expect(issue("compliance.governments.town.unfunded=[]").contains("unknown key (town)"))
    #expect(issue("compliance.promotion.national_list.forbidden=[dancing]").contains("unknown choice (dancing)"))
    #expect(issue("compliance.promotion.packages.p.signed=yesterday").contains("not a date (yesterday)"))
  }
}
