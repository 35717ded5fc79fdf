// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

/// Sheets that can be filled in by hand.
@Suite struct ScoreSheetTests {
  private func scores(_ sheet: ScoreSheet, _ rows: [[Double]]) -> [Double] {
    var scores = Array(repeating: Double.nan, count: rows.count)
    sheet.score(rows.flatMap(\.self), into: &scores)
    return scores
  }

  @Test("full marks, a cap above and below them, quotas of single units, and what does not exist")
  func fullMarks() {
    let sheet = ScoreSheet(
      indicators: [
        .init(weight: 40, most: 1, fullMarks: [10, 10, 20, 10]),
        .init(weight: 60, most: 1.2, fullMarks: [0.5, 0.5, 0.5, 0.5]),
      ], adjustments: [])
    // 40·5/10 + 60·0.25/0.5; 40 + 60·1.2; 40·10/20 + nothing; nothing at all.
    let found = scores(sheet, [[5, 0.25], [12, 0.9], [10, .nan], [-3, .nan]])
    #expect(found == [50, 112, 20, 0])
  }

  @Test("without full marks the best earns them; nobody earns anything where all have nothing")
  func best() {
    let sheet = ScoreSheet(indicators: [.init(weight: 50, most: 1, fullMarks: [])], adjustments: [])
    #expect(scores(sheet, [[4], [1], [.nan]]) == [50, 12.5, 0])
    #expect(scores(sheet, [[0], [.nan], [-1]]) == [0, 0, 0])
  }

  @Test("points are added and taken away up to their most")
  func adjustments() {
    let sheet = ScoreSheet(
      indicators: [.init(weight: 100, most: 1, fullMarks: [1, 1, 1])],
      adjustments: [.init(points: 2, per: 1, most: 5), .init(points: -0.5, per: 10, most: 2)])
    // 100 + 4 − 0.5·20/10; 100 + 5 − 2; nothing.
    #expect(scores(sheet, [[1, 2, 20], [1, 9, 900], [.nan, .nan, .nan]]) == [103, 103, 0])
  }

  @Test(
    "ranks share their mean where scores are equal",
    arguments: [
      ([3.0, 1, 2], [1.0, 3, 2]), ([5, 5, 1], [1.5, 1.5, 3]), ([0, 0, 0], [2, 2, 2]), ([1, 2, 2, 2], [4, 2, 2, 2]),
    ])
  func ranks(scores: [Double], expected: [Double]) {
    var ranks = scores
    ScoreSheet.rank(scores, into: &ranks)
    #expect(ranks == expected)
  }
}
