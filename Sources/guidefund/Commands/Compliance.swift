// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Reporting
import ScenarioFiles
import Simulation

/// Judges a loaded scenario by the shipped rules; `check`, `run` and `verify` go the same way.
struct Compliance {
  private let loaded: LoadedScenario

  init(_ loaded: LoadedScenario) { self.loaded = loaded }

  /// How every rule stands before anything is simulated.
  func findings(on day: CalendarDate? = nil) -> [RuleFinding] {
    RuleBook.shipped.judge(loaded.model, on: day, outcomes: FundOutcome.facts(of: loaded.model))
  }

  /// How every rule stands after a run: those that judge results by its replicates.
  func findings(after outcomes: [DesignOutcome]) -> [RuleFinding] {
    guard let base = outcomes.first else { return findings() }
    return RuleBook.shipped.judge(loaded.model, outcomes: FundOutcome.results(of: loaded.model, in: base))
  }

  /// The same with places.
  func located(on day: CalendarDate? = nil) -> [LocatedFinding] {
    findings(on: day).map { finding in
      let place = loaded.places.position(of: finding.path)
      return LocatedFinding(finding, file: place.file, line: place.line, column: place.column)
    }
  }

  /// Ends with 3 where a forbidden rule is broken, and says which.
  func refuseForbidden(on day: CalendarDate? = nil) throws {
    let forbidden = located(on: day).filter(\.finding.isForbidden)
    guard !forbidden.isEmpty else { return }
    let list = ComplianceText.breaches(forbidden, language: .preferred)
    throw Failure.Stop(status: .forbidden, message: list + Message.forbidden(forbidden.count)(.preferred))
  }
}
