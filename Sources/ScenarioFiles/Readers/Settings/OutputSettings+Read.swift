// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension OutputSettings {
  /// Reads which rows and columns are written.
  static func read(_ record: RecordReader, metrics: MetricNames) -> OutputSettings {
    let settings = OutputSettings(
      replicateEntities: record.required(
        "replicate_entities", .list(of: .choice(EntityClass.self)), "Entities with a row a replicate", "逐次结果的主体"),
      replicateMetrics: record.required(
        "replicate_metrics", .list(of: .word(among: metrics.headline)), "Metrics with a column a replicate", "逐次结果的指标"),
      periodEntities: record.required(
        "period_entities", .list(of: .choice(EntityClass.self)), "Entities with a row a quarter", "逐季结果的主体"),
      periodMetrics: record.required(
        "period_metrics", .list(of: .word(among: metrics.periods)), "Metrics with a row a quarter", "逐季结果的指标"),
      riskLevels: record.required(
        "risk_levels", .list(of: .share(in: .strictlyBetween(0, 1), uncertain: false)),
        "Tail probabilities of value at risk and expected shortfall", "风险价值与预期尾部损失的尾部概率"),
      projectReplicates: record.required(
        "project_replicates", .list(of: .count(in: 0...999_999_999)),
        "Replicates whose projects are written one by one",
        "逐一列出项目的模拟序号"))
    record.requireDistinct(settings.riskLevels.map(\.value.fraction), at: "risk_levels")
    record.requireDistinct(settings.projectReplicates.map(\.value), at: "project_replicates")
    return settings
  }
}

extension DerivedPlan {
  /// Reads which funds are left out.
  static func read(_ record: RecordReader) -> DerivedPlan {
    DerivedPlan(
      without: record.required(
        "without", .list(of: .reference(to: "funds"), atLeast: 1), "Funds that are left out", "去掉的基金"))
  }
}

extension RecordReader {
  /// Reports a list in which a number stands twice, however it is written.
  fileprivate func requireDistinct(_ numbers: [some Hashable], at key: String) {
    require(Set(numbers).count == numbers.count, at: key, "a number stands twice in the list", "列表中有重复的数")
  }
}
