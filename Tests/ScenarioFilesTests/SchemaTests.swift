// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct SchemaTests {
  static var text: String { ScenarioSchema.text(of: Sample.reading) }

  @Test func isDeterministicJSON() throws {
    #expect(SchemaTests.text == SchemaTests.text)
    let object = try JSONSerialization.jsonObject(with: Data(SchemaTests.text.utf8))
    let schema = try #require(object as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func everyShippedDefaultIsUsed() {
    #expect(Sample.reading.describe().context.usedDefaults == Set(Sample.defaults.values.keys))
  }

  /// Reader and schema agree: checked with the Python package jsonschema, where it is installed.
  @Test(
    .enabled(if: hasValidator, "needs python3 with yaml and jsonschema"),
    arguments: [
      (Sample.valid, true), ("extends: x\nfunds: {city: {size: 3 亿元, cap: null}}", true),
      ("extends: x\nfunds: {city: {siz: 3 亿元}}", false), (Sample.valid + "\nlaw: {preset: poor}", true),
      (Sample.valid + "\nlaw: {preset: por}", false), (Sample.valid + "\nlaw: {multiple: 0}", false),
      (Sample.valid.replacing("size: 5 亿元", with: "size: 5"), false),
      (Sample.valid.replacing("size: 5 亿元", with: "size: CNY 5e8"), true),
      (Sample.valid.replacing("term: 96 months", with: "term: 96 moons"), false),
      (Sample.valid.replacing("years: 3", with: "years: 33"), false),
      (Sample.valid.replacing("kind: sale", with: "kind: sail"), false),
      (Sample.valid.replacing("open: false", with: "open: perhaps"), false),
      (Sample.valid.replacing("rounds: [500 万元, \"CNY 3e6\"]", with: "rounds: a.csv"), true),
      (
        Sample.valid.replacing("growth: {2025: 5 %, 2026: 4.5 %}", with: "growth: {value: 5 %, low: 1 %, high: 6 %}"),
        true
      ),
      (Sample.valid.replacing("growth: {2025: 5 %, 2026: 4.5 %}\n", with: ""), false),
      (
        Sample.valid.replacing("mix: {chips: 100 %}", with: "mix: {chips: {value: 100 %, source: plan, note: x}}"), true
      ),
    ])
  func agreesWithTheReader(scenario: String, isValid: Bool) throws {
    try check(scenario, SchemaTests.text, isValid: isValid)
  }

  @Test(
    .enabled(if: hasValidator, "needs python3 with yaml and jsonschema"),
    arguments: [
      (Benchmark.text, true), (FullScenario.text, true), (FullScenario.text + "\nx: 1", false),
      (FullScenario.text.replacing("kind: vasicek", with: "kind: constant"), false),
      (FullScenario.text.replacing("up_to: 5", with: "upto: 5"), false),
      ("extends: ../base\nfunds: {old: {waterfall: {hurdle: {rate: 7 %}}, portfolio: {period: 3 years}}}", true),
      ("extends: ../base\nfunds: {old: {waterfall: {hurdle: {rte: 7 %}}}}", false),
      ("guidefund: 1\nname: {en: A, zh: 甲}", false),
    ])
  func shippedSchema(scenario: String, isValid: Bool) throws {
    try check(scenario, ScenarioFile.schema(metrics: .sample), isValid: isValid)
  }

  private func check(_ scenario: String, _ schema: String, isValid: Bool) throws {
    let folder = try TemporaryFolder(["schema.json": schema, "scenario.yaml": scenario, "check.py": SchemaTests.check])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", folder("check.py"), folder("schema.json"), folder("scenario.yaml")]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == (isValid ? 0 : 1))
  }

  /// Whether a Python with both packages is there.
  static let hasValidator: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import yaml, jsonschema"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  static let check = """
    import json, re, sys, jsonschema, yaml
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
        key: [(tag, regexp) for tag, regexp in rules if not tag.endswith(("timestamp", "bool"))]
        for key, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
    def words(node):
        if isinstance(node, dict): return {str(key): words(value) for key, value in node.items()}
        if isinstance(node, list): return [words(value) for value in node]
        return node
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    document = words(yaml.load(open(sys.argv[2], encoding="utf-8"), Loader))
    sys.exit(0 if jsonschema.Draft202012Validator(schema).is_valid(document) else 1)
    """
}
