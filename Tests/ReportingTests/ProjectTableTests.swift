// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PortfolioModel
import Quantities
import Simulation
import TestSupport
import Testing

@testable import Reporting

/// `projects.csv` and the lives of projects in a story.
@Suite struct ProjectTableTests {
  private func rows() throws -> (header: [String], rows: [[String: String]]) {
    let design = try ScenarioWorkshop.written(FullPromotion.text)
    let promotion = try #require(design.scenario.promotion)
    let table = ProjectTable(
      try ProjectLife.replayed(design, replicates: [0, 3]), labels: ProjectLabels(promotion),
      time: design.scenario.time)
    let folder = try TemporaryFolder()
    _ = try RunFolder.write(table, to: folder.path, excel: false)
    let lines = try folder.text("projects.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    #expect(header == table.description.columns.map(\.name) && lines.allSatisfy { $0.count == header.count })
    return (header, lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) })
  }

  @Test("a row a lead of the chosen replicates, with a date for each stage that it passed, in order")
  func lives() throws {
    let (header, rows) = try rows()
    let stages = header.filter { $0.hasPrefix("passed_") }
    #expect(stages.first == "passed_contact" && stages.last == "passed_trial" && stages.count == 9)
    #expect(Set(rows.compactMap { $0["replicate"] }) == ["0", "3"])
    #expect(
      rows.count > 1000 && Set(rows.map { "\($0["replicate"] ?? "")/\($0["project"] ?? "")" }).count == rows.count)
    for row in rows {
      let dates = stages.compactMap { row[$0].flatMap { CalendarDate(iso: $0) } }
      // A transfer begins the talks again.
      #expect(dates == dates.sorted() || row["promotion_unit"] != row["source_unit"])
      #expect((row["outcome"] == "") == (row["outcome_date"] == ""))
      #expect(Double(row["investment"] ?? "").map { $0 > 0 } == true)
    }
    let units = Set(rows.compactMap { $0["source_unit"] })
    #expect(units.contains("squad_8") && units.contains("bureau") && !units.contains("squad"))
    #expect(rows.contains { $0["passed_signing"] != "" && ["north", "south"].contains($0["region"]) })
    #expect(Set(rows.compactMap { $0["outcome"] }).isSuperset(of: ["", "lost", "lost_to_rival", "ended"]))
  }

  @Test("days before the grid, its first and a later one")
  func days() throws {
    let start = try #require(Quarter(text: "2025-Q1"))
    let time = TimeGrid(start: start, quarters: 4)
    #expect(time.day(at: 0).description == "2025-01-01" && time.day(at: -0.001).description == "2024-12-31")
    #expect(time.day(at: 0.25).description == "2025-04-01" && time.day(at: 1.999).year == 2026)
  }

  @Test("a story tells the projects that were signed, or one of them", arguments: Language.allCases)
  func story(language: Language) throws {
    let design = try ScenarioWorkshop.written(FullPromotion.text)
    let story = try ReplicateStory(design, replicate: 3)
    let text = StoryText.text(story, language: language)
    let signed = Set(story.projects.filter { $0.happening == .passed && $0.stage >= story.signedStage }.map(\.project))
    let project = try #require(signed.min())
    #expect(text.contains(language == .english ? "signed: \(signed.count) of" : "中的 \(signed.count) 个"))
    let own = try #require(StoryText.text(story, project: project, language: language))
    let lines = own.split(separator: "\n")
    #expect(lines.count == story.projects.count { $0.project == project && $0.happening != .began })
    #expect(lines.allSatisfy { CalendarDate(iso: $0.prefix(10)) != nil && text.contains($0) })
    #expect(StoryText.text(story, project: 10_000_000, language: language) == nil)
    #expect(lines.contains { $0.contains(#/\p{Han}/#) } == (language == .chinese))
  }

  @Test("JSON has every happening of every lead")
  func json() throws {
    let design = try ScenarioWorkshop.written(FullPromotion.text)
    let story = try ReplicateStory(design, replicate: 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(StoryText.json(story).utf8)) as? [String: Any])
    let projects = try #require(json["projects"] as? [[String: Any]])
    #expect(projects.count == story.projects.count)
    #expect(projects.allSatisfy { ($0["date"] as? String).flatMap { CalendarDate(iso: $0) } != nil })
  }
}
