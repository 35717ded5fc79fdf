// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension ProjectFunding {
  /// Reads how projects and funds meet.
  static func read(_ record: RecordReader) -> ProjectFunding {
    ProjectFunding(
      stage: record.reference(
        "stage", to: "promotion.stages", "Stage at whose beginning a project is recommended", "推荐阶段"),
      projects: record.filter("projects", "Projects that it concerns", "适用项目"),
      seeking: record.share("seeking", "Share that seeks equity", "寻求股权融资的比例"),
      stream: record.reference(
        "stream", to: "candidate_streams", "Stream among whose companies funds meet it", "对应的项目来源"),
      round: record.share("round", in: .above(0), usual: 0.02...0.5, "Round, of planned investment", "融资额占计划投资比例"),
      odds: record.number(
        "odds", in: .between(-20, 20), usual: 0...2, "Shift of log-odds of later stages", "后续阶段对数胜算增量"),
      duration: record.share("duration", in: .from(0, below: 1), usual: 0...0.5, "Cut of later durations", "后续时长缩短比例"),
      landing: record.share(
        "landing", usual: 0...0.5, "Share of companies from elsewhere that bring a project", "外地被投企业带来项目的比例"),
      within: record.timeSpan("within", in: .between(0, 20), usual: 0.25...5, "Time over which they come", "带来项目的时限"),
      unit: record.unit("Unit whose leads they are", "线索归属单位"))
  }
}
