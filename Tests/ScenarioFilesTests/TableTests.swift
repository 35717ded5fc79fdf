// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import ScenarioFiles

@Suite struct TableTests {
  static let scenario = Sample.valid
    .replacing(
      "sectors:\n  chips: {name: {en: Chips, zh: 芯片}}\n  drugs: {name: {en: Drugs, zh: 医药}}",
      with: "sectors: data/sectors.csv"
    )
    .replacing("growth: {2025: 5 %, 2026: 4.5 %}", with: "growth: {table: data/growth.csv, source: plan, grade: V}")
  static let sectors = "id,name.en,name.zh\r\nchips,\"Chips, \"\"new\"\"\",芯片\r\n\r\ndrugs,Drugs,医药\r\n"

  func load(_ scenario: String, _ sectors: String, _ growth: String = "year,value\n2025,5 %\n2026,4.5 %\n") throws -> (
    ScenarioReading<Sample>.Result?, [String]
  ) {
    let folder = try TemporaryFolder([
      "scenario.yaml": scenario, "data/sectors.csv": sectors, "data/growth.csv": growth,
    ])
    do {
      let result = try Sample.reading.load(folder.path).result
      return (result, result.issues.map(\.description))
    } catch {
      return (nil, error.issues.map { $0.description.replacing(folder.path + "/", with: "") })
    }
  }

  @Test func replacesMappings() throws {
    let (result, issues) = try load(TableTests.scenario, TableTests.sectors)
    #expect(issues == [])
    #expect(result?.model.sectors == ["chips", "drugs"])
    #expect(result?.model.growth == [2025: 0.05, 2026: 0.045])
    let row = result?.register.first { $0.path == "growth" }
    #expect(row?.text == "data/growth.csv" && row?.source == "plan" && row?.grade == .verified)
    #expect(result?.register.contains { $0.path.hasPrefix("growth.") } == false)
  }

  @Test(
    "a setting cannot reach a cell, but name another table", arguments: ["sectors.chips.name.en=X", "growth.2026=1 %"])
  func settings(set: String) throws {
    let folder = try TemporaryFolder([
      "scenario.yaml": TableTests.scenario, "data/sectors.csv": TableTests.sectors,
      "data/growth.csv": "year,value\n2025,5 %\n2026,4 %\n", "data/other.csv": "year,value\n2025,1 %\n",
    ])
    let key = String(set.prefix { $0 != "." })
    let wanted =
      "--set:1:\(key.count + 2): \(key): a setting inside a table (data/\(key).csv); expected another table, such as "
      + "--set \(key)=other.csv"
    do {
      _ = try Sample.reading.load(folder.path, sets: [set])
      Issue.record("the setting was taken")
    } catch { #expect(error.issues.map(\.description) == [wanted]) }
    let other = try Sample.reading.load(folder.path, sets: ["growth=data/other.csv"]).result
    #expect(other.model.growth == [2025: 0.01])
    #expect(
      try Sample.reading.load(folder.path, sets: ["growth.table=data/other.csv"]).result.model.growth[2025] == 0.01)
  }

  @Test func cellsAreLocated() throws {
    let (_, issues) = try load(
      TableTests.scenario, "id,name.en,name.zh,colour\nchips,,芯片,\ndrugs,Drugs,医药,red\n9x,N,九,\nchips,C,芯,\nbad,1\n",
      "year,value\n2025,5\n2026,\n")
    #expect(
      issues == [
        "data/growth.csv:2:6: growth.2025: a number without unit (5); expected a rate per year with its unit, such as 8 %, 50 bp",
        "data/growth.csv:3:1: growth.2026: missing key (value); expected a rate per year with its unit, such as 8 %, 50 bp",
        "data/sectors.csv:1:20: sectors.drugs.colour: unknown key (colour); expected one of name",
        "data/sectors.csv:2:8: sectors.chips.name.en: missing key (en); expected a text",
        "data/sectors.csv:4:1: sectors.9x: not an id (9x); expected a lower-case letter, then letters, digits and _",
        "data/sectors.csv:5:1: sectors: the entry stands twice (chips, first at data/sectors.csv:2:1)",
        "data/sectors.csv:6:1: sectors: a row of 2 cells under 4 columns",
      ])
  }

  @Test(
    arguments: [
      ("id,name.en,id\na,b,c\n", "1:12: sectors: the column stands twice (id)"),
      ("key,name.en\na,b\n", "1:1: sectors: a column is missing (id)"),
      ("id,name.en,name.zh\na,\"b\"c,d\n", "2:6: sectors: a quotation mark is missing or misplaced"),
      ("id,name.en,name.zh\na,b\"c,d\n", "2:4: sectors: a quotation mark is missing or misplaced"),
      ("id,name.en,name.zh\na,\"b,c\n", "2:3: sectors: a quotation mark is missing or misplaced"),
      ("", "1:1: sectors: the file is empty"),
      (
        "id;name.en;name.zh\na;b;c\n",
        "1:1: sectors: cells stand apart by ';', not by commas; save the table as CSV UTF-8"
      ),
      ("id\tname.en\na\tb\n", "1:1: sectors: cells stand apart by a tab, not by commas"),
      ("id，name.en\na，b\n", "1:1: sectors: cells stand apart by full-width '，', not by commas"),
    ])
  func malformed(sectors: String, message: String) throws {
    let (_, issues) = try load(TableTests.scenario, sectors)
    #expect(issues.contains { $0.hasPrefix("data/sectors.csv:\(message)") }, "\(issues)")
  }

  @Test("another separator is one mistake, and rows of empty cells are none")
  func spreadsheets() throws {
    #expect(try load(TableTests.scenario, "id；name.en；name.zh\na；b；c\n").1.count == 1)
    let (result, issues) = try load(
      TableTests.scenario, "id,name.en,name.zh\n,,\nchips,Chips,芯片\n , ,\ndrugs,Drugs,医药\n,,,\n")
    #expect(issues == [] && result?.model.sectors == ["chips", "drugs"])
    let book = try load(TableTests.scenario.replacing("data/sectors.csv", with: "data/sectors.xlsx"), "").1
    #expect(book.count == 1 && book[0].contains("expected a table saved as CSV UTF-8"), "\(book)")
  }

  @Test(
    arguments: [
      ("../sectors.csv", "a path that leaves its folder"), ("data/../../x.csv", "a path that leaves its folder"),
      ("/etc/x.csv", "an absolute path"), ("data/none.csv", "no such file"), ("link.csv", "no such file"),
    ])
  func pathsStayInside(path: String, message: String) throws {
    let (_, issues) = try load(
      TableTests.scenario.replacing("data/sectors.csv", with: path), TableTests.sectors)
    #expect(issues.contains { $0.hasPrefix("scenario.yaml:6:10: sectors: \(message)") }, "\(issues)")
  }
}

@Suite struct UserTableTests {
  @Test func cashFlows() throws {
    let folder = try TemporaryFolder([
      "f.csv": "\u{FEFF}note,date,amount\n\"first, call\",2020-01-01,-1000\n,2025-01-01,2000.5\nx,2025-02-01,10000.25\n"
    ])
    let flows = try UserTable.cashFlows(at: folder("f.csv")).flows
    #expect(flows.map(\.yuan) == [-1000, 2000.5, 10000.25])
    #expect(flows.map(\.date.year) == [2020, 2025, 2025])
  }

  @Test("a table has no exchange rate, so dollars are refused, not taken for yuan")
  func dollars() throws {
    let folder = try TemporaryFolder(["f.csv": "date,amount\n2020-01-01,-3 亿美元\n2021-01-01,4 亿元\n"])
    let error = #expect(throws: ScenarioRejected.self) { try UserTable.cashFlows(at: folder("f.csv")) }
    #expect(error?.issues.map(\.code) == [.noExchangeRate])
    #expect(error?.issues.first?.description.contains("f.csv:2:12: amount: no exchange rate for USD (-3 亿美元)") == true)
  }

  @Test func everythingAtOnce() throws {
    let folder = try TemporaryFolder([
      "f.csv": "date,amount\n2020-02-30,5\n2020-01-01,abc\n2020-01-01,1,2\n", "i.csv": "date,valu\n2020-01-01,1\n",
      "e.csv": "date,value\n", "n.csv": "date,value\n2020-01-01,0\n",
    ])
    func check(_ expected: [String], _ read: () throws -> Void) {
      let error = #expect(throws: ScenarioRejected.self) { try read() }
      #expect(error?.issues.map { $0.description.replacing(folder.path + "/", with: "") } == expected)
    }
    check([
      "f.csv:2:1: date: not a date (2020-02-30); expected a day such as 2025-04-07",
      "f.csv:3:12: amount: not a number (abc); expected an amount in yuan such as -12000000, or with its unit such as -1200 万元",
      "f.csv:4:1: a row of 3 cells under 2 columns",
    ]) { _ = try UserTable.cashFlows(at: folder("f.csv")) }
    check(["i.csv:1:1: value: a column is missing (value); did you mean 'valu'?"]) {
      _ = try UserTable.index(at: folder("i.csv"))
    }
    check(["e.csv:1:1: 0 entries; expected at least 1"]) { _ = try UserTable.index(at: folder("e.csv")) }
    check(["n.csv:2:12: value: out of range (0); expected a number such as 0.9, above 0"]) {
      _ = try UserTable.index(at: folder("n.csv"))
    }
    check(["x.csv:1:1: no such file (x.csv)"]) { _ = try UserTable.index(at: folder("x.csv")) }
  }

  @Test(
    "amounts of one column",
    arguments: [
      ("-1 万元\n5 元\n", []),
      ("-1 万元\n5\n6\n7 元", ["3:12: amount: amounts with and without a unit in one column (5)"]),
      ("5\n-1 万元\n", ["3:12: amount: amounts with and without a unit in one column (-1 万元)"]),
      ("5 万\n5 wan\n", ["3:12: amount: the unit 'wan' does not fit here (5 wan); expected an amount in yuan such as"]),
      ("1e17\n", ["2:12: amount: out of range (1e17); expected amounts of at most 100 trillion yuan in all"]),
      ("1e300\n", ["2:12: amount: out of range (1e300)"]),
      ("-6e13\n6e13\n", ["3:12: amount: out of range (6e13)"]),
    ] as [(String, [String])])
  func amounts(lines: String, messages: [String]) throws {
    let dated = lines.split(separator: "\n").map { "2020-01-01,\($0)\n" }.joined()
    let folder = try TemporaryFolder(["f.csv": "date,amount\n" + dated])
    var found: [String] = []
    do {
      _ = try UserTable.cashFlows(at: folder("f.csv"))
    } catch {
      found = error.issues.map { $0.description.replacing(folder.path + "/f.csv:", with: "") }
    }
    #expect(found.count == messages.count && zip(found, messages).allSatisfy { $0.hasPrefix($1) }, "\(found)")
  }

  @Test("a day of an index stands once")
  func days() throws {
    let folder = try TemporaryFolder(["i.csv": "date,value\n2020-01-01,1\n2021-01-01,2\n2020-01-01,3\n"])
    let error = #expect(throws: ScenarioRejected.self) { try UserTable.index(at: folder("i.csv")) }
    #expect(error?.issues.map(\.code) == [.duplicateRow])
    #expect(error?.issues.first?.position.line == 4)
  }
}
