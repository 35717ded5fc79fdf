// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import PortfolioModel
import Quantities
import Simulation
import Testing

@testable import Reporting

@Suite struct StoryTests {
  private func story() async throws -> ReplicateStory { try await Sample.experiment.explain(replicate: 7) }

  /// An entry of any kind about the first fund and company.
  private func entry(_ happening: Journal.Happening, in story: ReplicateStory) throws -> Journal.Entry {
    var entry = try #require(story.entries.first)
    entry.happening = happening
    entry.time = -1
    entry.fund = 0
    entry.company = 0
    entry.amount = 100
    entry.detail = 1
    return entry
  }

  @Test(arguments: Language.allCases)
  func text(language: Language) async throws {
    let story = try await story()
    let lines = StoryText.text(story, language: language).split(separator: "\n")
    #expect(lines[0].contains("7") && lines[0].contains("2025-01-01") && lines[0].contains("2036-12-31"))
    let told = StoryText.told(story.entries)
    let dated = lines.dropFirst().prefix(told.count)
    let dates = dated.compactMap { CalendarDate(iso: $0.prefix(10)) }
    let known = told.count { $0.entry.time >= 0 }
    #expect(dates.count == known && dates == dates.sorted() && known < told.count)
    let quarters = dated.filter { $0.wholeMatch(of: #/20\d\d-Q[1-4] {5}\S.*/#) != nil }
    #expect(quarters.count == told.count - known)
    #expect(lines.last?.hasPrefix("all") == true)
    let table = lines.filter { $0.hasPrefix("city") }
    #expect(table.count >= 18)
  }

  @Test func json() async throws {
    let story = try await story()
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(StoryText.json(story).utf8)) as? [String: Any])
    #expect(json["replicate"] as? Int == 7)
    let entries = try #require(json["entries"] as? [[String: Any]])
    #expect(entries.count == story.entries.count)
    for (entry, known) in zip(entries, story.entries.map { $0.time >= 0 }.sorted { $0 && !$1 }) where known {
      #expect(entry["quarter"] is String)
    }
    #expect(entries.count { $0["date"] is String } == story.entries.count { $0.time >= 0 })
    #expect(entries.filter { $0["happening"] as? String == "call" }.allSatisfy { $0["date"] is NSNull })
    let paid = entries.filter { $0["happening"] as? String == "call" && $0["fund"] as? String == "city" }
      .compactMap { $0["amount"] as? Double }.reduce(0, +)
    let headline = try #require(json["headline"] as? [[String: Any]])
    let stated = headline.first { $0["entity"] as? String == "city" && $0["metric"] as? String == "paid_in" }
    #expect(abs((stated?["value"] as? Double ?? 0) - paid) < 0.01)
    let status = headline.first { $0["metric"] as? String == "irr_status" }
    #expect(status?["value"] is String)
  }

  @Test(
    "dates: the day where the time is known, else the end of the quarter",
    arguments: [
      (-1.0, 0, "2025-03-31"), (0, 0, "2025-01-01"), (0.25, 1, "2025-04-01"), (0.125, 0, "2025-02-15"),
      (1.999_999, 7, "2026-12-31"),
    ])
  func dates(years: Double, quarter: Int, date: String) async throws {
    var entry = try entry(.call, in: try await story())
    entry.quarter = quarter
    entry.time = years
    let time = TimeGrid(start: Sample.start, quarters: 8)
    #expect(StoryText.date(of: entry, in: time).description == date)
  }

  @Test("purchases missed again and again are one line until one is made or another rule binds")
  func missedPurchases() async throws {
    let story = try await story()
    func missed(_ fund: Int, _ quarter: Int, _ rule: Journal.Rule) throws -> Journal.Entry {
      var entry = try entry(.skipped, in: story)
      (entry.fund, entry.quarter, entry.detail) = (fund, quarter, Double(rule.rawValue))
      return entry
    }
    var bought = try entry(.investment, in: story)
    bought.fund = 0
    let lines = StoryText.told([
      try missed(0, 1, .noCandidate), try missed(1, 1, .noCandidate), try missed(0, 1, .noCandidate),
      try missed(0, 2, .noCandidate), try missed(1, 3, .budget), bought, try missed(0, 4, .noCandidate),
      try missed(1, 5, .budget), try missed(1, 6, .noCandidate),
    ])
    #expect(lines.map(\.count) == [3, 1, 2, 1, 1, 1])
    #expect(lines.map(\.lastQuarter) == [2, 1, 5, bought.quarter, 4, 6])
    #expect(lines.map(\.entry.fund) == [0, 1, 1, 0, 0, 1])
  }

  @Test("every happening and rule has its own name and words")
  func words() async throws {
    let story = try await story()
    let texts = try Journal.Happening.allCases.map { happening in
      StoryLine(try entry(happening, in: story), in: story).text
    }
    #expect(Set(texts).count == texts.count && texts.allSatisfy { $0.english != $0.chinese })
    #expect(Set(Journal.Happening.allCases.map(\.word)).count == Journal.Happening.allCases.count)
    let rules = try Journal.Rule.allCases.map { rule in
      var entry = try entry(.skipped, in: story)
      entry.detail = Double(rule.rawValue)
      return StoryLine(entry, in: story).text
    }
    #expect(Set(rules).count == rules.count && !rules.contains { $0.english.contains("unknown") })
    #expect(Set(Journal.Rule.allCases.map(\.word)).count == rules.count)
  }
}
