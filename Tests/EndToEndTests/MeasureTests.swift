// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Published answers through `measure`.
@Suite struct MeasureTests {
  static let folder = CommandLineProgram.root.appendingPathComponent("Tests/MeasuresTests/Vectors/xirr")

  static let vectors: [[String: String]] = {
    let text = try? String(contentsOf: folder.appendingPathComponent("expected.csv"), encoding: .utf8)
    return Table(text ?? "").rows(["function": "xirr"])
  }()

  /// What `measure --json` says of lines `date,amount`.
  private func measure(_ lines: String, _ options: [String] = []) async throws -> [String: Any] {
    let place = try Workspace()
    let file = try place.write("date,amount\n" + lines, to: "flows.csv")
    let finished = try await CommandLineProgram.run(["measure", file, "--json"] + options)
    #expect(finished.status == 0 && finished.errors.isEmpty)
    return try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [String: Any] ?? [:]
  }

  private func flows(_ file: String) throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
  }

  @Test func allVectorsAreThere() { #expect(Self.vectors.count == 20) }

  @Test("the published rate of return", arguments: vectors)
  func rates(vector: [String: String]) async throws {
    let result = try await measure(try flows(try #require(vector["file"])))
    let published = try #require(vector["expected"].flatMap(Double.init))
    let roots = try #require(result["irr_roots"] as? [Double])
    #expect(roots.contains { $0.isNear(published, 1e-8) })
    #expect(result["irr_status"] as? String == vector["status"])
    #expect(roots.contains(try #require(result["irr"] as? Double)))
    #expect(roots.count == vector["real_roots"]?.split(separator: " ").count)
  }

  @Test("net present value of flows in any order")
  func netPresentValue() async throws {
    let result = try await measure(try flows("unordered.csv"), ["--rate", "10 %"])
    #expect(try #require(result["npv"] as? Double).isNear(2218.42566365675, 1e-8))
  }

  @Test("the example of the spreadsheet functions")
  func spreadsheet() async throws {
    let lines = "2008-01-01,-10000\n2008-03-01,2750\n2008-10-30,4250\n2009-02-15,3250\n2009-04-01,2750\n"
    let result = try await measure(lines, ["--rate", "9 %"])
    #expect(try #require(result["irr"] as? Double).isNear(0.373362535, 1e-8))
    #expect(try #require(result["npv"] as? Double).isNear(2086.65, 0.005))
  }

  @Test(
    "MathWorks' example by day count",
    arguments: [
      ("act/365f", 0.10064378342638), ("act/360", 0.0991988898057063), ("30/360", 0.100675477282743),
      ("act/act", 0.100739648987346),
    ])
  func dayCounts(name: String, published: Double) async throws {
    let lines = "2007-01-12,-10000\n2008-02-14,2500\n2008-03-03,2000\n2008-06-14,3000\n2008-12-01,4000\n"
    let result = try await measure(lines, ["--day-count", name])
    #expect(try #require(result["irr"] as? Double).isNear(published, 1e-9))
  }

  @Test("the public-market equivalents of the shipped example")
  func publicMarket() async throws {
    let place = "Scenarios/examples"
    let finished = try await CommandLineProgram.run(
      ["measure", "\(place)/flows.csv", "--nav", "20", "--index", "\(place)/index.csv", "--json"])
    let result = try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [String: Any] ?? [:]
    let market = try #require(result["pme"] as? [String: Double])
    let rate = 8 / (89.0.squareRoot() - 3) - 1
    for (name, value) in [("dpi", 0.6), ("rvpi", 0.8), ("tvpi", 1.4), ("irr", rate)] {
      #expect(try #require(result[name] as? Double).isNear(value, 1e-12), "\(name)")
    }
    let published = [
      ("ks_pme", 1.137124, 5e-7), ("ln_pme_nav", 15.5, 0.05), ("ln_pme", 0.144, 5e-4), ("pme_plus_lambda", 0.737, 5e-4),
      ("pme_plus", 0.143, 5e-4), ("direct_alpha", 0.0875, 1e-4),
    ]
    for (name, value, error) in published { #expect(try #require(market[name]).isNear(value, error), "\(name)") }
  }

  @Test("a net asset value may have a unit", arguments: ["2000000", "200 万元", "CNY 2e6"])
  func netAssetValue(text: String) async throws {
    let result = try await measure("2020-01-01,-1000000\n2024-01-01,500000\n", ["--nav", text])
    #expect(result["nav"] as? Double == 2e6 && result["tvpi"] as? Double == 2.5)
  }

  @Test("a net asset value without unit beside amounts with one is refused")
  func netAssetValueWithoutUnit() async throws {
    let place = try Workspace()
    let file = try place.write("date,amount\n2020-01-01,-100 万元\n2024-01-01,50 万元\n", to: "flows.csv")
    for (nav, status) in [("20", 2), ("0", 0), ("20 万元", 0)] {
      #expect(try await CommandLineProgram.run(["measure", file, "--nav", nav]).status == status)
    }
  }

  @Test("an index that ends long before the last flow is refused, not taken to stand still")
  func shortIndex() async throws {
    let place = try Workspace()
    try place.write("date,amount\n2020-01-01,-10\n2024-06-30,20\n", to: "flows.csv")
    let index = "date,value\n2019-12-31,100\n2020-12-31,110\n2021-12-31,120\n"
    for (more, status) in [("", 2), ("2022-12-31,130\n", 2), ("2023-12-31,130\n", 0)] {
      try place.write(index + more, to: "index.csv")
      let finished = try await CommandLineProgram.run(
        ["measure", place.path("flows.csv"), "--index", place.path("index.csv")])
      #expect(finished.status == status, "\(finished.errors)")
      #expect(status == 0 || finished.errors.contains("before the last flow on 2024-06-30"))
    }
  }

  @Test("on the terminal each measure stands with its label, in either language, and the name that JSON has")
  func words() async throws {
    let place = try Workspace()
    try place.write("date,amount\n2020-01-01,-100\n2025-01-01,150\n", to: "flows.csv")
    for (language, wanted) in [
      ("en", ["IRR", "unique", "Paid-in capital"]), ("zh", ["内部收益率", "唯一", "实缴"]),
    ] {
      let finished = try await CommandLineProgram.run(["measure", place.path("flows.csv"), "--language", language])
      let lines = finished.output.split(separator: "\n")
      #expect(lines.count == 9 && wanted.allSatisfy(finished.output.contains), "\(finished.output)")
      // 1.5 to the power of 365/1827, less 1.
      #expect(lines[0].hasSuffix("8.4376 %  irr") && lines[2].hasSuffix("–  npv"))
    }
  }

  @Test("what is held in the end is no total loss, whatever is paid in on the same day")
  func heldInTheEnd() async throws {
    let result = try await measure("2020-01-01,-100\n2024-01-01,-230\n", ["--nav", "50"])
    #expect(result["irr"] is NSNull && result["irr_status"] as? String == "none")
    #expect((result["tvpi"] as? Double ?? 0).isNear(50.0 / 330, 1e-12))
    let nothing = try await measure("2020-01-01,-100\n2024-01-01,-230\n")
    #expect(nothing["irr"] as? Double == -1 && nothing["irr_status"] as? String == "total_loss")
  }

  @Test(
    "where a rate does not exist",
    arguments: [("1,2,3", "none"), ("-1,-2,0", "total_loss"), ("100,-200,150", "none")])
  func withoutRate(amounts: String, status: String) async throws {
    let lines = amounts.split(separator: ",").enumerated().map { "202\($0)-01-01,\($1)\n" }.joined()
    let result = try await measure(lines)
    #expect(result["irr_status"] as? String == status)
    #expect(status == "none" ? result["irr"] is NSNull : result["irr"] as? Double == -1)
    #expect(result["pme"] is NSNull && result["npv"] is NSNull)
  }
}
