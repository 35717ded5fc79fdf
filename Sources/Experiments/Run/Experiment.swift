// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericalCore
public import PortfolioModel
public import Quantities
public import Simulation

/// One scenario, to be simulated: its base design and the plans derived from it, side by side on the same luck.
public struct Experiment: Sendable {
  /// The scenario.
  public let scenario: Scenario
  private let designs: [ResolvedDesign]

  /// Resolves a scenario with the register of its parameters.
  /// - Throws: A failure of a table or a factorisation, with the routine.
  public init(_ scenario: Scenario, register: [Parameter]) throws(NumericalFailure) {
    self.scenario = scenario
    designs = try ResolvedDesign.all(scenario, register: register)
  }

  /// Simulates the scenario's number of replicates.
  ///
  /// - Parameters:
  ///   - width: Blocks worked on at a time; changes nothing but the time it takes.
  ///   - precision: Double the number of replicates, or add a block if that is more, until this metric's standard error
  ///     is small enough, but never beyond `Precision.limit(for:)`; whether it is, `Precision.isReached(by:)` tells.
  ///   - progress: Told the replicates done and wanted.
  /// - Returns: One outcome a design, the base design first.
  /// - Throws: `NumericalFailure` of a block; `CancellationError` when the task was cancelled.
  public func run(
    width: Int, precision: Precision? = nil, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> [DesignOutcome] {
    let count = scenario.run.replicates
    let ensemble = Ensemble(designs)
    var outcomes = try await ensemble.run(count: count, width: width) { progress($0, count) }
    guard let precision else { return outcomes }
    let limit = Precision.limit(for: count)
    while !precision.isReached(by: outcomes[0]), outcomes[0].count < limit {
      let done = outcomes[0].count
      let wanted = min(limit, done + max(done, Ensemble.blockSize))
      outcomes = try await ensemble.run(count: wanted, width: width) { progress($0, wanted) }
    }
    return outcomes
  }

  /// What the run says of the scenario's targets, or nothing where there is none.
  ///
  /// Where numbers are drawn, the same replicates are simulated again with all numbers at their base values, on the same
  /// random numbers.
  /// - Parameters:
  ///   - outcome: What became of the base design.
  ///   - width: Blocks worked on at a time; changes nothing but the time it takes.
  ///   - progress: Told the replicates done and wanted.
  /// - Returns: One finding a target, how many are met together, and contradictions.
  /// - Throws: `NumericalFailure` of a block; `CancellationError` when the task was cancelled.
  public func targets(
    after outcome: DesignOutcome, width: Int, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> TargetReport? {
    guard !scenario.targets.isEmpty else { return nil }
    var base: DesignOutcome?
    if !scenario.simulatedTargets.isEmpty, designs[0].drawsNumbers {
      let count = outcome.count
      base = try await Ensemble([designs[0].targetsAtBase]).run(count: count, width: width) { progress($0, count) }[0]
    }
    var report = TargetReport(scenario, outcome: outcome, base: base)
    if scenario.promotion != nil { try await addLeadFactors(to: &report, after: outcome, width: width) }
    return report
  }

  /// Replicates of each trial of the search for lead factors: they place a probability to six points, which for most targets
  /// is less of the factor than the bracket is wide.
  static let trialReplicates = 64

  /// Searches the factors on leads at which targets have given probabilities, on the first replicates of the run.
  private func addLeadFactors(to report: inout TargetReport, after outcome: DesignOutcome, width: Int) async throws {
    let targets = scenario.simulatedTargets.map(\.value)
    let count = min(outcome.count, Experiment.trialReplicates)
    func probabilities(_ columns: [TargetColumn]) -> [Double] {
      zip(targets, columns).map { target, column in
        Double(target.met(column).prefix(count).count(where: \.self)) / Double(count)
      }
    }
    var search = LeadFactorSearch(
      probabilities(outcome.targets), isFloor: targets.map(\.inequality.isFloor), count: count)
    while let factor = search.next {
      let trial = try await Ensemble([designs[0].targets(leadFactor: factor)]).run(count: count, width: width)[0]
      search.add(
        .init(factor: factor, probabilities: probabilities(trial.targets)),
        moved: zip(outcome.targets, trial.targets).map { $0.isMoved(in: $1) })
    }
    for (place, target) in scenario.simulatedTargets.enumerated() {
      guard let finding = report.findings.firstIndex(where: { $0.id == target.id }) else { continue }
      report.findings[finding].leadFactors = search.factors(of: place)
    }
  }

  /// Replays one replicate and tells what happened.
  /// - Throws: A failure of a table; a replicate whose number is negative or has more than 32 bits.
  public func explain(replicate: Int) throws(NumericalFailure) -> ReplicateStory {
    try ReplicateStory(designs[0], replicate: replicate)
  }

  /// Replays the replicates whose projects the scenario wants to be written, and tells the lives of their projects.
  /// - Throws: A failure of a table.
  public func projectLives() throws(NumericalFailure) -> [ProjectLife] {
    try ProjectLife.replayed(designs[0], replicates: scenario.outputs.projectReplicates.map(\.value))
  }
}
