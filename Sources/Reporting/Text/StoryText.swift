// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
public import Quantities
public import Simulation

/// One replicate told as a dated story, for people and for programs.
public enum StoryText {
  /// The story: a line for every happening, by date, and the headline metrics at the end. A purchase that a fund misses
  /// again for the same reason as the time before, with none made in between, is no line of its own.
  public static func text(_ story: ReplicateStory, language: Language) -> String {
    let time = story.labels.time
    let title = BilingualText(
      "Replicate \(story.replicate), \(time.start.firstDay) to \(time.lastDay(of: time.quarters - 1))",
      "模拟序号 \(story.replicate)，\(time.start.firstDay) 至 \(time.lastDay(of: time.quarters - 1))")
    let lines = told(dated(story).map(\.entry)).map { line in
      let date = TextWidth.padded(when(line.entry, in: time), to: 10)
      let repeated = line.count > 1 ? again(line.count, until: time.start.advanced(by: line.lastQuarter))(language) : ""
      return "\(date)  \(StoryLine(line.entry, in: story).text(language))\(repeated)"
    }
    let projects = story.projectLines(of: nil, language)
    return ([title(language), ""] + lines + projects + [""] + headline(story, language)).map { $0 + "\n" }.joined()
  }

  /// The life of one project of a replicate; nothing where it has no such project.
  public static func text(_ story: ReplicateStory, project: Int, language: Language) -> String? {
    let lines = story.projectLines(of: project, language)
    return lines.isEmpty ? nil : lines.map { $0 + "\n" }.joined()
  }

  /// The same as JSON: `{"replicate", "entries": […], "headline": […]}`, with promotion also `"projects": […]`, what
  /// happened to every lead. Every happening is an entry; its `date` is null
  /// where only the quarter is known.
  public static func json(_ story: ReplicateStory) -> String {
    let projects = story.projectLabels.map { labels in
      JSONValue.list(story.projects.map { ProjectLine($0, labels).json(in: story.labels.time) })
    }
    return JSONValue.record([
      "replicate": .whole(story.replicate),
      "entries": .list(
        dated(story).map { date, entry in
          StoryLine(entry, in: story).json(
            date: entry.time < 0 ? nil : date, quarter: story.labels.time.start.advanced(by: entry.quarter))
        }),
      "headline": .list(
        metrics(story).map { entity, metric, value in
          .record([
            "entity": .text(entity), "metric": .text(metric.name), "unit": .text(metric.about.unit),
            "value": metric.isCategory
              ? ValueText.status(value).map { .text($0.rawValue) } ?? .null : .real(value),
          ])
        }),
    ]).adding("projects", projects).document()
  }

  /// The day where the time is known, else the quarter: calls and payments have no day within it.
  static func when(_ entry: Journal.Entry, in time: TimeGrid) -> String {
    entry.time < 0 ? time.start.advanced(by: entry.quarter).description : date(of: entry, in: time).description
  }

  private static func again(_ count: Int, until quarter: Quarter) -> BilingualText {
    BilingualText(" (\(count) times until \(quarter))", "（至 \(quarter) 共 \(count) 次）")
  }

  /// A line of the story: a happening, and how often and until which quarter it is repeated.
  struct Told {
    var entry: Journal.Entry
    var count = 1
    var lastQuarter: Int
  }

  /// The lines of a story, with a fund's missed purchases gathered as long as it buys nothing and one rule binds.
  static func told(_ entries: [Journal.Entry]) -> [Told] {
    var lines: [Told] = []
    // By fund: the line that its next missed purchase may belong to.
    var open: [Int: Int] = [:]
    for entry in entries {
      if entry.happening == .investment { open[entry.fund] = nil }
      if entry.happening == .skipped {
        if let line = open[entry.fund], lines[line].entry.detail == entry.detail {
          lines[line].count += 1
          lines[line].lastQuarter = entry.quarter
          continue
        }
        open[entry.fund] = lines.count
      }
      lines.append(Told(entry: entry, lastQuarter: entry.quarter))
    }
    return lines
  }

  /// The happenings with their dates, by date, in the order of the journal within a day.
  private static func dated(_ story: ReplicateStory) -> [(date: CalendarDate, entry: Journal.Entry)] {
    let all = story.entries.map { (date: date(of: $0, in: story.labels.time), entry: $0) }
    let order = all.indices.sorted { (all[$0].date, $0) < (all[$1].date, $1) }
    return order.map { all[$0] }
  }

  /// The exact day where the time is known, else the last day of the quarter, by which the happening is ordered.
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
