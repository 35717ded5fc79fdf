// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import ScenarioFiles

@Suite struct ReadingTests {
  @Test func validScenario() throws {
    let (result, issues) = Sample.load(Sample.valid)
    #expect(issues == [])
    let model = try #require(result?.model)
    #expect(model.start == Quarter(year: 2025, quarter: 1))
    #expect(model.sectors == ["chips", "drugs"])
    #expect(model.growth == [2025: 0.05, 2026: 0.045])
    #expect(model.rounds.map(\.value) == [Money(fen: 500_000_000), Money(fen: 300_000_000)])
    #expect(model.funds.map(\.id) == ["city", "county"])
    #expect(model.funds[0].feeRate.value.perYear == 0.02)
    #expect(model.funds[0].feeBase == .paidIn)
    #expect(model.funds[1].term.value.years == 8)
    #expect(model.funds[1].parent == "city")
    #expect(model.funds[1].isOpen == false)
    #expect(model.law.multiple.value == 1.5)
    #expect(model.law.loading.value.fraction == 0.1)
  }

  @Test func register() throws {
    let result = try #require(Sample.load(Sample.valid).result)
    let paths = result.register.map(\.path)
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let size = result.register[result.model.funds[0].size.parameter]
    #expect(size.path == "funds.city.size")
    #expect(size.text == "20 亿元" && size.unit == "CNY" && size.source == "plan" && size.grade == .verified)
    #expect(size.uncertainty == Uncertainty(low: 1.5e9, base: 2e9, high: 2.5e9, shape: .normal))
    #expect(!size.isDefault && size.labelEnglish == "Size" && size.labelChinese == "规模")
    let fee = result.register[result.model.funds[0].feeRate.parameter]
    #expect(fee.path == "funds.city.fee.rate" && fee.isDefault && fee.source == "custom")
    #expect(fee.uncertainty == Uncertainty(low: 0.01, base: 0.02, high: 0.025, shape: .triangular))
    let multiple = result.register[result.model.law.multiple.parameter]
    #expect(multiple.isDefault && multiple.uncertainty?.shape == .pert && multiple.unit == "")
    #expect(paths.contains("law.preset") && paths.contains("growth.2025") && paths.contains("funds.city.mix.chips"))
    #expect(result.documents.map(\.id) == ["plan", "custom"])
    #expect(result.documents.map(\.isDefault) == [false, true])
  }

  @Test func presetUnderOwnKeys() throws {
    let (result, issues) = Sample.load(Sample.valid + "\nlaw: {preset: poor, multiple: 0.7}")
    #expect(issues == [])
    #expect(result?.model.law.multiple.value == 0.7)
    #expect(result?.model.law.loading.value.fraction == 0.2)
  }

  @Test func orderDoesNotMatter() throws {
    let lines = Sample.valid.replacing("growth: {2025: 5 %, 2026: 4.5 %}\n", with: "")
    let other = Sample.load(lines + "\ngrowth: {2026: 4.5 %, 2025: 5 %}").result
    #expect(other?.model == Sample.load(Sample.valid).result?.model)
    #expect(other?.register == Sample.load(Sample.valid).result?.register)
  }

  @Test(
    "one mistake, one message",
    arguments: [
      ("20 亿元", "20", "size: a number without unit (20)"),
      ("20 亿元", "010 亿元", "the value is not in its range (010 亿元, 15 亿元 to 25 亿元)"),
      ("20 亿元", "twenty", "size: not a number (twenty)"),
      ("20 亿元", ".nan", "size: not a finite number (.nan)"),
      ("20 亿元", "1e400 亿元", "size: not a finite number (1e400 亿元)"),
      ("20 亿元", "20 years", "the unit 'years' does not fit here (20 years)"),
      ("20 亿元", "0.001 元", "size: finer than one fen (0.001 元)"),
      ("low: 15 亿元, ", "", "size: a range with one end only"),
      ("source: plan", "source: plam", "did you mean 'plan'?"),
      ("grade: V", "grade: W", "size.grade: unknown choice (W)"),
      ("shape: normal", "shap: normal", "shap: unknown key (shap)"),
      ("term: 10 years", "term: 40 years", "term: out of range (40 years)"),
      ("term: 10 years", "trem: 10 years", "trem: unknown key (trem)"),
      ("term: 10 years", "term: [10 years]", "term: a list stands here"),
      ("term: 10 years", "term: {a: 1}", "term: a mapping of keys stands here"),
      ("fee: {rate: 1 %}", "fee: 1 %", "fee: a single value stands here (1 %); expected a mapping"),
      (
        "fee: {rate: 1 %}", "fee: {rate: 9 %}",
        "warning: funds.county.fee.rate: unusual value (9 %); expected usually 0.3 % to 2.5 %"
      ),
      ("cap: 2 亿元", "cap: 20.01 亿元", "cap: more than the size"),
      (
        "parent: city", "parent: ctiy",
        "parent: nothing has this id (ctiy); expected an id of funds; did you mean 'city'?"
      ),
      (
        "kind: sale", "kind: sail",
        "funds.city.ending.kind: unknown choice (sail); expected one of sale, holding; did you mean 'sale'?"
      ),
      ("years: 3", "years: {value: 3, low: 2, high: 4}", "years.low: this field cannot have a range"),
      ("years: 3", "years: 3.5", "years: not a whole number (3.5)"),
      ("years: 3", "years: 30", "years: out of range (30); expected a whole number such as 20, 1 to 20"),
      ("drugs: 40 %", "drugs: 50 %", "mix: the shares sum to 110 %; expected a sum of 100 %"),
      ("drugs: 40 %", "drug: 40 %", "did you mean 'drugs'?"),
      ("open: false", "open: no", "open: unknown choice (no); expected true or false"),
      ("start: 2025-Q1", "start: 2025-Q5", "start: not a quarter (2025-Q5)"),
      ("2026: 4.5 %", "26: 4.5 %", "growth.26: not a date (26); expected a year such as 2025"),
      ("  chips: {name", "  Bad-id: {name: {en: B, zh: 乙}}\n  chips: {name", "sectors.Bad-id: not an id (Bad-id)"),
      ("guidefund: 1", "guidefund: 2", "guidefund: unknown version of the format (2); expected one of 1"),
      ("zh: 市基金", "zh: ''", "name.zh: an empty text"),
      ("name: {en: City, zh: 市基金}", "name: City", "expected a name {en: …, zh: …}"),
      ("rounds: [500 万元, ", "rounds: [500 万元, 5, ", "rounds.1: a number without unit (5)"),
      ("rounds: [500 万元, \"CNY 3e6\"]", "rounds: none", "rounds: a single value stands here (none); expected a list"),
      ("name: {en: A, zh: 甲}\n", "", "name: missing key (name); expected a name"),
    ])
  func mistakes(original: String, mistake: String, message: String) throws {
    try #require(Sample.valid.contains(original))
    let (_, issues) = Sample.load(Sample.valid.replacing(original, with: mistake, maxReplacements: 1))
    #expect(issues.count == 1, "\(issues)")
    #expect(issues.contains { $0.text(.english).contains(message) }, "\(issues)")
    #expect(issues.allSatisfy { $0.text(.chinese).contains { $0.unicodeScalars.contains { $0.value > 0x4E00 } } })
  }
}
