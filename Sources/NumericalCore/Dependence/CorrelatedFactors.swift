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
      let size = Self.firstIndefinite(correlation)
      throw NumericalFailure(
        routine: "gsl_linalg_cholesky_decomp1", status: Int(GSL_EDOM),
        context: .init(
          "the correlations contradict each other: the matrix of the first \(size) factors is not positive definite; "
            + "bring them closer to zero",
          "相关系数互相矛盾：前 \(size) 个因子的矩阵非正定；请使其更接近零"))
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
    func refuse(_ english: String, _ chinese: String) -> NumericalFailure {
      NumericalFailure(
        routine: "CorrelatedFactors", message: .init("not a correlation matrix", "不是相关系数矩阵"),
        context: .init(english, chinese))
    }
    let count = correlation.count
    guard count > 0 else { throw refuse("it is empty; at least one factor is needed", "矩阵为空，至少需要一个因子") }
    for (row, values) in correlation.enumerated() {
      guard values.count == count else {
        throw refuse(
          "row \(row + 1) has \(values.count) entries, not \(count)", "第 \(row + 1) 行有 \(values.count) 项，应为 \(count) 项")
      }
      guard values[row] == 1 else {
        throw refuse(
          "entry (\(row + 1), \(row + 1)) is \(values[row]), not 1", "元素 (\(row + 1), \(row + 1)) 为 \(values[row])，应为 1"
        )
      }
      for column in 0..<row {
        let place = "(\(row + 1), \(column + 1))"
        let mirror = correlation[column][row]
        guard values[column].magnitude <= 1 else {
          throw refuse(
            "entry \(place) is \(values[column]), outside -1...1", "元素 \(place) 为 \(values[column])，超出 -1...1")
        }
        guard values[column] == mirror else {
          throw refuse(
            "entry \(place) is \(values[column]), its mirror image \(mirror)",
            "元素 \(place) 为 \(values[column])，其对称元素为 \(mirror)")
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
