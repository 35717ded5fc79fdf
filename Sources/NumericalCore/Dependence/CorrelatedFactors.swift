// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGSL

/// Standard normal factors with given correlations, made from independent ones.
///
/// `y = L x` with `L Lᵀ` the correlation matrix (Cholesky). A factor depends only on the ones before it, so the order
/// of factors is part of the results: callers sort by identifier.
public struct CorrelatedFactors: Hashable, Sendable {
  /// How many factors there are.
  public let count: Int
  /// The rows of `L` up to the diagonal, one after the other.
  @usableFromInline let triangle: [Double]

  /// The factors with a correlation matrix.
  ///
  /// - Parameter correlation: Rows of a symmetric, positive definite matrix with unit diagonal, at least 1 by 1.
  /// - Throws: `NumericalFailure` that names the offending row and column, or the smallest matrix that fails.
  /// - Complexity: O(n³).
  public init(correlation: [[Double]]) throws(NumericalFailure) {
    try Self.check(correlation)
    GSLErrors.silence
    let matrix = try OwnedMatrix(rows: correlation)
    if matrix.decompose() != GSL_SUCCESS {
      throw NumericalFailure(
        routine: "gsl_linalg_cholesky_decomp1", status: Int(GSL_EDOM),
        context: "the correlations contradict each other: the matrix of the first "
          + "\(Self.firstIndefinite(correlation)) factors is not positive definite; bring them closer to zero")
    }
    count = correlation.count
    triangle = (0..<correlation.count).flatMap { row in (0...row).map { matrix[row, $0] } }
  }

  /// Replaces independent standard normal numbers by correlated ones, in place.
  ///
  /// - Parameter factors: `count` independent numbers; a wrong number of them is a mistake of the caller.
  /// - Complexity: O(`count`²), no allocation.
  @inlinable
  public func apply(to factors: inout [Double]) {
    var span = factors.mutableSpan
    apply(to: &span)
  }

  /// Replaces independent standard normal numbers by correlated ones, in place.
  ///
  /// - Parameter factors: `count` independent numbers; a wrong number of them is a mistake of the caller.
  /// - Complexity: O(`count`²), no allocation.
  @inlinable
  public func apply(to factors: inout MutableSpan<Double>) {
    precondition(factors.count == count, "as many numbers as factors")
    // From the last factor back, because each needs only those before it.
    var row = count
    var start = triangle.count
    while row > 0 {
      start -= row
      row -= 1
      var sum = 0.0
      for column in 0...row { sum += triangle[start + column] * factors[column] }
      factors[row] = sum
    }
  }

  private static func check(_ correlation: [[Double]]) throws(NumericalFailure) {
    func refuse(_ problem: String) -> NumericalFailure {
      NumericalFailure(routine: "CorrelatedFactors", message: "not a correlation matrix", context: problem)
    }
    let count = correlation.count
    guard count > 0 else { throw refuse("it is empty; at least one factor is needed") }
    for (row, values) in correlation.enumerated() {
      guard values.count == count else { throw refuse("row \(row + 1) has \(values.count) entries, not \(count)") }
      guard values[row] == 1 else { throw refuse("entry (\(row + 1), \(row + 1)) is \(values[row]), not 1") }
      for column in 0..<row {
        let place = "entry (\(row + 1), \(column + 1))"
        guard values[column].magnitude <= 1 else { throw refuse("\(place) is \(values[column]), outside -1...1") }
        guard values[column] == correlation[column][row] else {
          throw refuse("\(place) is \(values[column]), its mirror image \(correlation[column][row])")
        }
      }
    }
  }

  /// The size of the smallest leading matrix without a factor.
  private static func firstIndefinite(_ correlation: [[Double]]) -> Int {
    for size in 1...correlation.count {
      let leading = correlation.prefix(size).map { Array($0.prefix(size)) }
      guard let matrix = try? OwnedMatrix(rows: leading), matrix.decompose() == GSL_SUCCESS else { return size }
    }
    return correlation.count
  }
}
