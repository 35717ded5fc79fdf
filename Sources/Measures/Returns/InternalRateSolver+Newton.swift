// SPDX-License-Identifier: GPL-3.0-or-later

extension InternalRateSolver {
  /// The rate per period if Newton's method finds one and it is proved to be the only one; otherwise nothing.
  ///
  /// Newton's method on `h = ln(received/paid in)` against `ln v`, which is nearly straight: its slope is the difference
  /// of the durations of both sides. The logarithm and the exponential are replaced by short rational forms, exact
  /// enough near the root and too small in size far from it, so steps stay safe. From the sizes of two steps follows
  /// the error after the next; the method stops when that is below 1e-17. Sums that overflowed do not count as near.
  @inline(__always)
  static func soleRate(of flows: Span<Double>, _ undiscounted: SidedSums) -> Double? {
    var sums = undiscounted
    var factor = 1.0
    var previous = 1.0
    for _ in 0..<24 {
      let step = newtonStep(sums)
      guard step.magnitude <= 1 else { return nil }
      factor *= exponential(-step)
      let size = step.magnitude
      if size < 1e-6 && size * size * size <= 1e-17 * previous * previous {
        let isNear = (sums.received - sums.paidIn).magnitude < 1e-3 * sums.received
        return isNear && isSole(factor, flows) ? (1 - factor) / factor : nil
      }
      previous = size
      sums = SidedSums(flows, factor: factor)
    }
    return nil
  }

  /// `Δu = ln(received/paid in) / (duration received − duration paid in)`, at most one in size; NaN where undefined.
  @inline(__always)
  private static func newtonStep(_ sums: SidedSums) -> Double {
    let ratio = (sums.received - sums.paidIn) / (sums.received + sums.paidIn)
    let square = ratio * ratio
    let logarithm = 2 * ratio * (1 + square * (1.0 / 3 + square * 0.2))
    let gap = sums.receivedTime * sums.paidIn - sums.paidInTime * sums.received
    let step = logarithm * (sums.received * sums.paidIn) / gap
    return step > 1 ? 1 : step < -1 ? -1 : step
  }

  /// `eˣ` by its (2, 2) Padé approximant; the error is `x⁵/720`.
  @inline(__always)
  private static func exponential(_ x: Double) -> Double {
    let even = 1 + x * x * (1.0 / 12)
    let odd = 0.5 * x
    return (even + odd) / (even - odd)
  }

  /// Whether a root `v` is the only positive one.
  ///
  /// The balance of the account, compounded at the root, keeps one sign: its coefficients are those of the polynomial
  /// divided by `v`'s linear factor, so Descartes' rule leaves no other root (Norstrøm's theorem at the root itself).
  /// The first half is compounded forwards and the second discounted backwards, which is stable, and twice as fast.
  @inline(__always)
  private static func isSole(_ factor: Double, _ flows: Span<Double>) -> Bool {
    let growth = 1 / factor
    let half = flows.count / 2
    var (balance, least, greatest) = (0.0, 0.0, 0.0)
    var (owed, leastOwed, greatestOwed) = (0.0, 0.0, 0.0)
    for position in 0..<half {
      balance = balance * growth + flows[position]
      owed = owed * factor + flows[flows.count - 1 - position]
      least = min(least, balance)
      greatest = max(greatest, balance)
      leastOwed = min(leastOwed, owed)
      greatestOwed = max(greatestOwed, owed)
    }
    return (greatest <= 0 && leastOwed >= 0) || (least >= 0 && greatestOwed <= 0)
  }
}
