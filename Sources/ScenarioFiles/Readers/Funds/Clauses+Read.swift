// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension LossTolerance {
  /// Reads how much a fund may lose.
  static func read(_ record: RecordReader) -> LossTolerance {
    LossTolerance(
      project: record.section("project", "Most of a project's cost that may be lost", "单个项目容忍亏损比例") {
        ProjectTolerance.read($0)
      },
      fund: share(record, "fund", "Most of the cost of all that is realised", "基金整体容忍亏损比例"),
      offsetsGains: record.flag("offset_gains", "Gains offset losses of other projects", "以盈补亏后计算整体亏损"))
  }

  /// A threshold is a term, which nobody draws.
  fileprivate static func share(
    _ record: RecordReader, _ key: String, _ english: String, _ chinese: String
  ) -> Sourced<Share> {
    record.required(key, .share(uncertain: false), english, chinese)
  }
}

extension ProjectTolerance {
  fileprivate static func read(_ record: RecordReader) -> ProjectTolerance {
    ProjectTolerance(
      seed: LossTolerance.share(record, "seed", "Seed and angel", "种子期与天使期"),
      early: LossTolerance.share(record, "early", "Series A", "A 轮"),
      later: LossTolerance.share(record, "later", "Series B and later", "B 轮及以后"))
  }
}
