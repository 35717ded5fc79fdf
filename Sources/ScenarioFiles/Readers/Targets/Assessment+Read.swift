// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Assessment {
  /// Reads how work is scored and ranked.
  static func read(_ record: RecordReader, metrics: MetricNames) -> Assessment {
    let assessment = Assessment(
      entities: record.required(
        "entities", .list(of: .text(), atLeast: 1), "Who is assessed: names or patterns", "被考核主体（可用 * 匹配多个）"),
      periods: record.required(
        "periods", .list(of: .choice(AssessmentPeriod.self), atLeast: 1), "How often", "考核周期"),
      indicators: record.members("indicators", atLeast: 1, "What earns points", "考核指标") {
        AssessmentIndicator.read($0, metrics: metrics)
      },
      adjustments: record.members("adjustments", "What adds points or takes them away", "加减分项") {
        AssessmentAdjustment.read($0, metrics: metrics)
      })
    let points = assessment.indicators.reduce(0) { $0 + $1.value.weight.value }
    record.advise(
      abs(points - 100) < 1e-9, at: "indicators", "the weights sum to \(NumberWords.text(points)), usually 100",
      "权重合计为 \(NumberWords.text(points))，通常为 100")
    return assessment
  }
}

extension AssessmentMetric {
  fileprivate static func read(_ record: RecordReader, _ metrics: MetricNames) -> AssessmentMetric {
    AssessmentMetric(
      metric: record.required("metric", .metric(among: metrics.periods), "Metric by quarter", "逐季指标"),
      over: record.optional("over", .metric(among: metrics.periods), "Metric that it is divided by", "除以的指标"),
      span: record.choice("counts", AssessmentSpan.self, "Since when amounts count", "统计口径"))
  }

  fileprivate func unit(_ metrics: MetricNames) -> String? {
    over == nil ? metrics.facts(of: metric, byQuarter: true)?.unit : "1"
  }
}

extension AssessmentIndicator {
  fileprivate static func read(_ record: RecordReader, metrics: MetricNames) -> AssessmentIndicator {
    let measure = AssessmentMetric.read(record, metrics)
    let full = FieldKind<MeasuredNumber>.measured(in: measure.unit(metrics), allowed: .above(0))
    let quotas = record.optional(
      "quotas", .list(of: .section { Quota.read($0, full) }), "Full marks of single entities", "单独下达的任务数")
    let indicator = AssessmentIndicator(
      name: record.name(), measure: measure,
      weight: record.required("weight", .number(in: .above(0, upTo: 1000), uncertain: false), "Points", "分值"),
      fullMarks: record.optional("full_marks", full, "Value that earns full marks", "满分值")?.number,
      quotas: Dictionary((quotas ?? []).map { ($0.entity, $0.value) }, uniquingKeysWith: { $1 }),
      most: record.optional(
        "most", .share(uncertain: false), "Most that can be earned, over full marks", "得分上限（占满分）"
      ).map { Sourced($0.value.fraction, parameter: $0.parameter) } ?? Sourced(1))
    record.require(
      quotas == nil || indicator.fullMarks != nil, at: "quotas", involving: ["full_marks"],
      "full_marks is missing, which counts for all the others", "缺少 full_marks（其余主体的满分值）")
    return indicator
  }
}

/// What one entity must reach for full marks.
private struct Quota: Hashable {
  var entity: String
  var value: Double

  static func read(_ record: RecordReader, _ full: FieldKind<MeasuredNumber>) -> Quota {
    Quota(
      entity: record.text("entity", "Entity", "主体"),
      value: record.required("full_marks", full, "Value that earns full marks", "满分值").number.value)
  }
}

extension AssessmentAdjustment {
  fileprivate static func read(_ record: RecordReader, metrics: MetricNames) -> AssessmentAdjustment {
    let measure = AssessmentMetric.read(record, metrics)
    return AssessmentAdjustment(
      name: record.name(), measure: measure,
      points: record.required(
        "points", .number(in: .between(-1000, 1000), uncertain: false), "Points, negative to deduct", "加分（负数为扣分）"),
      per: record.required(
        "per", .measured(in: measure.unit(metrics), allowed: .above(0)), "Amount that they are for", "每多少计分"
      ).number,
      most: record.required("most", .number(in: .above(0, upTo: 1000), uncertain: false), "Most points", "加减分上限"))
  }
}

/// Numbers in messages.
private enum NumberWords {
  static func text(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? String(Int(number)) : String(number)
  }
}
