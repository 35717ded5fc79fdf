// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// What happens in each quarter, by exact time within it where that matters, first come first served at the same time.
///
/// Later quarters are linked lists in one array; what is due in the quarter being handled moves to a heap. A replicate
/// allocates nothing once both have grown.
///
/// - Complexity: O(1) to add, O(log n) to take in order of time, `n` what is due in the quarter; O(1) in any order.
struct EventQueue: ~Copyable {
  /// What happens.
  enum Kind: Int32 {
    /// The event that ends a company's stage.
    case company
    /// A payment on a holding.
    case payment
    /// A holding's right to be bought out falls due.
    case redemption
  }

  struct Item {
    /// Years from the first day of the grid.
    var time: Double
    var payload: Int32
    var kind: Int32
    var next: Int32
  }

  private var items = Column<Item>()
  private var heads: Column<Int32>
  /// Positions of what is due now; each stands before those at twice its place and one after.
  private var due = Column<Int32>()
  /// Whether anything depends on what comes first within a quarter. Where nothing does, there is no heap to keep.
  var isOrdered = true

  init(quarters: Int) { heads = Column(repeating: -1, count: quarters) }

  mutating func clear() {
    items.removeAll()
    due.removeAll()
    heads.fill(-1)
  }

  /// Adds an event to a quarter; one beyond the grid is forgotten.
  mutating func add(_ kind: Kind, _ payload: Int, at time: Double, in quarter: Int) {
    guard quarter < heads.count else { return }
    let position = Int32(truncatingIfNeeded: items.count)
    items.append(
      Item(
        time: time, payload: Int32(truncatingIfNeeded: payload), kind: kind.rawValue, next: heads[quarter]))
    heads[quarter] = position
  }

  /// Takes the earliest event that is left in a quarter, those included that were added meanwhile.
  mutating func next(in quarter: Int) -> (kind: Kind, payload: Int, time: Double)? {
    var position = heads[quarter]
    if isOrdered {
      while position >= 0 {
        push(position)
        position = items[Int(position)].next
      }
      heads[quarter] = -1
      guard due.count > 0 else { return nil }
      position = pop()
    } else {
      guard position >= 0 else { return nil }
      heads[quarter] = items[Int(position)].next
    }
    let item = items[Int(position)]
    return (Kind(rawValue: item.kind) ?? .company, Int(item.payload), item.time)
  }

  /// Whether one item is taken before another.
  @inline(__always) private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    let (first, second) = (items[Int(one)].time, items[Int(other)].time)
    return first < second || (first == second && one < other)
  }

  private mutating func push(_ position: Int32) {
    due.append(position)
    var place = due.count - 1
    while place > 0, precedes(position, due[(place - 1) / 2]) {
      due[place] = due[(place - 1) / 2]
      place = (place - 1) / 2
    }
    due[place] = position
  }

  private mutating func pop() -> Int32 {
    let first = due[0]
    let last = due[due.count - 1]
    due.shorten(to: due.count - 1)
    guard due.count > 0 else { return first }
    var place = 0
    while 2 * place + 1 < due.count {
      var child = 2 * place + 1
      if child + 1 < due.count, precedes(due[child + 1], due[child]) { child += 1 }
      guard precedes(due[child], last) else { break }
      due[place] = due[child]
      place = child
    }
    due[place] = last
    return first
  }
}
