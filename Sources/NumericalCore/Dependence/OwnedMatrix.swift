// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// Sole owner of one `gsl_matrix`; a copy would free it twice.
struct OwnedMatrix: ~Copyable {
  private let matrix: UnsafeMutablePointer<gsl_matrix>

  /// A square matrix with the given rows.
  init(rows: [[Double]]) throws(NumericalFailure) {
    guard let matrix = gsl_matrix_alloc(rows.count, rows.count) else {
      throw NumericalFailure(
        routine: "gsl_matrix_alloc", status: Int(GSL_ENOMEM), context: .init("\(rows.count) × \(rows.count)"))
    }
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() { gsl_matrix_set(matrix, row, column, value) }
    }
    self.matrix = matrix
  }

  deinit { gsl_matrix_free(matrix) }

  /// Replaces the lower triangle by the Cholesky factor; returns GSL's status.
  func decompose() -> Int { Int(gsl_linalg_cholesky_decomp1(matrix)) }

  subscript(row: Int, column: Int) -> Double { gsl_matrix_get(matrix, row, column) }
}
