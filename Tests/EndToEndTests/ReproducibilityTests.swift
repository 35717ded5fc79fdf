// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A run depends on the scenario, the seed and the number of replicates, and on nothing else.
@Suite struct ReproducibilityTests {
  /// Several blocks of the ensemble, the last of them not full.
  private static let fundsAlone = ScenarioWorkshop.fundsAlone.flatMap { ["--set", $0] }
  static let runs = [
    ["benchmark", "--replicates", "2600"], ["yangjiang-2025", "--replicates", "1030"] + fundsAlone,
    ["gongqingcheng-2022", "--replicates", "520", "--set", "targets=null"],
  ]
  static let fewer = [
    ["benchmark", "--replicates", "600"], ["yangjiang-2025", "--replicates", "60"] + fundsAlone,
    ["yangjiang-2025", "--replicates", "2"],
  ]
  static let tunables = "glibc.cpu.hwcaps=-FMA,-AVX2,-FMA_Usable,-AVX2_Usable"

  /// Runs a scenario and takes all that it wrote.
  private func snapshot(
    _ run: [String], environment: [String: String] = [:], program: String = CommandLineProgram.path
  ) async throws -> RunFolderSnapshot {
    let place = try Workspace()
    try await place.run(run[0], Array(run.dropFirst()), environment: environment, program: program)
    return try RunFolderSnapshot(place.path("out"))
  }

  @Test("the number of threads changes no byte", arguments: runs)
  func threads(run: [String]) async throws {
    let one = try await snapshot(run + ["--threads", "1"])
    #expect(one.files.count >= 9)
    for count in ["2", "5"] {
      let more = try await snapshot(run + ["--threads", count])
      #expect(more.differences(from: one) == [], "\(count) threads")
    }
  }

  @Test("a C library without FMA and AVX2 changes no byte", arguments: fewer)
  func processor(run: [String]) async throws {
    let plain = try await snapshot(run)
    let other = try await snapshot(run, environment: ["GLIBC_TUNABLES": Self.tunables])
    #expect(other.differences(from: plain) == [])
  }

  @Test(
    "the tunables of the test before change what the C library computes",
    .enabled(if: ReproducibilityTests.canChangeLibrary, "no glibc on a processor with FMA here"))
  func tunablesWork() async throws {
    #expect(try await exponentials([:]) != exponentials(["GLIBC_TUNABLES": Self.tunables]))
  }

  @Test(
    "debug and release write the same bytes",
    .enabled(
      if: CommandLineProgram.debug != nil && CommandLineProgram.release != nil,
      "only one of the two programs is there; GUIDEFUND_RELEASE and GUIDEFUND_DEBUG name them"),
    arguments: fewer)
  func optimisation(run: [String]) async throws {
    let release = try await snapshot(run, program: try #require(CommandLineProgram.release))
    let debug = try await snapshot(run, program: try #require(CommandLineProgram.debug))
    #expect(debug.differences(from: release) == [])
  }

  @Test("another seed and another number of replicates are other runs")
  func seeds() async throws {
    let run = ["benchmark", "--replicates", "20"]
    let first = try await snapshot(run)
    let same = try await snapshot(run + ["--seed", "20250101"])
    let other = try await snapshot(run + ["--seed", "20250102"])
    #expect(same.files["summary.csv"] == first.files["summary.csv"])
    #expect(other.differences(from: first).contains("summary.csv"))
  }

  /// Values of exp and sin as the C library gives them to another program.
  private func exponentials(_ environment: [String: String]) async throws -> String {
    let program = "BEGIN { for (i = 1; i < 20000; i++) printf \"%.17g %.17g\\n\", exp(i * 0.00079), sin(i) }"
    return try await CommandLineProgram.run([program], environment: environment, program: "/usr/bin/awk").output
  }

  private static let canChangeLibrary: Bool = {
    #if canImport(Glibc) && arch(x86_64)
      let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
      return processor.contains(" fma ") && FileManager.default.isExecutableFile(atPath: "/usr/bin/awk")
    #else
      return false
    #endif
  }()
}
