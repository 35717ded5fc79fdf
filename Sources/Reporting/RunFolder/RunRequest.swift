// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments
import Measures
import Quantities

/// What was asked of a run besides the files: enough, with the copies of the files, to run it again.
public struct RunRequest: Hashable, Sendable {
  /// The path of the scenario's own file among the inputs; of the first scenario of a comparison.
  public var entry: String
  /// The `--set` values in turn, as they were given.
  public var sets: [String]
  /// The key of all random numbers.
  public var seed: UInt64
  /// Replicates to begin with.
  public var replicates: Int
  /// The wish for a small standard error, if there is one.
  public var precision: Precision?
  /// What else was asked, where designs were compared.
  public var comparison: ComparisonRequest?
  /// Whether tables are written for Excel.
  public var excel = false

  /// What was asked of a run.
  public init(entry: String, sets: [String], seed: UInt64, replicates: Int, precision: Precision? = nil) {
    self.entry = entry
    self.sets = sets
    self.seed = seed
    self.replicates = replicates
    self.precision = precision
  }

  /// The name of the file below `inputs/` that holds it.
  static let file = "run.json"

  var json: JSONValue {
    .record([
      "entry": .text(entry), "sets": .texts(sets), "seed": .whole(seed), "replicates": .whole(replicates),
      "precision": precision.map(RunRequest.json) ?? .null, "excel": .flag(excel),
    ]).adding("comparison", comparison?.json)
  }

  static func json(_ precision: Precision) -> JSONValue {
    .record([
      "entity": .text(precision.entity), "metric": .text(precision.metric.name),
      "standard_error": .real(precision.standardError),
    ])
  }

  init?(_ json: JSONValue) {
    guard let entry = json["entry"]?.string, let sets = json["sets"]?.elements,
      let seed = json["seed"]?.integer(UInt64.self), let replicates = json["replicates"]?.integer(), replicates > 0,
      case .flag(let excel) = json["excel"]
    else { return nil }
    let texts = sets.compactMap(\.string)
    guard texts.count == sets.count else { return nil }
    self.init(entry: entry, sets: texts, seed: seed, replicates: replicates)
    self.excel = excel
    if let compared = json["comparison"] {
      guard let comparison = ComparisonRequest(compared) else { return nil }
      self.comparison = comparison
    }
    if let wish = json["precision"], wish != .null {
      guard let entity = wish["entity"]?.string,
        let metric = wish["metric"]?.string.flatMap(HeadlineMetric.init(name:)),
        let error = wish["standard_error"]?.double
      else { return nil }
      precision = Precision(entity: entity, metric: metric, standardError: error)
    }
  }
}
