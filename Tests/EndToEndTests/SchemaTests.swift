// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The printed JSON Schema accepts the shipped scenarios; checked by an independent validator where there is one.
@Suite struct SchemaTests {
  /// Reads YAML 1.2, where `on` and `2025-01-01` are texts, and counts what the schema has against each file.
  private static let validator = """
    import json, re, sys, yaml, jsonschema
    class Loader(yaml.SafeLoader):
        # Keys are texts in JSON.
        def construct_mapping(self, node, deep=False):
            return {str(key): value for key, value in super().construct_mapping(node, deep).items()}
    Loader.yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in resolvers
                 if not tag.endswith((":bool", ":timestamp", ":merge", ":value"))]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
    schema = json.load(open(sys.argv[1]))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    for path in sys.argv[2:]:
        document = yaml.load(open(path, encoding="utf-8"), Loader)
        errors = sorted(kind(schema).iter_errors(document), key=str)
        print(path, len(errors), *[f"{list(e.absolute_path)}: {e.message[:200]}" for e in errors[:3]], sep="|")
    """

  /// Whether a Python with both packages is there.
  private static func hasValidator() async throws -> Bool {
    try await python(["-c", "import yaml, jsonschema"]).status == 0
  }

  private static func python(_ arguments: [String]) async throws -> CommandLineProgram.Finished {
    try await CommandLineProgram.run(
      ["python3"] + arguments, environment: ["PYTHONIOENCODING": "utf-8"], program: "/usr/bin/env")
  }

  private func errors(_ files: [String]) async throws -> [String: Int] {
    let place = try Workspace()
    let schema = try await CommandLineProgram.run(["schema"])
    try #require(schema.status == 0)
    let file = try place.write(schema.output, to: "schema.json")
    let finished = try await Self.python(["-c", Self.validator, file] + files)
    try #require(finished.status == 0, "\(finished.errors)")
    let lines = finished.output.split(separator: "\n").map { $0.split(separator: "|") }
    for line in lines where line.count > 2 { print(line.joined(separator: "\n  ")) }
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0[0]), Int($0[1]) ?? -1) })
  }

  @Test(
    "accepts every scenario, refuses one full of mistakes",
    .enabled("needs python3 with yaml and jsonschema") { try await hasValidator() })
  func scenarios() async throws {
    let files = ScenarioTests.names.map { "Scenarios/\($0)/scenario.yaml" }
    let found = try await errors(files + [MistakesTests.file])
    #expect(found.count == files.count + 1)
    for file in files { #expect(found[file] == 0, "\(file)") }
    // One a section that holds mistakes which a schema can see.
    #expect(try #require(found[MistakesTests.file]) >= 6)
  }

  @Test(
    "accepts scenarios of promotion, refuses one with mistakes",
    .enabled("needs python3 with yaml and jsonschema") { try await hasValidator() })
  func promotion() async throws {
    let place = try Workspace()
    let full = try place.write(FullPromotion.text, to: "full.yaml")
    let small = try place.write(FullPromotion.small, to: "small.yaml")
    let wrong = FullPromotion.text.replacing("kind: squad", with: "kind: squat").replacing(
      "opening: 3000 亩", with: "opening: 3000 t")
    let found = try await errors([full, small, try place.write(wrong, to: "wrong.yaml")])
    #expect(found[full] == 0 && found[small] == 0)
    #expect(try #require(found[place.path("wrong.yaml")]) > 0)
  }

  @Test func isJSON() async throws {
    let finished = try await CommandLineProgram.run(["schema"])
    let schema = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [String: Any]
    #expect(schema?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }
}
