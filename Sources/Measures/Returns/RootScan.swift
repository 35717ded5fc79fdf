// SPDX-License-Identifier: GPL-3.0-or-later

/// The search for every real root of discounted flows, in the logarithmic rate `u = ln(1+r)`.
///
/// From zero outwards to both sides, in steps of a third of `1/σ` (see `FlowProbe`), until no root can lie beyond or the
/// range ends. A change of sign is a root; a dip towards zero between two probes is followed to its bottom
/// (`RootScan+Interval`), so that close pairs and double roots are found. Nothing is allocated but room for the roots.
///
/// The range is `-14...9` per year (rates from −99.99992 % to 810,000 % a year) and, only if that has no root,
/// `-36...36`, all that a `Double` near −1 can tell apart.
struct RootScan<Source: FlowProbing> {
  let source: Source
  let longestStep: Double
  var roots: [Double]

  /// Looks for the roots of `source`, whose unit of time is a `periodsPerYear`-th of a year.
  ///
  /// - Parameters:
  ///   - source: The flows; not all zero.
  ///   - periodsPerYear: Units of time per year.
  ///   - storage: Room for the roots, emptied first.
  /// - Returns: The logarithmic rates per unit of time, in no order.
  /// - Complexity: O(n · probes); some 20 probes where flows are ordinary, a few hundred at most.
  static func roots(of source: Source, periodsPerYear: Double, reusing storage: consuming [Double]) -> [Double] {
    storage.removeAll(keepingCapacity: true)
    var scan = RootScan(source: source, longestStep: 0.5 / periodsPerYear, roots: storage)
    scan.search(from: -14 / periodsPerYear, to: 9 / periodsPerYear)
    if scan.roots.isEmpty { scan.search(from: -36 / periodsPerYear, to: 36 / periodsPerYear) }
    return scan.roots
  }

  /// Collects the roots between two limits on either side of zero.
  private mutating func search(from lowest: Double, to highest: Double) {
    let below = source.probe(at: -longestStep * 0.000_137)
    let above = source.probe(at: longestStep * 0.000_173)
    settle(below, above, depth: 0)
    walk(from: above, to: highest)
    walk(from: below, to: lowest)
  }

  private mutating func walk(from start: FlowProbe, to limit: Double) {
    var near = start
    while !near.isClearBeyond && near.logRate != limit {
      let step = min(longestStep, 0.35 / near.spread)
      let far: FlowProbe
      if limit > 0 {
        far = source.probe(at: min(limit, near.logRate + step))
        settle(near, far, depth: 0)
      } else {
        far = source.probe(at: max(limit, near.logRate - step))
        settle(far, near, depth: 0)
      }
      near = far
    }
  }
}
