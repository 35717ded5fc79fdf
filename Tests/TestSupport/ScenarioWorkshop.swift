// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
import Measures
public import PortfolioModel
public import Quantities
public import ScenarioFiles
public import Simulation

/// Scenarios for tests: the project's own, with settings laid over them.
public enum ScenarioWorkshop {
  /// The folder of the checkout.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The metrics that a scenario may ask for.
  public static let metrics = MetricNames(
    headline: HeadlineMetric.allCases.map(\.name), periods: PeriodMetric.allCases.map(\.rawValue),
    headlineFacts: Dictionary(
      uniqueKeysWithValues: HeadlineMetric.allCases.map {
        ($0.name, MetricNames.Facts(unit: $0.about.unit, members: Set($0.kinds.map(\.member))))
      }),
    periodFacts: Dictionary(
      uniqueKeysWithValues: PeriodMetric.allCases.map {
        ($0.rawValue, MetricNames.Facts(unit: $0.about.unit, members: Set($0.kinds.map(\.member))))
      }))

  /// The path of a scenario of the project.
  public static func path(_ name: String) -> String { root.appendingPathComponent("Scenarios/\(name)").path }

  /// A scenario of the project with settings `PATH=VALUE` laid over it.
  public static func load(_ name: String, _ sets: [String] = []) throws -> (Scenario, [Parameter]) {
    let loaded = try ScenarioFile.load(path(name), metrics: metrics, sets: sets)
    return (loaded.model, loaded.register)
  }

  /// A region's funds without its projects: for tests of funds, which need no projects and are slow with them.
  public static let fundsAlone = ["promotion=null", "targets=null", "assessment=null"]

  /// A resolved design of the project's.
  public static func design(_ name: String, _ sets: [String] = []) throws -> ResolvedDesign {
    let (scenario, register) = try load(name, sets)
    return try ResolvedDesign(scenario, register: register)
  }

  /// A scenario written out in a test, resolved.
  public static func written(_ text: String, _ sets: [String] = []) throws -> ResolvedDesign {
    let (scenario, register) = try read(text, sets)
    return try ResolvedDesign(scenario, register: register)
  }

  /// A scenario written out in a test: YAML text in a folder of its own, which is removed with the process.
  public static func read(_ text: String, _ sets: [String] = []) throws -> (Scenario, [Parameter]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("guidefund-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("scenario.yaml")
    try Data(text.utf8).write(to: file)
    let loaded = try ScenarioFile.load(file.path, metrics: metrics, sets: sets)
    return (loaded.model, loaded.register)
  }
}
