// SPDX-License-Identifier: GPL-3.0-or-later

extension RootScan {
  /// Collects the roots between two probes.
  ///
  /// There is none where both balances are farther from zero than the spread lets them move. Where the slopes at both
  /// ends agree with the way between them, the curve is taken as monotone: one root if the sign changes, else none.
  /// Everything else is halved, down to a 64th of a step; a flat stretch, where roots may crowd, at least to a 16th, and
  /// a very flat one to a 1024th.
  mutating func settle(_ left: FlowProbe, _ right: FlowProbe, depth: Int) {
    let crosses = (left.balance < 0) != (right.balance < 0)
    let width = right.logRate - left.logRate
    let reach = 1.3 * max(left.spread, right.spread) * width
    if !crosses && left.balance.magnitude + right.balance.magnitude > reach { return }
    let side: Double = left.balance < 0 ? -1 : 1
    let way = (right.balance - left.balance).magnitude
    let needed = way < 0.001 * reach ? 10 : way < 0.1 * reach ? 4 : 0
    let dips = !crosses && side * left.slope < 0 && side * right.slope > 0
    if dips && depth >= max(2, needed) {
      followDip(left, right, side: side)
    } else if depth >= max(6, needed) || (depth >= needed && follows(left, right, width: width)) {
      if crosses { roots.append(polish(left, right)) }
    } else {
      let middle = source.probe(at: 0.5 * (left.logRate + right.logRate))
      settle(left, middle, depth: depth + 1)
      settle(middle, right, depth: depth + 1)
    }
  }

  /// Whether the slopes at both ends have the sign of the way between them, and its size within a factor of 2.5.
  private func follows(_ left: FlowProbe, _ right: FlowProbe, width: Double) -> Bool {
    let rise = (right.balance - left.balance) / width
    guard rise != 0 else { return false }
    let (first, last) = (left.slope / rise, right.slope / rise)
    return min(first, last) > 0.4 && max(first, last) < 2.5
  }

  /// Follows a dip of the balance towards zero: it holds two roots, one double root, or none.
  ///
  /// The next probe is where the tangents at both ends meet; between convex ends the bottom lies no lower, so the search
  /// ends early when they meet well before zero. At a bottom within 1e-14 of zero, which rounding cannot tell from
  /// touching, the root is double.
  private mutating func followDip(_ left: FlowProbe, _ right: FlowProbe, side: Double) {
    var (left, right) = (left, right)
    for round in 0..<64 {
      let width = right.logRate - left.logRate
      let along = (right.balance - left.balance - right.slope * width) / (left.slope - right.slope)
      let tangent = side * (left.balance + left.slope * along)
      let inside = along > 0.01 * width && along < 0.99 * width
      let middle = source.probe(at: left.logRate + (inside ? along : 0.5 * width))
      let bottom = side * middle.balance
      if bottom < -1e-14 {
        roots.append(polish(left, middle))
        roots.append(polish(middle, right))
        return
      }
      if round > 3 && tangent > 0.5 * bottom && bottom > 1e-13 { return }
      if bottom <= 1e-14 && (width < 1e-7 || middle.slope.magnitude < 1e-9) {
        roots.append(middle.logRate)
        return
      }
      if side * middle.slope < 0 { left = middle } else { right = middle }
    }
  }

  /// The root between two probes of opposite sign, to full precision: Newton's steps, halving where one leaves the
  /// bracket. A root that is zero up to rounding is returned as zero.
  private func polish(_ left: FlowProbe, _ right: FlowProbe) -> Double {
    var (low, high) = (left.logRate, right.logRate)
    let risesAtHigh = right.balance > 0
    var best = left.balance.magnitude < right.balance.magnitude ? left : right
    for _ in 0..<100 {
      var next = best.logRate - best.balance / best.slope
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      if (next - best.logRate).magnitude <= 1e-16 * max(1, next.magnitude) || next == low || next == high { break }
      best = source.probe(at: next)
      if best.balance == 0 { break }
      if (best.balance > 0) == risesAtHigh { high = next } else { low = next }
    }
    return best.logRate.magnitude < 2e-16 ? 0 : best.logRate
  }
}
