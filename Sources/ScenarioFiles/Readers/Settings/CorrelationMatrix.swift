// SPDX-License-Identifier: GPL-3.0-or-later

/// A symmetric matrix with ones on its diagonal.
struct CorrelationMatrix {
  private(set) var rows: [[Double]]

  /// The matrix without any correlation.
  init(size: Int) {
    rows = (0..<size).map { row in (0..<size).map { $0 == row ? 1 : 0 } }
  }

  mutating func set(_ row: Int, _ column: Int, _ value: Double) {
    guard row != column else { return }
    rows[row][column] = value
    rows[column][row] = value
  }

  /// Whether the Cholesky factorisation succeeds with pivots above 1e-12.
  var isPositiveDefinite: Bool {
    var factor = rows
    for column in rows.indices {
      let pivot = rows[column][column] - (0..<column).reduce(0) { $0 + factor[column][$1] * factor[column][$1] }
      guard pivot > 1e-12 else { return false }
      factor[column][column] = pivot.squareRoot()
      for row in rows.indices where row > column {
        let sum = (0..<column).reduce(0) { $0 + factor[row][$1] * factor[column][$1] }
        factor[row][column] = (rows[row][column] - sum) / factor[column][column]
      }
    }
    return true
  }
}
