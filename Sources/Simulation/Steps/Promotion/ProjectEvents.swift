// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// What happens to projects, by exact time.
///
/// What is far away waits in chunks of events, which follow each other in memory: a chain of chunks for each short stretch of
/// time; the stretch that is at hand lies in a heap. Chunks are used again, so that memory goes by what lives. Events at the
/// same time come in the order of a number that hangs on the project's address, not on where it is kept. What no longer
/// counts when its stretch comes never enters the heap.
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

    /// Whether it counts only while the project is where it was in its stage, or while it lives, or always.
    var isOfStage: Bool {
      switch self {
      case .stageEnd, .gate, .patience, .stall, .revival, .stop: true
      default: false
      }
    }
    var isOfPool: Bool { self == .poolReturn || self == .poolAddition }
  }

  struct Entry: BitwiseCopyable {
    var time: Double
    var order: UInt32
    var row: Int32
    /// The kind, and a number that must still be the project's own for the event to count.
    var stamp: UInt32
    var kind: Kind { Kind(rawValue: stamp & 15) ?? .arrival }
    var token: UInt32 { stamp >> 4 }
  }

  /// The first chunk of a stretch, which alone may have room, and how many events are in it.
  struct Chain: BitwiseCopyable {
    var chunk: Int32 = -1
    var count: Int32 = 0
  }

  /// Stretches in a quarter, events in a chunk.
  private static let stretches = 1024
  private static let chunk = 4
  private var items = Column<Entry>()
  /// The chunk after each one in its chain, and the first that is free.
  private var following = Column<Int32>()
  private var free: Int32 = -1
  private var chains: Column<Chain>
  private var heap = Column<Entry>()
  private var current = 0
  /// What was seen of projects at hand; kept, since a look that nobody asks for would be left out.
  private var seen: UInt64 = 0
  private let horizon: Double

  init(quarters: Int) {
    chains = Column(repeating: Chain(), count: quarters * ProjectEvents.stretches)
    horizon = Double(quarters) / 4
  }

  mutating func clear() {
    items.removeAll()
    following.removeAll()
    heap.removeAll()
    chains.fill(Chain())
    free = -1
    current = 0
  }

  /// Adds an event; one beyond the grid is forgotten.
  @inline(__always) mutating func add(_ kind: Kind, _ row: Int, token: UInt32, order: UInt64, at time: Double) {
    guard time < horizon else { return }
    let entry = Entry(
      time: time, order: UInt32(truncatingIfNeeded: order), row: Int32(truncatingIfNeeded: row),
      stamp: token << 4 | kind.rawValue)
    let stretch = Int(time * Double(4 * ProjectEvents.stretches))
    if stretch < current { push(entry) } else { link(entry, stretch) }
  }

  private mutating func link(_ entry: Entry, _ stretch: Int) {
    var chain = chains[stretch]
    if chain.chunk < 0 || Int(chain.count) == ProjectEvents.chunk {
      let chunk = freeChunk()
      following[chunk] = chain.chunk
      chain = Chain(chunk: Int32(truncatingIfNeeded: chunk))
    }
    items[Int(chain.chunk) &* ProjectEvents.chunk &+ Int(chain.count)] = entry
    chain.count += 1
    chains[stretch] = chain
  }

  private mutating func freeChunk() -> Int {
    guard free < 0 else {
      let chunk = Int(free)
      free = following[chunk]
      return chunk
    }
    following.append(-1)
    items.ensure(following.count * ProjectEvents.chunk)
    return following.count - 1
  }

  /// Takes the earliest event before the end of a quarter, those included that were added meanwhile.
  @inline(__always) mutating func next(in quarter: Int, _ projects: borrowing Column<ProjectState>) -> Entry? {
    let end = (quarter + 1) * ProjectEvents.stretches
    while heap.count == 0 {
      guard current < end else { return nil }
      gather(projects)
    }
    return pop()
  }

  /// Brings the stretch at hand into the heap.
  private mutating func gather(_ projects: borrowing Column<ProjectState>) {
    look(projects)
    var chunk = chains[current].chunk
    var count = Int(chains[current].count)
    chains[current] = Chain()
    current += 1
    while chunk >= 0 {
      let first = Int(chunk) &* ProjectEvents.chunk
      for place in first..<first &+ count where ProjectEvents.counts(items[place], projects) { push(items[place]) }
      let next = following[Int(chunk)]
      following[Int(chunk)] = free
      free = chunk
      chunk = next
      count = ProjectEvents.chunk
    }
  }

  /// Looks at the projects of the stretch at hand, where no look waits for the one before and little has to be guessed;
  /// later they lie near.
  @inline(__always) private mutating func look(_ projects: borrowing Column<ProjectState>) {
    var chunk = chains[current].chunk
    var count = Int(chains[current].count)
    var seen: UInt64 = 0
    while chunk >= 0 {
      let first = Int(chunk) &* ProjectEvents.chunk
      for place in first..<first &+ count where !items[place].kind.isOfPool {
        seen ^= projects[Int(items[place].row)].nearby
      }
      chunk = following[Int(chunk)]
      count = ProjectEvents.chunk
    }
    self.seen = seen
  }

  /// Whether an event still counts.
  @inline(__always) static func counts(_ entry: Entry, _ projects: borrowing Column<ProjectState>) -> Bool {
    if entry.kind.isOfPool { return true }
    let number = entry.kind.isOfStage ? projects[Int(entry.row)].token : projects[Int(entry.row)].birth
    return number & 0x0fff_ffff == entry.token
  }

  @inline(__always) private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
    guard one.time == other.time else { return one.time < other.time }
    return one.order < other.order || (one.order == other.order && one.stamp < other.stamp)
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
      // A sum and no branch, whose outcome could not be predicted.
      if child + 1 < heap.count { child += ProjectEvents.precedes(heap[child + 1], heap[child]) ? 1 : 0 }
      guard ProjectEvents.precedes(heap[child], last) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}
