// SPDX-License-Identifier: GPL-3.0-or-later

/// The standard normal quantile function, monotone to the last bit and odd: `z(1 − u) = −z(u)`.
///
/// For a tail `w = min(u, 1 − u)` in a cell of `TailGrid` that ends at `w₁`, `|z| = Σ cₙ tⁿ`, `t = w₁ − w`, `n ≤ 6`:
/// the Taylor polynomial of the quantile. Its derivatives are
/// `z⁽ⁿ⁾ = Pₙ(z)/φ(z)ⁿ`, `P₁ = 1`, `Pₙ₊₁ = Pₙ′ + n z Pₙ` (Steinbrecher and Shaw, "Quantile mechanics", *European
/// Journal of Applied Mathematics* 19, 2008), all positive in this direction. `t` is exact and every rounded sum and
/// product of positive terms is monotone in `t`, so the computed quantile is monotone within a cell; across
/// cells the tests go through every boundary.
///
/// The relative error is below 1e-12. Hot loops keep a value: `let normal = NormalQuantile.shared`.
@frozen
public struct NormalQuantile: Sendable {
  /// Eight numbers a cell, one cache line: `c₀…c₆` and a spare.
  ///
  /// A pointer because an `Array` costs a retain, a release and two checks a call, a fifth of the time; a `Uniform` cannot
  /// leave it. `nonisolated(unsafe)` because the compiler cannot check what several threads do with a pointer: they only
  /// read, the numbers are written once before anybody else has it, and are never freed.
  @usableFromInline nonisolated(unsafe) let table: UnsafePointer<Double>

  /// The table, made on first use in about a millisecond.
  public static let shared = NormalQuantile()

  private init() {
    table = Self.makeTable()
  }

  /// The quantile at a uniform.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: `z` with `Φ(z) = u`.
  /// - Complexity: O(1), no allocation, no unpredictable branch.
  @inlinable
  @inline(__always)
  public func quantile(_ u: Uniform) -> Double {
    Self.signed(upperQuantile(u.tail), u)
  }

  /// The quantiles at many uniforms, as `quantile(_:)` gives them one by one, in less time: tails are reckoned several at a
  /// time, before they look for their cells, two side by side.
  ///
  /// - Parameters:
  ///   - uniforms: Any number of them.
  ///   - numbers: Room for as many at least; `z` with `Φ(z) = u` for each.
  /// - Complexity: O(uniforms), no allocation.
  public func quantiles(_ uniforms: Span<Uniform>, into numbers: inout MutableSpan<Double>) {
    precondition(uniforms.count <= numbers.count, "room for a number each")
    let count = uniforms.count
    for place in 0..<count { numbers[unchecked: place] = uniforms[unchecked: place].tail }
    for place in stride(from: 0, to: count - 1, by: 2) {
      let sizes = upperQuantiles(SIMD2(numbers[unchecked: place], numbers[unchecked: place &+ 1]))
      numbers[unchecked: place] = Self.signed(sizes[0], uniforms[unchecked: place])
      numbers[unchecked: place &+ 1] = Self.signed(sizes[1], uniforms[unchecked: place &+ 1])
    }
    if count % 2 == 1 { numbers[unchecked: count - 1] = quantile(uniforms[unchecked: count - 1]) }
  }

  /// A size with the sign of `u − ½`: no branch, which would be mispredicted half of the time.
  @inlinable
  @inline(__always)
  static func signed(_ size: Double, _ u: Uniform) -> Double {
    Double(bitPattern: size.bitPattern | (u.bits &>> 52 ^ 1) &<< 63)
  }

  /// The quantile at a uniform; see `quantile(_:)`.
  ///
  /// - Parameter u: A uniform.
  /// - Returns: `z` with `Φ(z) = u`.
  @inlinable
  @inline(__always)
  public func callAsFunction(_ u: Uniform) -> Double { quantile(u) }

  /// The quantile at a probability that is computed rather than drawn.
  ///
  /// - Parameter probability: 0 gives minus, 1 plus infinity, anything outside NaN.
  /// - Returns: `z` with `Φ(z) = probability`, relative error below 1e-12.
  /// - Complexity: O(1); below `2⁻⁵⁴` a few evaluations of `Φ`.
  public func quantile(probability: Double) -> Double {
    guard probability >= 0 && probability <= 1 else { return .nan }
    if probability == 0.5 { return 0 }
    if probability > 0.5 { return probability == 1 ? .infinity : upperQuantile(1 - probability) }
    if probability >= 0x1p-54 { return -upperQuantile(probability) }
    return probability == 0 ? -.infinity : -Self.farQuantile(probability)
  }

  /// The polynomial of the cell of a tail probability, `c₀…c₆`, to check that none is negative.
  ///
  /// - Parameter tail: From `2⁻⁵⁴` to below ½; anything else is a mistake of the caller.
  /// - Returns: Seven coefficients of the powers of the distance to the upper end of the cell.
  /// - Complexity: O(1), one allocation.
  public func coefficients(tail: Double) -> [Double] {
    precondition(tail >= 0x1p-54 && tail < 0.5, "a tail lies between 2⁻⁵⁴ and ½")
    return (0..<7).map { table[8 * TailGrid.cell(of: tail) + $0] }
  }

  /// `z ≥ 0` with `Φ(−z) = tail`, for a tail in `[2⁻⁵⁴, ½)`.
  @inlinable
  @inline(__always)
  func upperQuantile(_ tail: Double) -> Double {
    let t = TailGrid.upperEnd(cellOf: tail) - tail
    let c = table + TailGrid.cell(of: tail) &* 8
    let t2 = t * t
    let low = (c[0] + c[1] * t) + t2 * (c[2] + c[3] * t)
    return low + (t2 * t2) * ((c[4] + c[5] * t) + t2 * c[6])
  }

  /// The same of two tails, bit for bit: the same operations in the same order.
  @inline(__always)
  private func upperQuantiles(_ tails: SIMD2<Double>) -> SIMD2<Double> {
    let t = SIMD2(TailGrid.upperEnd(cellOf: tails[0]), TailGrid.upperEnd(cellOf: tails[1])) - tails
    let c = table + TailGrid.cell(of: tails[0]) &* 8
    let d = table + TailGrid.cell(of: tails[1]) &* 8
    let t2 = t * t
    let low = (SIMD2(c[0], d[0]) + SIMD2(c[1], d[1]) * t) + t2 * (SIMD2(c[2], d[2]) + SIMD2(c[3], d[3]) * t)
    return low + (t2 * t2) * ((SIMD2(c[4], d[4]) + SIMD2(c[5], d[5]) * t) + t2 * SIMD2(c[6], d[6]))
  }
}

extension NormalQuantile: QuantileFunction {
  /// `Φ(x)`.
  ///
  /// - Parameter x: Any number.
  /// - Returns: The probability of a value not above `x`.
  @inlinable
  public func cumulative(_ x: Double) -> Double { Elementary.normalCumulative(x) }

  /// Zero.
  @inlinable public var mean: Double { 0 }

  /// One.
  @inlinable public var variance: Double { 1 }
}
