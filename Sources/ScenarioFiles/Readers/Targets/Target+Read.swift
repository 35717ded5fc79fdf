// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Target {
  /// Reads a target. What nothing simulates may name a metric of its own.
  static func read(_ record: RecordReader, metrics: MetricNames, time: TimeGrid) -> Target {
    let isSimulated = !["decision", "circular", "no_data"].contains(where: record.has)
    let window = record.optionalSection("window", "Quarters that count", "考核时段", TargetWindow.read)
    let known = isSimulated ? (window == nil ? metrics.headline : metrics.periods) : nil
    let kind = FieldKind.metric(among: known, instead: isSimulated ? metrics.misplaced(byQuarter: window != nil) : nil)
    let metric = record.required("metric", kind, "Metric", "指标")
    let over = record.optional("over", kind, "Metric that it is divided by", "除以的指标")
    let elsewhere = record.optional("over_entity", .text(), "Entity of that metric, if another one", "分母的主体（若不同）")
    let unit = over == nil ? metrics.facts(of: metric, byQuarter: window != nil)?.unit : "1"
    let growth = record.optionalSection("growth", "Growth between consecutive windows", "相邻时段的增长") {
      TargetGrowth.read($0, unit: unit)
    }
    let threshold = record.required(
      "threshold", .measured(in: growth == nil ? unit : "1"), "Threshold, or growth a window", "目标值（或每期增长）")
    let target = Target(
      name: record.name(), entity: record.text("entity", "Entity, or a pattern of entities", "主体（可用 * 匹配多个）"),
      metric: metric, over: over, overEntity: elsewhere, window: window,
      inequality: record.choice("comparison", Inequality.self, "Side of the threshold", "达标方向"),
      threshold: threshold.number, unit: threshold.unit, growth: growth,
      basis: TargetBasis.read(record, unit: threshold.unit))
    target.check(record, isSimulated: isSimulated, time: time)
    return target
  }

  private func check(_ record: RecordReader, isSimulated: Bool, time: TimeGrid) {
    let bases = ["decision", "circular", "no_data"].filter(record.has)
    record.require(
      bases.count <= 1, at: bases.last ?? "", "a target is a decision, circular or without data, not several",
      "decision、circular、no_data 只能填一项")
    record.require(
      overEntity == nil || over != nil, at: "over_entity", involving: ["over"], "there is no metric to divide by",
      "未填 over")
    record.require(
      !(overEntity?.contains("*") ?? false), at: "over_entity", "one entity, no pattern", "须为单个主体，不能用 *")
    record.require(
      growth == nil || window != nil, at: "growth", involving: ["window"], "growth needs a window", "增长目标须给出 window")
    guard let window, record.context.couldRead("time") else { return }
    let from = window.from ?? time.start
    record.require(from <= window.to, at: "window", "the window ends before it begins", "时段的结束早于开始")
    record.require(
      !isSimulated || (time.start <= from && window.to <= time.start.advanced(by: time.quarters - 1)), at: "window",
      "not within the quarters that are simulated, \(time.start) to \(time.start.advanced(by: time.quarters - 1))",
      "超出模拟的季度 \(time.start) 至 \(time.start.advanced(by: time.quarters - 1))")
    guard let growth else { return }
    let length = window.to.index - from.index + 1
    let every = growth.every.value.wholeQuarters
    record.require(
      abs(growth.every.value.years * 4 - Double(every)) < 1e-6 && every >= 1 && length >= every && length % every == 0,
      at: "growth", involving: ["window"], "the window is not a whole number of such periods", "时段不是整数个增长周期")
    let isEarlier = from.index - every >= time.start.index
    record.require(
      growth.baseline != nil || length >= 2 * every || (isSimulated && isEarlier), at: "growth", involving: ["window"],
      "nothing to grow from: give a baseline, or two periods", "缺少基数：请填 baseline，或时段至少含两个周期")
  }
}

extension TargetWindow {
  fileprivate static func read(_ record: RecordReader) -> TargetWindow {
    TargetWindow(
      from: record.optional("from", .quarter(), "First quarter", "起始季度"),
      to: record.quarter("to", "Last quarter", "截止季度"))
  }
}

extension TargetGrowth {
  fileprivate static func read(_ record: RecordReader, unit: String?) -> TargetGrowth {
    let every = record.required(
      "every", .timeSpan(in: .between(0.25, 100), uncertain: false), "Length of a period", "增长周期")
    let baseline = record.optional(
      "baseline", .measured(in: unit, allowed: .above(0)), "Amount of the period before the first", "基期数值")
    return TargetGrowth(every: every, baseline: baseline?.number, unit: baseline?.unit ?? unit ?? "")
  }
}

extension TargetBasis {
  fileprivate static func read(_ record: RecordReader, unit: String) -> TargetBasis {
    let decision = record.optionalSection("decision", "A decision of this scenario", "本方案的决策") {
      $0.required("field", .registered(in: unit), "Path of the field that decides", "决策字段的路径")
    }
    let circular = record.optionalSection("circular", "The simulation was set up to meet it", "按目标设定的模拟", reason)
    let noData = record.optionalSection("no_data", "Nothing that is simulated tells", "模拟不含该指标", reason)
    if let decision { return .decision(path: decision.path, value: decision.value) }
    return circular.map { .circular(reason: $0) } ?? noData.map { .noData(reason: $0) } ?? .simulated
  }

  private static func reason(_ record: RecordReader) -> BilingualText { record.name("because", "Why", "原因") }
}

extension FieldKind where Value == String {
  /// The name of a metric: one of some, or any word where nothing is simulated; and what is said of others.
  static func metric(among names: [String]?, instead: MisplacedMetrics? = nil) -> Self {
    let any = FieldKind.text()
    let kind = names.map { FieldKind.word(among: $0) } ?? any
    return FieldKind(
      expected: kind.expected, placeholder: { _, _ in "" },
      read: { place in
        guard let word = place.node.writtenValue, let instead, instead.names.contains(word) else {
          return kind.read(place)
        }
        place.report(.inconsistent(instead.remedy(word)))
        return ""
      }, schema: any.schema)
  }
}

/// A number of the scenario by its path.
struct RegisteredNumber: Hashable {
  var path: String
  var value: Double
}

extension FieldKind where Value == RegisteredNumber {
  /// The path of a number of this scenario in a unit.
  static func registered(in unit: String) -> Self {
    let expected = Expectation.words(BilingualText("the path of a number of this scenario", "本情景中某一数值的路径"))
    let text = FieldKind<String>.text()
    return FieldKind(
      expected: expected, placeholder: { _, _ in RegisteredNumber(path: "", value: 0) },
      read: { place in
        let path = text.read(place)
        guard let rows = place.context.firstPass?.rows else { return RegisteredNumber(path: path, value: 0) }
        guard let row = rows[path] else {
          place.report(
            .unknownReference(path), expected: expected, suggestion: Spelling.suggestion(for: path, among: rows.keys))
          return RegisteredNumber(path: path, value: 0)
        }
        for kind in MeasuredKinds(unit: unit).kinds {
          let found = try? QuantityText(row.text, as: kind, yuanPer: { place.context.yuan(per: $0, in: nil) })
          if let found { return RegisteredNumber(path: path, value: found.value) }
        }
        place.report(
          .inconsistent(
            BilingualText("\(row.text) is not in the unit of the target", "\(row.text) 与目标的单位不符")))
        return RegisteredNumber(path: path, value: 0)
      },
      schema: { context, path in text.schema(context, path) })
  }
}
