// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
public import Quantities

/// A scenario that was accepted, with everything that is known of where it comes from.
public struct LoadedScenario: Sendable {
  /// The design, ready to be resolved into a plan.
  public let model: Scenario
  /// The register of assumptions in the order of its paths; `Sourced.parameter` is a place in it.
  public let register: [Parameter]
  /// The documents that values name, the scenario's own first.
  public let sources: [SourceDocument]
  /// What is unusual; nothing here prevents a run.
  public let warnings: [ScenarioIssue]
  /// The same with files named as in `origin`: what a run folder states, so that its replay states the same.
  public let warningsOfCopies: [ScenarioIssue]
  /// The files and settings that it was read from.
  public let origin: ScenarioSource
  /// Where its fields stand.
  public let places: ScenarioPlaces
}
