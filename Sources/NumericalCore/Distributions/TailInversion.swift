// SPDX-License-Identifier: GPL-3.0-or-later

/// The inversion of a tail probability along `TailGrid`, from the median outwards.
///
/// Nothing depends on the C library: only the first guess comes from GSL, and `settled` removes every trace
/// of its last digits.
enum TailInversion {
  /// What is known about a tail probability at `x`.
  struct Point {
    /// The probability of the tail at `x`.
    let tail: Double
    /// Its derivative: the density, negative in the upper tail.
    let slope: Double
    /// The derivative of the logarithm of the density.
    let bend: Double
  }

  /// The smallest number with 40 fraction bits that reaches a goal, from any first guess.
  ///
  /// Because the goal is judged by our own arithmetic, the answer is the same for all guesses; a wrong or
  /// missing one costs a search by doubling.
  ///
  /// - Parameters:
  ///   - guess: Where to begin; replaced by 1 unless positive and finite.
  ///   - reaches: Whether a number is large enough; false then true as it rises, and true somewhere.
  /// - Returns: The number.
  /// - Complexity: Two evaluations for a good guess, otherwise the logarithm of the distance.
  static func settled(from guess: Double, reaches: (Double) -> Bool) -> Double {
    func number(_ index: Int) -> Double { Double(bitPattern: UInt64(truncatingIfNeeded: index) << 12) }
    let start = guess > 0 && guess < .infinity ? guess : 1
    var low = Int(start.bitPattern >> 12)
    var high = low
    let last = Int(Double.infinity.bitPattern >> 12)
    var step = 1
    if reaches(number(high)) {
      while low > 0 && reaches(number(low)) {
        high = low
        low = max(low - step, 0)
        step *= 2
      }
    } else {
      while high < last && !reaches(number(high)) {
        low = high
        high = min(high + step, last)
        step *= 2
      }
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if reaches(number(middle)) { high = middle } else { low = middle }
    }
    return number(high)
  }

  /// The nodes of one tail.
  ///
  /// Each node is predicted along the tangent in logarithms, `x (w′/w)^(w x′/x)`, and settled by Halley's
  /// method (cubic convergence) until a step moves it by less than `2⁻²⁰`, after which the error is rounding.
  ///
  /// - Parameters:
  ///   - median: The quantile at ½, above 0.
  ///   - evaluate: The tail at a positive number.
  /// - Returns: `TailGrid.cells + 1` nodes, the median last.
  /// - Complexity: About two evaluations a node.
  static func nodes(median: Double, evaluate: (Double) -> Point) -> [TabulatedNode] {
    var nodes = [TabulatedNode](repeating: TabulatedNode(value: median, slope: 0), count: TailGrid.cells + 1)
    var x = median
    var tail = 0.5
    var slope = 1 / evaluate(median).slope
    nodes[TailGrid.cells] = TabulatedNode(value: x, slope: slope)
    for cell in (0..<TailGrid.cells).reversed() {
      let next = TailGrid.lowerEnd(cell)
      let elasticity = tail * slope / x
      x *= Elementary.exp(elasticity * Elementary.log(next / tail))
      (x, slope) = halley(from: x, tail: next, evaluate: evaluate)
      nodes[cell] = TabulatedNode(value: x, slope: slope)
      tail = next
    }
    return nodes
  }

  /// The root of `tail(x) = tail` and `dx/dtail` there.
  static func halley(
    from start: Double, tail: Double, evaluate: (Double) -> Point
  ) -> (value: Double, slope: Double) {
    var x = start
    var slope = 0.0
    for _ in 0..<12 {
      let point = evaluate(x)
      let newton = (point.tail - tail) / point.slope
      let damping = 1 - 0.5 * newton * point.bend
      let step = newton / (damping > 0.5 ? damping : 0.5)
      // Halving or doubling at most keeps the iterate positive.
      let bounded = step > 0.5 * x ? 0.5 * x : step < -x ? -x : step
      x -= bounded
      // The slope at the new point, to second order: dx/dw changes as the inverse of the density.
      slope = (1 + bounded * point.bend) / point.slope
      if bounded.magnitude < 0x1p-20 * x { break }
    }
    return (x, slope)
  }
}
