// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// A company of a fund that stands alone: one line of the cache.
struct LoneCompany {
  var entity: EntityAddress
  /// Fen.
  var cost: Int64
  /// Years; when it entered its stage.
  var bought: Double
  var time: Double
  /// Value per share over the value at entry.
  var value = 1.0
  /// Share of the latent normal that its lasting quality makes up.
  var quality = 0.0
  var row: Int32
  var sector: Int32
  /// The quarter in which it entered its stage.
  var quarter: Int32
  var isStalled = false
}

/// What a company was last valued at, and what it has raised, yuan.
struct LoneValuation {
  var postMoney: Double
  var raised: Double
}

/// How a stage of a company ends.
struct LoneStay {
  var time = 0.0
  /// Value per share, if the event moves it.
  var value = 0.0
  var quarter: Int32 = 0
  var company: Int32 = 0
  /// As `StageEvent` names it, or `LoneFund.none`.
  var event: Int32 = 0
}

/// A fund that stands alone, of whose companies nobody asks anything: only what they bring, quarter by quarter.
///
/// Companies have no records but a line each. Their lives are followed stage by stage, all of them together, in straight
/// loops: each settles the same matter for all companies, so that little is left that chance decides and a processor would
/// have to guess.
struct LoneFund: ~Copyable {
  var companies = Column<LoneCompany>()
  /// Where those who invested have a preference: valuations after the last round and money raised, yuan.
  var valuations = Column<LoneValuation>()
  /// Companies whose lives go on, with the numbers that are drawn for them and the ends of their stages.
  var living = Column<Int32>()
  var draws = UniformDraws()
  var stays = Column<LoneStay>()
  /// Where the numbers fall that say how long stages last.
  var tablePlaces = Column<TabulatedQuantile.Place>()
  /// Stays by what is to be done about them: a stretch for each slot.
  var sorted = Column<Int32>()
  /// Logarithms of the factors by which events move values, and the factors.
  var factors = Column<Double>()
  var counts = Column<Int>(repeating: 0, count: LoneFund.slots)
  /// How many stays each stretch has room for.
  var room = 0
  /// Cost of purchases, calls and distributions to investors by quarter, and the part of one investor in a quarter, fen. The
  /// parts hold something in the quarters of the fund alone.
  var purchases: Column<Int64>
  var calls: Column<Int64>
  var payouts: Column<Int64>
  var callParts: Column<Int64>
  var payoutParts: Column<Int64>
  /// The calls of which `callParts` are the parts, fen; and the two investors when all is called, with the quarters in which
  /// it was, once two have been called on.
  var splitCalls: Column<Int64>
  var split: (pair: LonePair, quarters: ClosedRange<Int>)?
  /// What companies brought, and what those who bought the rest paid, fen.
  var received: Int64 = 0
  var soldAtEnd: Int64 = 0

  /// No event before the end of the fund; the place of the one event that no life here has.
  static let none = StageEvent.realised
  /// Failures; all that is not named here; rounds; exits that move the value of a share.
  static let slots = 4
  static let failures = 0
  static let others = 1
  static let graduates = 2
  static let exits = 3
  /// The slot of each event from `StageEvent.failed` on, two bits an event: a table that needs neither memory nor a branch.
  static var slotOf: Int { 0b01_11_10_11_11_01_01_00 }

  init(quarters: Int, parties: Int) {
    purchases = Column(repeating: 0, count: quarters)
    calls = Column(repeating: 0, count: quarters)
    payouts = Column(repeating: 0, count: quarters)
    callParts = Column(repeating: 0, count: quarters * parties)
    payoutParts = Column(repeating: 0, count: quarters * parties)
    splitCalls = Column(repeating: 0, count: quarters)
  }

  mutating func clear(tickets: Int) {
    companies.removeAll()
    valuations.removeAll()
    living.removeAll()
    purchases.fill(0)
    calls.fill(0)
    payouts.fill(0)
    received = 0
    soldAtEnd = 0
    companies.ensure(tickets)
    stays.ensure(tickets)
    room = tickets
    sorted.ensure(Self.slots * room)
  }

  /// Where the stays of a slot begin, in stretches, and whether they go up from there (0) or down (−1): rounds and exits are
  /// both weighed, so that they stand side by side.
  @inline(__always) static func start(_ slot: Int) -> Int { min(slot &+ slot &>> 1, exits) }
  @inline(__always) static func direction(_ slot: Int) -> Int { 0 &- (slot & slot &>> 1) }

  /// Where the stays of a slot stand.
  @inline(__always) func stretch(_ slot: Int) -> Range<Int> {
    let start = Self.start(slot) * room
    return slot == Self.exits ? start - counts[slot]..<start : start..<start + counts[slot]
  }

  /// Where the stays stand that move the value of a share.
  @inline(__always) var moves: Range<Int> { stretch(Self.exits).lowerBound..<stretch(Self.graduates).upperBound }
}
