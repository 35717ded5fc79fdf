// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A scenario of promotion from the file to the folder and back.
@Suite struct PromotionTests {
  @Test("a run with projects written out is verified, and its projects are told")
  func run() async throws {
    let place = try Workspace()
    let scenario = try place.write(FullPromotion.text, to: "mine/scenario.yaml")
    let finished = try await CommandLineProgram.run(["run", scenario, "--out", place.path("out")])
    try #require(finished.status == 0, "\(finished.errors)")
    let projects = try place.text("out/projects.csv").split(separator: "\n")
    #expect(projects.count > 1000 && projects[0].hasPrefix("replicate,project,promotion_unit,"))
    #expect(try place.text("out/datapackage.json").contains("passed_signing"))
    let summary = try place.text("out/summary.csv")
    for row in ["region/city,signed,", "region/north,in_place,", "region/city/large,signed,", "unit/squad_8,leads,"] {
      #expect(summary.contains("\n\(row)"), "\(row)")
    }
    let verified = try await CommandLineProgram.run(["verify", place.path("out")])
    #expect(verified.status == 0, "\(verified.errors)")
    let told = try await CommandLineProgram.run(["explain", place.path("out"), "--replicate", "3"])
    #expect(told.status == 0 && told.output.contains("Projects that were signed:"))
    let number = try #require(told.output.firstMatch(of: #/ project (\d+) passes 'Signing'/#)).1
    let one = try await CommandLineProgram.run(
      ["explain", place.path("out"), "--replicate", "3", "--project", String(number), "--language", "zh"])
    #expect(one.status == 0 && one.output.contains("通过“签约”") && !one.output.contains("Replicate"))
    let none = try await CommandLineProgram.run(
      ["explain", place.path("out"), "--replicate", "3", "--project", "10000000"])
    #expect(none.status == 2 && none.errors.contains("10000000"))
  }

  @Test("the least scenario of promotion runs without any fund")
  func small() async throws {
    let place = try Workspace()
    let scenario = try place.write(FullPromotion.small, to: "mine/scenario.yaml")
    let finished = try await CommandLineProgram.run(
      ["run", scenario, "--replicates", "20", "--out", place.path("out")])
    #expect(finished.status == 0, "\(finished.errors)")
    #expect(try place.text("out/replicates.csv").split(separator: "\n").count == 21)
    let told = finished.output.split(separator: "\n")
    for wanted in ["Investment promotion", "Signed", "Jobs"] {
      #expect(told.contains { $0.contains(wanted) }, "\(finished.output)")
    }
    #expect(!place.names.contains("out/projects.csv"))
  }
}
