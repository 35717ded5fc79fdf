// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
public import Quantities
public import Simulation

/// One replicate told as a dated story, for people and for programs.
public enum StoryText {
  /// The story: a line for every happening, by date, and the headline metrics at the end.
  public static func text(_ story: ReplicateStory, language: Language) -> String {
    let time = story.labels.time
    let title = BilingualText(
      "Replicate \(story.replicate), \(time.start.firstDay) to \(time.lastDay(of: time.quarters - 1))",
      "第 \(story.replicate) 次模拟,\(time.start.firstDay) 至 \(time.lastDay(of: time.quarters - 1))")
    let lines = dated(story).map { date, entry in
      "\(date)  \(StoryLine(entry, in: story).text(language))"
    }
    return ([title(language), ""] + lines + [""] + headline(story, language)).map { $0 + "\n" }.joined()
  }

  /// The same as JSON: `{"replicate", "entries": […], "headline": […]}`.
  public static func json(_ story: ReplicateStory) -> String {
    JSONValue.record([
      "replicate": .whole(story.replicate),
      "entries": .list(dated(story).map { date, entry in StoryLine(entry, in: story).json(date: date) }),
      "headline": .list(
        metrics(story).map { entity, metric, value in
          .record([
            "entity": .text(entity), "metric": .text(metric.name), "unit": .text(metric.about.unit),
            "value": metric.isCategory
              ? ValueText.status(value).map { .text($0.rawValue) } ?? .null : .real(value),
          ])
        }),
    ]).document()
  }

  /// The happenings with their dates, by date, in the order of the journal within a day.
  private static func dated(_ story: ReplicateStory) -> [(date: CalendarDate, entry: Journal.Entry)] {
    let all = story.entries.map { (date: date(of: $0, in: story.labels.time), entry: $0) }
    let order = all.indices.sorted { (all[$0].date, $0) < (all[$1].date, $1) }
    return order.map { all[$0] }
  }

  /// The exact day where the time is known, else the last day of the quarter.
  static func date(of entry: Journal.Entry, in time: TimeGrid) -> CalendarDate {
    guard entry.time >= 0 else { return time.lastDay(of: entry.quarter) }
    let quarters = entry.time * 4
    let quarter = time.start.advanced(by: Int(quarters))
    let first = quarter.firstDay.dayNumber
    let length = quarter.lastDay.dayNumber - first + 1
    return CalendarDate(dayNumber: first + Int((quarters - quarters.rounded(.down)) * Double(length)))
  }

  /// The metrics that exist.
  private static func metrics(_ story: ReplicateStory) -> [(entity: String, metric: HeadlineMetric, value: Double)] {
    story.labels.entities.enumerated().flatMap { entity, name in
      story.metrics.enumerated().compactMap { position, metric in
        let value = story.headline[entity * story.metrics.count + position]
        guard metric.kinds.contains(story.kinds[entity]), !value.isNaN else { return nil }
        return (name, metric, value)
      }
    }
  }

  private static func headline(_ story: ReplicateStory, _ language: Language) -> [String] {
    var table = TextTable(right: [2])
    for (entity, metric, value) in metrics(story) {
      table.add([entity, metric.about.label(language), ValueText.text(value, of: metric, language)])
    }
    return table.lines()
  }
}
