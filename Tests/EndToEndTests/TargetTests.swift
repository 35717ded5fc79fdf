// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Targets, contradictions and the assessment in the run folder and on the terminal.
@Suite struct TargetTests {
  private static let columns =
    "target,status,entity,metric,window_start,window_end,comparison,threshold,unit,probability,low,high,"
    + "probability_at_base,mean,median_over_threshold,lead_factor_50,lead_factor_80,expected_shortfall,first_met_p50,"
    + "binding_unit,required,required_unit,reason,n"

  @Test("every target has a row, contradictions are found, and the run can be verified")
  func folder() async throws {
    let place = try Workspace()
    let finished = try await place.run("designs/targets", ["--replicates", "600", "--language", "en"])
    let table = Table(try place.text("out/targets.csv"))
    #expect(table.header.joined(separator: ",") == Self.columns)
    #expect(
      table.rows.compactMap { $0["target"] } == [
        "growing_fund_value", "in_place_floor", "in_place_total", "invested", "leverage", "loss_limit", "money_back",
        "own_money", "all",
      ])
    for row in table.rows(["status": "estimated"]) where row["target"] != "all" {
      let numbers = ["low", "probability", "high"].compactMap { row[$0].flatMap(Double.init) }
      #expect(numbers.count == 3 && numbers == numbers.sorted() && row["n"] == "600")
    }
    for row in table.rows where ["circular", "no_data"].contains(row["status"]) {
      #expect(row["probability"] == "" && row["low"] == "" && row["required"] != "" && row["reason"] != "")
    }
    let counts = Table(try place.text("out/target_counts.csv"))
    #expect(abs(counts.numbers("probability", ["statistic": "exactly"]).reduce(0, +) - 1) < 1e-12)
    let joint = counts.numbers("probability", ["statistic": "all"])
    #expect(joint == table.numbers("probability", ["target": "all"]))
    let conflicts = try place.text("out/target_conflicts.csv").split(separator: "\n")
    #expect(
      conflicts.count == 2 && conflicts[1].hasPrefix("in_place_total,in_place_floor,not_implied,2026-01-01,2026-12-31,")
    )
    #expect(finished.output.contains("in_place_total") && finished.output.contains("18.8 %"))
    #expect(finished.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 25)
    let verified = try await CommandLineProgram.run(["verify", place.path("out")])
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test("with a floor of 19 % the contradiction vanishes; in Chinese the words are Chinese")
  func vanishes() async throws {
    let place = try Workspace()
    let finished = try await place.run(
      "designs/targets",
      ["--replicates", "64", "--language", "zh", "--set", "targets.in_place_floor.threshold=19 %"])
    #expect(try place.text("out/target_conflicts.csv").split(separator: "\n").count == 1)
    #expect(finished.output.contains("达成概率") && finished.output.contains("同时达成") && !finished.output.contains("目标矛盾"))
  }

  @Test("the assessment has a row a year and manager, and its columns are described")
  func assessment() async throws {
    let place = try Workspace()
    try await place.run("designs/targets", ["--replicates", "64"])
    let table = Table(try place.text("out/assessment.csv"))
    #expect(
      table.header.joined(separator: ",")
        == "promotion_unit,period_end,period,score,se,rank_mean,p_first,p_last,n,invested,returned,fees")
    #expect(table.rows.count == 3 * 14 && table.rows(["period_end": "2026-12-31"]).count == 3)
    let package = try place.text("out/datapackage.json")
    let manifest = try place.text("out/manifest.json")
    for file in ["targets.csv", "target_counts.csv", "target_conflicts.csv", "assessment.csv"] {
      #expect(package.contains("\"\(file)\"") && manifest.contains(file))
    }
  }

  @Test("a scenario without targets has none of these files")
  func without() async throws {
    let place = try Workspace()
    try await place.run("by-hand", ["--replicates", "4"])
    #expect(!place.names.contains { $0.contains("target") || $0.contains("assessment") })
  }
}
