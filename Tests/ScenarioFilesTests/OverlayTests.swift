// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Testing

@testable import ScenarioFiles

@Suite struct OverlayTests {
  func issues(_ path: String, sets: [String] = [], within: String? = nil) -> [ScenarioIssue] {
    do {
      return try Sample.reading.load(path, sets: sets, within: within).result.issues
    } catch {
      return error.issues
    }
  }

  @Test func variantMerges() throws {
    let folder = try TemporaryFolder([
      "base/scenario.yaml": Sample.valid,
      "middle/scenario.yaml": "extends: ../base\nfunds: {city: {size: 30 亿元, cap: null}}\n",
      "top.yaml": """
      extends: middle/scenario.yaml
      rounds: [1 亿元]
      funds:
        county: null
        city: {mix: {drugs: 100 %, chips: null}}
      """,
    ])
    let (result, source) = try Sample.reading.load(folder("top.yaml"))
    #expect(result.model.funds.map(\.id) == ["city"])
    #expect(result.model.funds[0].size.value == Money(fen: 300_000_000_000))
    #expect(result.model.funds[0].cap == nil)
    #expect(result.model.funds[0].mix == ["drugs": 1])
    #expect(result.model.rounds.count == 1)
    let size = result.register[result.model.funds[0].size.parameter]
    #expect(size.source == "" && size.grade == nil && size.uncertainty == nil)
    #expect(source.files.map(\.path) == ["base/scenario.yaml", "middle/scenario.yaml", "top.yaml"])
    #expect(source.entry == "top.yaml")
  }

  @Test("an entry may be called table or value")
  func entriesByAnyName() throws {
    let funds = Sample.valid.replacing("  city:\n", with: "  value:\n").replacing("  county:\n", with: "  table:\n")
      .replacing("parent: city", with: "parent: value")
    let folder = try TemporaryFolder(["scenario.yaml": funds])
    let (result, _) = try Sample.reading.load(folder.path, sets: ["funds.value.term=8 years", "funds.table.open=true"])
    #expect(result.model.funds.map(\.id) == ["table", "value"])
    #expect(result.model.funds.map(\.isOpen) == [true, true] && result.model.funds[1].term.value.years == 8)
  }

  @Test func placesSurviveMerging() throws {
    let folder = try TemporaryFolder([
      "base/scenario.yaml": Sample.valid.replacing("term: 10 years", with: "term: 99 years"),
      "v/scenario.yaml":
        "extends: ../base/scenario.yaml\nfunds:\n  city:\n    size: 1\n    cap: null\n  county: {term: null}",
    ])
    let found = issues(folder("v"), sets: ["funds.city.fee.rate=2"])
    #expect(
      found.map { "\($0.position)".replacing(folder.path + "/", with: "") } == [
        "--set:1:21", "base/scenario.yaml:15:11", "v/scenario.yaml:4:11", "v/scenario.yaml:6:12",
      ])
    #expect(found.map(\.code) == [.missingUnit, .outOfRange, .missingUnit, .missingKey])
  }

  @Test func settings() throws {
    let folder = try TemporaryFolder(["scenario.yaml": Sample.valid])
    let (result, source) = try Sample.reading.load(
      folder.path,
      sets: [
        "funds.city.term=8 years", "funds.city.fee={rate: 1 %, base: committed}", "funds.city.cap=",
        "rounds=[1 元, 2 元]", "funds.city.size={value: 9 亿元, source: plan}",
      ])
    let city = result.model.funds[0]
    #expect(city.term.value.years == 8 && city.feeBase == .committed && city.cap == nil)
    #expect(result.model.rounds.count == 2)
    #expect(result.register[city.size.parameter].source == "plan")
    #expect(source.sets.count == 5)
  }

  @Test(
    arguments: [
      (
        "funds.cty.term=8 years",
        "--set:1:7: funds.cty: no such entry (cty); expected one of city, county; did you mean 'city'?"
      ),
      ("funds.city.tem=8 years", "--set:1:12: funds.city.tem: unknown key (tem); expected"),
      ("fnds.city.term=8 years", "--set:1:1: fnds: unknown key (fnds)"),
      ("funds.city.term", "--set:1:1: a malformed setting (funds.city.term)"),
      ("=3", "--set:1:1: a malformed setting"), ("a..b=3", "--set:1:1: a malformed setting"),
      ("funds.city.term={8 years", "--set:1:25: not valid YAML"),
      ("funds.city.term=&a 8 years", "--set:1:17: anchors"),
      ("funds.city.size.low=8 亿元", "--set:1:17: funds.city.size: missing key (value)"),
      (
        "funds.city.size.2030=8 亿元",
        "--set:1:17: funds.city.size: a setting inside a single value (20 亿元); expected the whole of it, such as "
          + "--set 'funds.city.size={2030: …}'"
      ),
      ("funds.city.term.low=8 years", "--set:1:17: funds.city.term: a setting inside a single value (10 years)"),
      ("rounds.0.low=8 亿元", "--set:1:10: rounds.0: a setting inside a single value (500 万元)"),
      ("rounds.2=8 亿元", "--set:1:8: rounds.2: no such entry (2); expected the number of an entry of this list, from 0"),
      ("rounds.00=8 亿元", "--set:1:8: rounds.00: no such entry (00)"),
      ("rounds.0=8", "--set:1:10: rounds.0: a number without unit (8)"),
      ("extends=../other", "--set:1:1: extends: a malformed setting (extends=../other); expected extends: in a file"),
    ])
  func badSettings(set: String, message: String) throws {
    let folder = try TemporaryFolder(["scenario.yaml": Sample.valid])
    let found = issues(folder.path, sets: [set])
    #expect(found.count == 1 && found.allSatisfy { "\($0)".contains(message) }, "\(found)")
  }

  @Test func chainsThatFail() throws {
    let folder = try TemporaryFolder([
      "a.yaml": "extends: b.yaml", "b.yaml": "extends: ./c/../a.yaml", "absolute.yaml": "extends: /etc/hostname",
      "missing.yaml": "guidefund: 1\nextends: nothing.yaml", "list.yaml": "extends: [a]", "only/x.yaml": "a: 1",
      "scalar.yaml": "just text", "empty.yaml": "", "outside/in/scenario.yaml": "extends: ../../a.yaml",
    ])
    func check(_ file: String, _ place: String, _ code: IssueCode, within: String? = nil) {
      let found = issues(folder(file), within: within)
      #expect(found.map(\.code) == [code], "\(file): \(found)")
      #expect(found.first.map { "\($0.position)" } == "\(folder.path)/\(place)")
    }
    check("a.yaml", "b.yaml:1:10", .extendsCycle)
    check("absolute.yaml", "absolute.yaml:1:10", .absolutePath)
    check("missing.yaml", "missing.yaml:2:10", .missingFile)
    check("list.yaml", "list.yaml:1:10", .wrongType)
    check("nowhere.yaml", "nowhere.yaml:1:1", .missingFile)
    check("only", "only:1:1", .notAScenario)
    check("scalar.yaml", "scalar.yaml:1:1", .wrongType)
    check("empty.yaml", "empty.yaml:1:1", .emptyFile)
    check("outside/in", "outside/in/scenario.yaml:1:10", .pathOutside, within: folder("outside"))
    #expect(issues("/dev/zero").map(\.code) == [.notRegular])
  }

  @Test func tooLargeIsNotRead() throws {
    let folder = try TemporaryFolder(["scenario.yaml": ""])
    #expect(truncate(folder("scenario.yaml"), 1_000_000_000) == 0)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(issues(folder.path).map(\.code) == [.tooLarge])
    }
    #expect(time < .seconds(5))
  }

  @Test func reloadsFromCopies() throws {
    let folder = try TemporaryFolder([
      "designs/base/scenario.yaml": Sample.valid.replacing("rounds: [500 万元, \"CNY 3e6\"]", with: "rounds: []"),
      "designs/base/data/sectors.csv": "id,name.en,name.zh\nchips,Chips,芯片\ndrugs,Drugs,医药\n",
      "designs/v/scenario.yaml": "extends: ../base/scenario.yaml\n",
    ])
    let sets = ["funds.city.term=8 years", "rounds=[1 元, '2 元'] # \"quoted\" \\ 中"]
    let (result, source) = try Sample.reading.load(folder("designs/v"), sets: sets)
    #expect(source.entry == "v/scenario.yaml")
    let copy = try TemporaryFolder()
    for file in source.files { try copy.write(file.bytes, to: file.path) }
    let (again, sourceAgain) = try Sample.reading.load(copy(source.entry), sets: source.sets)
    #expect(again.model == result.model && again.register == result.register && sourceAgain == source)
  }
}
