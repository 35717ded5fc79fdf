// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

@testable import ScenarioFiles

/// A small model, to try the reading of any model.
struct Sample: Equatable {
  enum Base: String, CaseIterable {
    case committed
    case paidIn = "paid_in"
  }

  enum Ending: Equatable {
    case sale(discount: Sourced<Share>)
    case holding(years: Sourced<Int>)
  }

  struct Fund: Equatable {
    var id = ""
    var name: BilingualText
    var size: Sourced<Money>
    var feeRate: Sourced<AnnualRate>
    var feeBase: Base
    var term: Sourced<TimeSpan>
    var cap: Sourced<Money>?
    var parent: String?
    var ending: Ending
    var mix: [String: Double]
    var isOpen: Bool
  }

  var name: BilingualText
  var start: Quarter
  var sectors: [String]
  var growth: [Int: Double]
  var funds: [Fund]
  var rounds: [Sourced<Money>]
  var law: Law

  struct Law: Equatable {
    var multiple: Sourced<Double>
    var loading: Sourced<Share>
  }

  static let defaults = ShippedDefaults(
    bytes: Array(
      """
      sources:
        custom: {title: {en: Custom of the market, zh: 市场惯例}}
      defaults:
        funds.*.fee.rate: {value: 2 %, low: 1 %, high: 2.5 %, source: custom, grade: mem-H}
        funds.*.fee.base: {value: paid_in, source: custom, grade: mem-H}
        funds.*.open: true
        law.preset: fair
        "**.loading": 10 %
      presets:
        law:
          fair: {multiple: {value: 1.5, low: 1, high: 3, shape: pert, source: custom, grade: prior}}
          poor: {multiple: 0.5, loading: 20 %}
      """.utf8))

  static var reading: ScenarioReading<Sample> { ScenarioReading(defaults: defaults, read: read) }

  static func read(_ record: RecordReader) -> Sample {
    Sample(
      name: record.name(),
      start: record.quarter("start", "First quarter", "起始季度"),
      sectors: record.collection("sectors", atLeast: 1, "Sectors", "行业") { $0.name() }.map(\.id),
      growth: Dictionary(
        uniqueKeysWithValues: record.required("growth", .yearly(of: .annualRate()), "Growth", "增长率")
          .map { ($0.year, $0.value.value.perYear) }),
      funds: record.collection("funds", atLeast: 1, "Funds", "基金", readFund).map { id, fund in
        var fund = fund
        fund.id = id
        return fund
      },
      rounds: record.required("rounds", .list(of: .money()), "Rounds", "轮次"),
      law: record.section("law", "Law", "规律") { record in
        let record = record.withPreset("law")
        return Law(
          multiple: record.number("multiple", in: .above(0), "Multiple", "倍数"),
          loading: record.share("loading", "Loading", "载荷"))
      })
  }

  static func readFund(_ record: RecordReader) -> Fund {
    let fee = record.section("fee", "Fee", "管理费") { record in
      (
        record.annualRate("rate", usual: 0.003...0.025, "Rate per year", "年费率"),
        record.choice("base", Base.self, "What the rate applies to", "计费基数")
      )
    }
    let cap = record.optional("cap", .money(in: .above(0)), "Cap", "上限")
    let size = record.money("size", in: .above(0), "Size", "规模")
    record.require(
      (cap?.value ?? size.value) <= size.value, at: "cap", involving: ["size"], "more than the size", "超过规模")
    return Fund(
      name: record.name(),
      size: size, feeRate: fee.0, feeBase: fee.1,
      term: record.timeSpan("term", in: .between(1, 30), "Term", "存续期"),
      cap: cap,
      parent: record.optional("parent", .reference(to: "funds"), "Parent", "母基金"),
      ending: record.section("ending", "Ending", "结束方式") { record in
        record.variant(
          by: "kind", "Kind", "方式",
          [
            Alternative("sale", "Sale", "出售") { .sale(discount: $0.share("discount", "Discount", "折扣")) },
            Alternative("holding", "Holding", "持有") {
              .holding(years: $0.count("years", in: 1...20, "Years", "年数"))
            },
          ])
      },
      mix: Dictionary(
        uniqueKeysWithValues: record.required("mix", .shares(of: "sectors"), "Mix", "行业构成")
          .map { ($0.id, $0.share.value.fraction) }),
      isOpen: record.flag("open", "Whether it is open", "是否开放"))
  }

  static let valid = """
    guidefund: 1
    name: {en: A, zh: 甲}
    start: 2025-Q1
    sources:
      plan: {title: {en: The plan, zh: 方案}, location: 某文号}
    sectors:
      chips: {name: {en: Chips, zh: 芯片}}
      drugs: {name: {en: Drugs, zh: 医药}}
    growth: {2025: 5 %, 2026: 4.5 %}
    rounds: [500 万元, "CNY 3e6"]
    funds:
      city:
        name: {en: City, zh: 市基金}
        size: {value: 20 亿元, low: 15 亿元, high: 25 亿元, shape: normal, source: plan, grade: V}
        term: 10 years
        cap: 2 亿元
        ending: {kind: sale, discount: 25 %}
        mix: {chips: 60 %, drugs: 40 %}
      county:
        name: {en: County, zh: 县基金}
        size: 5 亿元
        fee: {rate: 1 %}
        term: 96 months
        parent: city
        ending:
          kind: holding
          years: 3
        mix: {chips: 100 %}
        open: false
    """

  /// Reads one file.
  static func load(_ text: String, file: String = "s.yaml") -> (
    result: ScenarioReading<Sample>.Result?, issues: [ScenarioIssue]
  ) {
    let document = YAMLDocument(bytes: Array(text.utf8), file: file)
    guard let root = document.root, root.entries != nil else { return (nil, document.issues.sortedOnce()) }
    let result = reading.run(root, files: SourceFiles(folder: "."))
    return (result, (document.issues + result.issues).sortedOnce())
  }
}
