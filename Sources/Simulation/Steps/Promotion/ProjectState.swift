// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

/// A lead, later a project, on one replicate.
struct ProjectState: BitwiseCopyable {
  enum Status: UInt8 {
    /// The row is free.
    case free
    case unborn
    case active
    case queued
    case beforeGate
    case standing
    /// It will never go further, and the rule on standing still will end it.
    case resting
    /// The chain lies behind it.
    case done
  }

  // In the order in which events ask, so that most of them touch the first two or three lines of memory (64 bytes each).
  /// Numbers that events of the stage, and all others, must bear.
  var token: UInt32 = 0
  var birth: UInt32 = 0
  var status = Status.unborn
  var passes = false
  var isWorthless = false
  var isExpansion = false
  var isFactory = false
  var operates = false
  var isSupported = false
  var isSigned = false
  /// Whether it holds slots of levers, which lie far from here.
  var hasSlots = false
  var origin: UInt8 = 0
  /// Which of the stage's needs it seeks.
  var need: UInt8 = 0
  /// Whether it has been among the candidates of funds, where a project stands once.
  var wasOffered = false
  var stage: Int16 = 0
  /// The stage that it was in when another unit took it over, or −1: those up to it have other numbers from then on.
  var again: Int16 = -1
  var unit: Int16 = 0
  /// The unit that brought it; where it differs, the home of that shares in the taxes by the rule `transfer`.
  var source: Int16 = 0
  var region: Int16 = 0
  var sector: Int16 = 0
  var pace: Int16 = -1
  var transfer: Int16 = -1
  /// The account of the unit that brought it, or −1 where it does not count for that.
  var unitAccount: Int32 = -1
  var flags: UInt32 = 0
  /// The last stage whose passing has counted, and where the project was then: talks that begin again count nowhere twice.
  var furthest: Int16 = -1
  var counted: Int16 = 0
  var entity = EntityAddress.root
  /// Planned, yuan.
  var investment = 0.0

  var filters = FilterBits()
  /// Which accounts in the chain of its region it counts in.
  var accounts: UInt64 = 0
  /// Pools that it holds something of, by resource, and the one that it waits for; −1 for none.
  var held = InlineArray<8, Int16>(repeating: -1)
  /// How many of them there are.
  var heldCount: UInt8 = 0
  /// How many units it counts for besides its own.
  var creditedCount: UInt8 = 0
  /// Events of its operation, and decisions of funds, that are to come.
  var pending: Int16 = 0
  /// The company held by a fund that brought it, or −1; in a free row the next one that is free.
  var company: Int32 = -1

  /// Since when it seeks what its stage needs, then when the stage began after all waiting; and how long it takes.
  var began = 0.0
  var duration = 0.0
  var quality = 0.0
  var arrived = 0.0
  var signed = 0.0
  var started = 0.0
  var credited = InlineArray<8, Int16>(repeating: -1)

  /// Fen in place, and those of them that its unit gets a fee for.
  var inPlace: Int64 = 0
  var bearing: Int64 = 0
  /// When building began, moved on by what it stood still, and how much money comes into place over it.
  var buildStart = 0.0
  var building: Int64 = 0
  /// When production began.
  var producing = 0.0
  /// Support promised, of planned investment.
  var support = 0.0
  var offers: UInt64 = 0
  var closures: Int32 = 0
  var expansions: Int32 = 0

  /// Slots of levers that it holds.
  var slots: UInt128 = 0
  var serial: Int32 = 0
  var referrals: Int32 = 0
  // In a queue: first of those below it, next one beside it, and the one before or above it.
  var child: Int32 = -1
  var sibling: Int32 = -1
  var previous: Int32 = -1
  /// The first of the promises that fall due to it, or −1.
  var promises: Int32 = -1
  var key = 0.0
  var turn: Int64 = 0

  /// Counts it for one more unit; its own counts anyway.
  mutating func credit(_ unit: Int) {
    let unit = Int16(truncatingIfNeeded: unit)
    guard unit != source else { return }
    for place in 0..<Int(creditedCount) where credited[place] == unit { return }
    // The reader of scenarios has counted them.
    precondition(Int(creditedCount) < credited.count, "a project counts for at most 8 units besides its own")
    credited[Int(creditedCount)] = unit
    creditedCount += 1
  }

  /// A look at the first four lines; the fifth is for those that wait.
  @inline(__always) var nearby: UInt64 {
    UInt64(token) ^ accounts ^ began.bitPattern ^ UInt64(bitPattern: inPlace)
  }

  /// It holds something of a pool, or waits for one.
  @inline(__always) mutating func hold(_ resource: Int, of pool: Int) {
    held[resource] = Int16(truncatingIfNeeded: pool)
    heldCount += 1
  }

  @inline(__always) mutating func letGo(_ resource: Int) {
    held[resource] = -1
    heldCount -= 1
  }
}

/// Fen of a leaf, and the part of them that is of projects which came from within the region that counts them: a region
/// that nets relocations leaves that part out.
struct LeafMoney: BitwiseCopyable {
  var all: Int64 = 0
  var relocated: Int64 = 0

  static func + (left: Self, right: Self) -> Self {
    Self(all: left.all + right.all, relocated: left.relocated + right.relocated)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(all: left.all - right.all, relocated: left.relocated - right.relocated)
  }

  func scaled(by part: Double, _ rule: FloatingPointRoundingRule) -> Self {
    Self(
      all: Int64((Double(all) * part).rounded(rule)), relocated: Int64((Double(relocated) * part).rounded(rule)))
  }
}

/// A pool on one replicate; hundredths of its unit.
struct PoolState: BitwiseCopyable {
  var available: Int64
  /// All that there has been so far.
  var total: Int64
  /// What companies hold to which nothing can happen any more.
  var settled: Int64 = 0
  /// The first in its queue, or −1.
  var root: Int32 = -1
  /// What a year's additions were posted of, before rounding.
  var added = 0.0
}

/// What comes back to a pool later.
struct PoolReturn: BitwiseCopyable {
  var pool: Int
  var amount: Int64
  var next: Int
}

/// Support that falls due to a project in equal parts a quarter.
struct DuePromise: BitwiseCopyable {
  var first: Int
  var parts: Int
  /// Fen.
  var whole: Int64
  /// The next one of the same project, or in a free place the next one that is free; −1 for none.
  var next: Int32
}

/// What passed through a stage on one replicate.
struct StageCount: BitwiseCopyable, Hashable {
  /// Entered it; passed it; were lost in it; passed it and will never go further.
  var entered = 0
  var passed = 0
  var lost = 0
  var ended = 0
  /// Handed over to another unit, which begins the talks again.
  var transferred = 0
}
