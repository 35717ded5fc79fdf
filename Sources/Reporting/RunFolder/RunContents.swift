// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments
public import PortfolioModel
public import Quantities
public import Simulation

/// Everything that a run folder is written from.
public struct RunContents: Sendable {
  /// What the scenario is called.
  public var scenario: BilingualText
  /// The designs with their statistics, the base design first; empty for a folder that holds other tables only.
  public var designs: [DesignReport]
  /// The parameters in effect.
  public var register: [Parameter]
  /// The files that were read.
  public var inputs: [InputCopy]
  /// What was asked.
  public var request: RunRequest
  /// The quarters that were simulated.
  public var time: TimeGrid
  /// Tail probabilities of the risk statistics.
  public let riskLevels: [Double]
  /// What the user should know, such as values outside their usual range.
  public var warnings: [BilingualText]
  /// How rules of law stand; empty for a folder that holds other tables only.
  public var findings: [RuleFinding]
  /// What the run says of the targets of the scenario.
  public var targets: TargetReport?
  /// How entities are scored, if they are.
  public var assessment: Assessment?
  /// Which program made the run.
  public var version: ProgramVersion
  /// Where and how the run was made.
  public var environment: RunEnvironment
  /// Tables of other experiments, written besides.
  public var additional: [any Table]
  /// What investors could expect of the funds that raise capital.
  let expectations: [Expectation]

  /// Takes everything and the statistics of the outcomes.
  ///
  /// - Parameters:
  ///   - scenario: What the scenario is called.
  ///   - outcomes: One a design, the base design first.
  ///   - register: The parameters in effect.
  ///   - inputs: The files that were read.
  ///   - request: What was asked.
  ///   - time: The quarters that were simulated.
  ///   - riskLevels: Tail probabilities of the risk statistics.
  ///   - warnings: What the user should know.
  ///   - findings: How rules of law stand.
  ///   - targets: What the run says of the targets.
  ///   - assessment: How entities are scored.
  ///   - version: Which program made the run.
  ///   - environment: Where and how the run was made.
  ///   - additional: Tables of other experiments.
  ///   - compared: Outcomes of other experiments by the names of their designs; what was expected of their funds is told.
  public init(
    scenario: BilingualText, outcomes: [DesignOutcome], register: [Parameter], inputs: [InputCopy],
    request: RunRequest, time: TimeGrid, riskLevels: [Double], warnings: [BilingualText] = [],
    findings: [RuleFinding] = [], targets: TargetReport? = nil, assessment: Assessment? = nil, version: ProgramVersion,
    environment: RunEnvironment, additional: [any Table] = [],
    compared: [(name: String, outcome: DesignOutcome)] = []
  ) {
    self.scenario = scenario
    designs = outcomes.map { DesignReport($0, riskLevels: riskLevels, width: environment.threads) }
    expectations =
      outcomes.flatMap { Expectation.all($0, prefix: $0.labels.prefix) }
      + compared.flatMap { Expectation.all($0.outcome, prefix: "\($0.name):") }
    self.register = register + expectations.map(\.parameter)
    self.inputs = inputs
    self.request = request
    self.time = time
    self.riskLevels = riskLevels
    self.warnings = warnings
    self.findings = findings
    self.targets = targets
    self.assessment = assessment
    self.version = version
    self.environment = environment
    self.additional = additional
  }

  /// Replicates that were simulated.
  public var replicates: Int { designs.first?.outcome.count ?? request.replicates }

  /// Whether the wish for a small standard error was met; nil without a wish, or in a folder without designs.
  var isPrecisionReached: Bool? {
    guard let outcome = designs.first?.outcome else { return nil }
    return request.precision.map { $0.isReached(by: outcome) }
  }

  /// A digest of all that the models were read from: paths, contents, entries and `--set` values.
  public var scenarioDigest: String {
    var lines = inputs.sorted { $0.path < $1.path }.map { "\($0.path)\n\(SHA256.digest($0.bytes))" }
    lines += request.comparison?.designs.map(\.entry) ?? [request.entry]
    lines += request.sets
    return SHA256.digest(Array(lines.joined(separator: "\n").utf8))
  }

  /// The tables of the folder in order.
  var tables: [any Table] {
    var tables: [any Table] = []
    if !designs.isEmpty {
      tables = [
        SummaryTable(designs: designs), RiskTable(designs: designs), PeriodTable(designs: designs),
        ReplicateTable(designs, width: environment.threads), LedgerTable(designs: designs),
      ]
    }
    if let targets { tables += RunContents.tables(of: targets) }
    if let assessment, let outcome = designs.first?.outcome, let tally = outcome.assessment {
      tables.append(AssessmentTable(assessment: assessment, rows: tally.rows(), labels: outcome.labels))
    }
    if !findings.isEmpty { tables.append(RulesTable(findings: findings)) }
    return tables + [ParameterTable(register: register)] + additional
  }

  private static func tables(of targets: TargetReport) -> [any Table] {
    var tables: [any Table] = [TargetTable(report: targets)]
    if let joint = targets.joint { tables.append(TargetCountTable(joint: joint)) }
    return tables + [TargetConflictTable(conflicts: targets.conflicts)]
  }
}
