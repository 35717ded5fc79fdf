// SPDX-License-Identifier: GPL-3.0-or-later

extension NormalQuantile {
  /// Marches from the median outwards: each cell's polynomial predicts the next node, one Newton step settles it.
  ///
  /// - Returns: `8·TailGrid.cells` numbers, never freed.
  /// - Complexity: O(`TailGrid.cells`), two or three function values each.
  static func makeTable() -> UnsafePointer<Double> {
    // Where a line of the cache begins, so that a cell lies in one, not in two.
    let size = 8 * TailGrid.cells
    let table = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Double>.stride, alignment: 64)
      .bindMemory(to: Double.self, capacity: size)
    var node = 0.0
    for cell in (0..<TailGrid.cells).reversed() {
      let coefficients = table + 8 * cell
      writeTaylor(at: node, into: coefficients)
      let tail = TailGrid.lowerEnd(cell)
      let reached = extrapolated(coefficients, by: TailGrid.lowerEnd(cell + 1) - tail)
      // The polynomial stays below the function, so a smaller refined value is only rounding: keep the order.
      node = max(reached, refined(reached, tail: tail))
    }
    return UnsafePointer(table)
  }

  /// The coefficients `Pₙ(z)/(n! φ(z)ⁿ)` of the quantile's Taylor series where it is `z`.
  static func writeTaylor(at z: Double, into coefficients: UnsafeMutablePointer<Double>) {
    let slope = 1 / Elementary.normalDensity(z)
    let square = z * z
    let polynomials: InlineArray<7, Double> = [
      z,
      1,
      z,
      1 + 2 * square,
      z * (7 + 6 * square),
      7 + square * (46 + 24 * square),
      z * (127 + square * (326 + 120 * square)),
    ]
    var factor = 1.0
    for order in 0..<7 {
      if order > 0 { factor *= slope / Double(order) }
      coefficients[order] = factor * polynomials[order]
    }
    coefficients[7] = 0
  }

  /// The polynomial at `t`, in the very operations of `upperQuantile`.
  static func extrapolated(_ c: UnsafeMutablePointer<Double>, by t: Double) -> Double {
    let t2 = t * t
    let low = (c[0] + c[1] * t) + t2 * (c[2] + c[3] * t)
    return low + (t2 * t2) * ((c[4] + c[5] * t) + t2 * c[6])
  }

  /// One Newton step on `Φ(−z) = tail`, near the centre on `Φ(z) − ½ = ½ − tail`, which loses nothing there.
  static func refined(_ z: Double, tail: Double) -> Double {
    let excess =
      tail > 0.125 ? (0.5 - tail) - Elementary.normalCentral(z) : Elementary.normalCumulative(-z) - tail
    return z + excess / Elementary.normalDensity(z)
  }

  /// `z > 0` with `Φ(−z) = tail` for a tail below the table, by Newton's method on `ln Φ(−z)`, which is concave.
  static func farQuantile(_ tail: Double) -> Double {
    let target = Elementary.log(tail)
    var z = (-2 * target).squareRoot()
    for _ in 0..<8 {
      let reached = Elementary.normalCumulative(-z)
      guard reached > 0 else { break }
      z += (Elementary.log(reached) - target) * reached / Elementary.normalDensity(z)
    }
    return z
  }
}
