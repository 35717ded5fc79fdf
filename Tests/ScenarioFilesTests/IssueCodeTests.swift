// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

/// Every code of the documented list can be reached by something that a user may do.
@Suite struct IssueCodeTests {
  /// A valid scenario with a piece replaced, and the code that this gives.
  static let mistakes: [(IssueCode, String, String)] = [
    (.anchorOrTag, "name: {en: Full", "name: &n {en: Full"), (.controlCharacter, "Uses everything.", "Uses\u{1}"),
    (.nestedTooDeep, "[irr, tvpi]", String(repeating: "[", count: 120)),
    (.severalDocuments, "outputs:", "---\noutputs:"),
    (.syntax, "outputs: {", "outputs: }"), (.duplicateKey, "period: 4 years", "period: 4 years\n      period: 5 years"),
    (.keyNotText, "discount_rate: 2 %", "[discount_rate]: 2 %"), (.formatVersion, "guidefund: 1", "guidefund: 1.0"),
    (.unknownKey, "discount_rate: 2 %", "discountrate: 2 %"), (.missingKey, "name: {en: Full, zh: 完整}", ""),
    (.wrongType, "period: 4 years", "period: [4 years]"),
    (.notANumber, "period: 4 years", "period: four years"), (.notFinite, "period: 4 years", "period: .inf"),
    (.missingUnit, "period: 4 years", "period: 4"), (.unknownUnit, "period: 4 years", "period: 4 yaers"),
    (.finerThanFen, "400 万元", "0.001 元"), (.noExchangeRate, "fx: {usd", "# {usd"), (.outOfRange, "lag: 2", "lag: 200"),
    (.notWhole, "lag: 2", "lag: 2.5"),
    (.unusualValue, "discount_rate: 2 %", "discount_rate: 20 %"), (.unknownChoice, "rest: write_off", "rest: keep"),
    (.badDate, "2024-05-01", "2024-05-32"), (.badQuarter, "2022-Q1", "2022Q1"),
    (.offTheGrid, "c1,First,甲,city,a,chips,2026-03-31", "c1,First,甲,city,a,chips,2066-03-31"),
    (.badIdentifier, "no_old:", "No-old:"), (.unknownReference, "without: [old]", "without: [new]"),
    (.sharesSum, "{chips: 100 %}", "{chips: 99 %}"), (.wrongCount, "without: [old]", "without: []"),
    (.emptyText, "zh: 完整", "zh: ' '"), (.rangeIncomplete, "low: 0.7, ", ""),
    (.baseOutsideRange, "low: 0.7", "low: 0.85"),
    (.notUncertain, "length: 60 quarters", "length: {value: 60 quarters, low: 1 year, high: 20 years}"),
    (.unknownSource, "source: plan", "source: plane"), (.unknownPreset, "rmb_city_fund", "usd_fund"),
    (.advice, "length: 60 quarters", "length: 3 years"), (.inconsistent, "catch_up: 50 %", "catch_up: 10 %"),
    (.raggedRow, "5000 万元,true", "5000 万元"),
    (.missingColumn, "id,name.en", "key,name.en"),
    (.wrongSeparator, "id,name.en,name.zh,law,stage,sector,enters,round_size,local", "id;name.en;name.zh"),
    (.duplicateColumn, "name.zh,law", "name.en,law"),
    (.badQuoting, "c1,First", "c1,Fir\"st"), (.duplicateRow, "c2,Second", "c1,Second"),
    (.missingFile, "data/companies.csv", "data/company.csv"), (.pathOutside, "data/companies.csv", "../companies.csv"),
    (.absolutePath, "data/companies.csv", "/data/companies.csv"),
  ]

  @Test func everyCodeIsReachable() throws {
    var reached: Set<IssueCode> = []
    for (code, original, mistake) in IssueCodeTests.mistakes {
      let files = FullScenario.files.mapValues { $0.replacing(original, with: mistake, maxReplacements: 1) }
      let folder = try TemporaryFolder(files)
      let codes = Set(ScenarioFile.issues(of: folder.path, metrics: .sample).map(\.code))
      #expect(codes.contains(code), "\(code): \(codes)")
      reached.formUnion(codes)
    }
    reached.formUnion(try fileCodes())
    #expect(IssueCode.allCases.filter { !reached.contains($0) } == [])
  }

  private func fileCodes() throws -> [IssueCode] {
    let folder = try TemporaryFolder([
      "only/readme": "", "loop/scenario.yaml": "extends: scenario.yaml", "empty/scenario.yaml": "",
      "secret/scenario.yaml": "a: 1",
      "full/scenario.yaml": Benchmark.text,
    ])
    try folder.write([0xFF], to: "latin/scenario.yaml")
    try folder.write([UInt8](repeating: 32, count: 1_048_577), to: "large/scenario.yaml")
    let long = String(repeating: "x", count: 5_000)
    var issues = ["nowhere", "only", "loop", "empty", "latin", "large", long].flatMap {
      ScenarioFile.issues(of: folder($0), metrics: .sample)
    }
    issues += ScenarioFile.issues(of: "/dev/null", metrics: .sample)
    issues += ScenarioFile.issues(
      of: folder("full"), metrics: .sample, sets: ["funds.x.name=1", "nothing", "run.uncertainty.low=1"])
    return issues.map(\.code)
  }

  @Test func rawValuesAreStable() {
    #expect(IssueCode.allCases.allSatisfy { $0.rawValue.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber } })
    #expect(Set(IssueCode.allCases.map(\.rawValue)).count == IssueCode.allCases.count)
  }
}
