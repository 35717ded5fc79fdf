// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel

/// Scenario files: loading, and the description of the format.
public enum ScenarioFile {
  /// Loads a scenario from its file or its folder, with what it extends and the values of `--set` laid over it.
  ///
  /// - Parameters:
  ///   - path: A file, or a folder that holds `scenario.yaml`.
  ///   - metrics: The metrics that a scenario may ask for.
  ///   - sets: Settings `PATH=VALUE` in turn; the path is keys joined by dots, the value is YAML.
  ///   - folder: If given, nothing outside of it is read, symbolic links included.
  /// - Returns: The model with its register, sources, warnings and files.
  /// - Throws: Every issue at once, sorted by place, warnings included; there is at least one error.
  public static func load(
    _ path: String, metrics: MetricNames, sets: [String] = [], within folder: String? = nil
  ) throws(ScenarioRejected) -> LoadedScenario {
    let (result, source) = try reading(metrics).load(path, sets: sets, within: folder)
    return LoadedScenario(
      model: result.model, register: result.register, sources: result.documents, warnings: result.issues,
      warningsOfCopies: result.issuesOfCopies, origin: source, places: result.places)
  }

  /// Every issue of a scenario, warnings included; empty where nothing is wrong or unusual.
  public static func issues(of path: String, metrics: MetricNames, sets: [String] = []) -> [ScenarioIssue] {
    do {
      return try load(path, metrics: metrics, sets: sets).warnings
    } catch {
      return error.issues
    }
  }

  /// The JSON Schema (draft 2020-12) of the format, which editors check and complete with; always the same bytes.
  public static func schema(metrics: MetricNames) -> String { ScenarioSchema.text(of: reading(metrics)) }

  static func reading(_ metrics: MetricNames) -> ScenarioReading<Scenario> {
    ScenarioReading(defaults: .shipped) { Scenario.read($0, metrics: metrics) }
  }
}
