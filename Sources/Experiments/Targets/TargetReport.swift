// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
import Quantities
public import Simulation

/// All that is stated of the targets of a scenario.
public struct TargetReport: Hashable, Sendable {
  /// One a target, by id.
  public var findings: [TargetFinding]
  /// How many of those that the simulation tells about are met together; nothing where there is none.
  public var joint: JointTargets?
  /// Targets that contradict each other, whatever is simulated.
  public var conflicts: [TargetConflict]
  /// The quarters of the run.
  public var time: TimeGrid

  /// States what a run says of the targets.
  ///
  /// - Parameters:
  ///   - scenario: The targets.
  ///   - outcome: What became of the base design.
  ///   - base: The same with all numbers at their base values; nothing where that is the same.
  public init(_ scenario: Scenario, outcome: DesignOutcome, base: DesignOutcome?) {
    let simulated = scenario.simulatedTargets
    let columns = Dictionary(uniqueKeysWithValues: simulated.enumerated().map { ($1.id, $0) })
    findings = scenario.targets.map { target in
      guard let place = columns[target.id] else { return TargetFinding(target.id, target.value) }
      return TargetFinding(
        target.id, target.value, column: outcome.targets[place], base: base?.targets[place],
        entities: outcome.labels.entities)
    }
    let estimated = Set(findings.filter { $0.status == .estimated }.map(\.id))
    let places = simulated.indices.filter { estimated.contains(simulated[$0].id) }
    joint = JointTargets(
      places.map { simulated[$0].value.met(outcome.targets[$0]) },
      base: base.map { base in places.map { simulated[$0].value.met(base.targets[$0]) } })
    conflicts = TargetConflicts(scenario.targets, start: scenario.time.start).all
    time = scenario.time
  }
}
