// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// Queues as pairing heaps in the rows of the projects that wait: no memory of their own, and anybody can leave.
///
/// Source: Fredman, Sedgewick, Sleator and Tarjan, "The pairing heap", *Algorithmica* 1, 1986.
extension PromotionKernel {
  /// Whether one project is served before another: by the key of the queue's rule, then by turn.
  @inline(__always) private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (first, second) = (projects[Int(one)].key, projects[Int(other)].key)
    return first < second || (first == second && projects[Int(one)].turn < projects[Int(other)].turn)
  }

  /// Joins two heaps; −1 is an empty one.
  mutating func meld(_ one: Int32, _ other: Int32) -> Int32 {
    guard one >= 0 else { return other }
    guard other >= 0 else { return one }
    let (above, below) = precedes(one, other) ? (one, other) : (other, one)
    let first = projects[Int(above)].child
    projects[Int(below)].sibling = first
    projects[Int(below)].previous = above
    if first >= 0 { projects[Int(first)].previous = below }
    projects[Int(above)].child = below
    return above
  }

  /// Takes a project out of the queue of a pool.
  mutating func remove(_ row: Int32, from pool: Int) {
    let rest = mergedChildren(of: row)
    if pools[pool].root == row {
      pools[pool].root = rest
    } else {
      detach(row)
      pools[pool].root = meld(pools[pool].root, rest)
    }
    projects[Int(row)].child = -1
    projects[Int(row)].sibling = -1
    projects[Int(row)].previous = -1
  }

  private mutating func detach(_ row: Int32) {
    let (previous, next) = (projects[Int(row)].previous, projects[Int(row)].sibling)
    if projects[Int(previous)].child == row {
      projects[Int(previous)].child = next
    } else {
      projects[Int(previous)].sibling = next
    }
    if next >= 0 { projects[Int(next)].previous = previous }
  }

  /// Joins what lies below a project in pairs from the left, then the pairs from the right.
  private mutating func mergedChildren(of row: Int32) -> Int32 {
    var next = projects[Int(row)].child
    var pairs: Int32 = -1
    while next >= 0 {
      let one = next
      let other = projects[Int(one)].sibling
      next = other >= 0 ? projects[Int(other)].sibling : -1
      cut(one)
      if other >= 0 { cut(other) }
      let pair = meld(one, other)
      projects[Int(pair)].sibling = pairs
      pairs = pair
    }
    var whole: Int32 = -1
    while pairs >= 0 {
      let pair = pairs
      pairs = projects[Int(pair)].sibling
      cut(pair)
      whole = meld(whole, pair)
    }
    return whole
  }

  private mutating func cut(_ row: Int32) {
    projects[Int(row)].sibling = -1
    projects[Int(row)].previous = -1
  }
}
