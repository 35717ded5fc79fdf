// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// What happens to projects, by exact time.
///
/// What is far away waits in linked lists, a list for each short stretch of time; the stretch that is at hand lies in a
/// heap. Places in the lists are used again, so that memory goes by what lives. Events at the same time come in the order
/// of a number that hangs on the project's address, not on where it is kept.
///
/// - Complexity: O(1) to add, O(log n) to take, `n` what happens in a stretch.
struct ProjectEvents: ~Copyable {
  enum Kind: UInt32 {
    case arrival
    case stageEnd
    case gate
    case patience
    case lock
    case stall
    case revival
    case stop
    case closure
    case expansion
    case referral
    case poolReturn
    case poolAddition
  }

  struct Entry: BitwiseCopyable {
    var time: Double
    var order: UInt32
    var row: Int32
    /// The kind, and a number that must still be the project's own for the event to count.
    var stamp: UInt32
    var next: Int32
    var kind: Kind { Kind(rawValue: stamp & 15) ?? .arrival }
    var token: UInt32 { stamp >> 4 }
  }

  /// Stretches in a quarter.
  private static let stretches = 128
  private var items = Column<Entry>()
  private var free: Int32 = -1
  private var heads: Column<Int32>
  private var heap = Column<Entry>()
  private var current = 0
  private let horizon: Double

  init(quarters: Int) {
    heads = Column(repeating: -1, count: quarters * ProjectEvents.stretches)
    horizon = Double(quarters) / 4
  }

  mutating func clear() {
    items.removeAll()
    heap.removeAll()
    heads.fill(-1)
    free = -1
    current = 0
  }

  /// Adds an event; one beyond the grid is forgotten.
  @inline(__always) mutating func add(_ kind: Kind, _ row: Int, token: UInt32, order: UInt64, at time: Double) {
    guard time < horizon else { return }
    let entry = Entry(
      time: time, order: UInt32(truncatingIfNeeded: order), row: Int32(truncatingIfNeeded: row),
      stamp: token << 4 | kind.rawValue, next: -1)
    let stretch = Int(time * Double(4 * ProjectEvents.stretches))
    if stretch < current { push(entry) } else { link(entry, stretch) }
  }

  private mutating func link(_ entry: Entry, _ stretch: Int) {
    var entry = entry
    entry.next = heads[stretch]
    if free >= 0 {
      let place = free
      free = items[Int(place)].next
      items[Int(place)] = entry
      heads[stretch] = place
    } else {
      heads[stretch] = Int32(truncatingIfNeeded: items.count)
      items.append(entry)
    }
  }

  /// Takes the earliest event before the end of a quarter, those included that were added meanwhile.
  @inline(__always) mutating func next(in quarter: Int) -> Entry? {
    let end = (quarter + 1) * ProjectEvents.stretches
    while heap.count == 0 {
      guard current < end else { return nil }
      gather()
    }
    return pop()
  }

  private mutating func gather() {
    var place = heads[current]
    heads[current] = -1
    current += 1
    while place >= 0 {
      let following = items[Int(place)].next
      push(items[Int(place)])
      items[Int(place)].next = free
      free = place
      place = following
    }
  }

  @inline(__always) private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
    one.time < other.time || (one.time == other.time && one.order < other.order)
  }

  private mutating func push(_ entry: Entry) {
    heap.append(entry)
    var place = heap.count - 1
    while place > 0 {
      let above = (place - 1) / 2
      guard ProjectEvents.precedes(entry, heap[above]) else { break }
      heap[place] = heap[above]
      place = above
    }
    heap[place] = entry
  }

  private mutating func pop() -> Entry {
    let first = heap[0]
    let last = heap[heap.count - 1]
    heap.shorten(to: heap.count - 1)
    guard heap.count > 0 else { return first }
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, ProjectEvents.precedes(heap[child + 1], heap[child]) { child += 1 }
      guard ProjectEvents.precedes(heap[child], last) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}
