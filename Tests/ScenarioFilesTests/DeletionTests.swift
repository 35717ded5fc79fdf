// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import TestSupport
import Testing

@testable import ScenarioFiles

/// `null` takes an entry away, and whatever names it is told so.
@Suite struct DeletionTests {
  private func issues(_ name: String, _ sets: [String]) -> [String] {
    ScenarioFile.issues(of: ScenarioWorkshop.path(name), metrics: ScenarioWorkshop.metrics, sets: sets)
      .map { "\($0.path): \($0.problem.message(.english))" }
  }

  @Test(
    "a deleted entry that is named",
    arguments: [
      ("by-hand", ["companies.alpha=null"], "funds.city.portfolio.named.0.company: nothing has this id (alpha)"),
      (
        "yangjiang-2025", ["economy.sectors.green_energy=null"],
        "candidate_streams.local_start_ups.sector_mix.green_energy: nothing has this id (green_energy)"
      ),
      (
        "yangjiang-2025", ["company_laws.venture=null"],
        "candidate_streams.greater_bay_area.law: nothing has this id (venture)"
      ),
      (
        "yangjiang-2025", ["candidate_streams.local_start_ups=null", "candidate_streams.greater_bay_area=null"],
        "funds.venture_fund.portfolio.streams.0: nothing has this id (local_start_ups)"
      ),
      (
        "yangjiang-2025", ["funds.venture_fund=null"],
        "derived_plans.no_fund.without.0: nothing has this id (venture_fund)"
      ),
      ("yangjiang-2025", ["economy.inflation={2025: null}"], "economy.inflation: 0 entries"),
    ])
  func named(name: String, sets: [String], message: String) {
    let found = issues(name, sets)
    #expect(found.contains(message), "\(found)")
  }

  @Test("a deleted entry that nothing names")
  func unnamed() {
    #expect(
      issues("by-hand", ["companies.alpha=null", "funds.city.portfolio.named=[{company: beta, ticket: 2000 万元}]"]) == []
    )
  }

  @Test(
    "keys of another form of a section",
    arguments: [
      ["candidate_streams.local_start_ups.arrivals={kind: unlimited, mean: null}"],
      ["economy.lending_rate={kind: vasicek, rate: null, initial: 3 %, mean: 3 %, reversion: 0.5, volatility: 1 %}"],
    ])
  func otherForm(sets: [String]) {
    #expect(issues("yangjiang-2025", sets) == [])
  }

  @Test("a misspelt key is not taken away")
  func misspelt() {
    let found = issues("yangjiang-2025", ["candidate_streams.local_start_ups.arrivals={kind: unlimited, maen: null}"])
    #expect(found.contains { $0.contains("unknown key (maen)") } && found.count == 2, "\(found)")
  }
}
