// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The pacing law against the table in `Scenarios/pacing/README.md`, 万元.
@Suite struct PacingTests {
  /// Contribution, distribution and value of each year, as the page prints them.
  private func published() throws -> [[Double]] {
    let page = CommandLineProgram.root.appendingPathComponent("Scenarios/pacing/README.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    return text.matches(of: #/\n\| \d+ \| ([0-9.]+) \| ([0-9.]+) \| ([0-9.]+) \|/#).map { row in
      [row.1, row.2, row.3].compactMap { Double($0) }
    }
  }

  @Test("every year of the published table")
  func table() async throws {
    let published = try published()
    #expect(published.count == 12 && published.allSatisfy { $0.count == 3 })
    let place = try Workspace()
    try await place.run("pacing")
    let table = Table(try place.text("out/periods.csv"))
    func yearly(_ metric: String) -> [Double] {
      table.rows(["entity": "venture", "metric": metric]).filter { $0["period_end"]?.hasSuffix("-12-31") == true }
        .compactMap { $0["mean"].flatMap(Double.init).map { $0 / 10_000 } }
    }
    let (paid, received, value) = (yearly("paid_in"), yearly("distributed"), yearly("nav"))
    try #require(paid.count == 12 && received.count == 12 && value.count == 12)
    for year in 0..<12 {
      let before = year > 0 ? (paid[year - 1], received[year - 1]) : (0, 0)
      let found = [paid[year] - before.0, received[year] - before.1, value[year]]
      for (number, wanted) in zip(found, published[year]) { #expect(number.isNear(wanted, 0.005), "year \(year + 1)") }
    }
  }

  @Test("multiples and the exact rate")
  func summary() async throws {
    let place = try Workspace()
    try await place.run("pacing")
    let table = Table(try place.text("out/summary.csv"))
    for (metric, value, error) in [("dpi", 1.88077, 5e-6), ("tvpi", 1.88126, 5e-6), ("irr", 0.13, 1e-6)] {
      let number = try #require(table.numbers("mean", ["entity": "venture", "metric": metric]).first)
      #expect(number.isNear(value, error), "\(metric)")
    }
  }
}
