// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// What happens in each quarter, first come first served within it: linked lists in one array, so that a replicate
/// allocates nothing once the array has grown.
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
    var payload: Int32
    var kind: Int32
    var next: Int32
  }

  private var items = Column<Item>()
  private var heads: Column<Int32>
  private var tails: Column<Int32>

  init(quarters: Int) {
    heads = Column(repeating: -1, count: quarters)
    tails = Column(repeating: -1, count: quarters)
  }

  mutating func clear() {
    items.removeAll()
    heads.fill(-1)
    tails.fill(-1)
  }

  /// Appends an event to a quarter; one beyond the grid is forgotten.
  mutating func add(_ kind: Kind, _ payload: Int, in quarter: Int) {
    guard quarter < heads.count else { return }
    let position = Int32(truncatingIfNeeded: items.count)
    items.append(Item(payload: Int32(truncatingIfNeeded: payload), kind: kind.rawValue, next: -1))
    if tails[quarter] < 0 { heads[quarter] = position } else { items[Int(tails[quarter])].next = position }
    tails[quarter] = position
  }

  /// Takes the first event that is left in a quarter.
  mutating func next(in quarter: Int) -> (kind: Kind, payload: Int)? {
    let head = heads[quarter]
    guard head >= 0 else { return nil }
    let item = items[Int(head)]
    heads[quarter] = item.next
    if item.next < 0 { tails[quarter] = -1 }
    return (Kind(rawValue: item.kind) ?? .company, Int(item.payload))
  }
}
