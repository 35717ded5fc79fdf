// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// What the investors of a fund that stands alone pay and receive.
extension ReplicateKernel {
  /// Investors' parts of calls and distributions, which two have already: a row of the ledger at a time.
  mutating func settleParties() {
    let parties = plan.funds[0].parties
    let quarters = plan.funds[0].start..<plan.funds[0].end + 1
    if parties.count != 2 { settleAll(parties, in: quarters) }
    for party in parties {
      let row = (party - parties.lowerBound) * plan.quarters
      let channels = plan.parties[party]
      ledger.transfer(lone.callParts, from: row, in: quarters, through: channels.appropriation)
      ledger.transfer(lone.callParts, from: row, in: quarters, through: channels.call)
      ledger.transfer(lone.payoutParts, from: row, in: quarters, through: channels.distribution)
      ledger.transfer(lone.payoutParts, from: row, in: quarters, through: channels.receipt)
    }
  }

  /// Books what both of two investors paid and received.
  mutating func book(_ pair: LonePair) {
    let first = plan.funds[0].parties.lowerBound
    book(pair.paid, pair.received, for: first)
    book(pair.called - pair.paid, pair.paidOut - pair.received, for: first + 1)
  }

  private mutating func book(_ paid: Int64, _ received: Int64, for party: Int) {
    paidIn[party] += paid
    stakes[party] += paid
    undrawn[party] -= paid
    distributed[party] += received
  }

  private mutating func settleAll(_ parties: Range<Int>, in quarters: Range<Int>) {
    lone.split = nil
    for quarter in quarters {
      undrawn.split(lone.calls[quarter], over: parties, into: &scratch.parts, remainders: &scratch.remainders)
      for party in parties {
        let part = scratch.parts[party - parties.lowerBound]
        book(part, 0, for: party)
        lone.callParts[(party - parties.lowerBound) * plan.quarters + quarter] = part
      }
      stakes.split(lone.payouts[quarter], over: parties, into: &scratch.parts, remainders: &scratch.remainders)
      for party in parties {
        let part = scratch.parts[party - parties.lowerBound]
        book(0, part, for: party)
        lone.payoutParts[(party - parties.lowerBound) * plan.quarters + quarter] = part
      }
    }
  }
}

/// Two investors: what the first paid and received so far, and both together. The part of the second is what the first does
/// not pay or receive.
struct LonePair {
  /// What the first has committed, and both.
  let commitment: Int64
  let whole: Int64
  var paid: Int64 = 0
  var received: Int64 = 0
  var called: Int64 = 0
  var paidOut: Int64 = 0

  init(commitment: Int64, whole: Int64) {
    self.commitment = commitment
    self.whole = whole
  }

  /// Whether the two had committed the same as others, of whom nothing is called yet.
  @inline(__always) func isSame(before other: LonePair) -> Bool {
    commitment == other.commitment && whole == other.whole
  }
}

extension LoneFund {
  /// Splits what is called in some quarters over two investors, by what each has still to pay. Where tickets have one size
  /// and fees depend on commitments, every replicate calls the same: then the parts are known.
  mutating func splitCalls(over pair: inout LonePair, in quarters: ClosedRange<Int>) {
    if let split, split.quarters == quarters, split.pair.isSame(before: pair), Self.areEqual(splitCalls, calls) {
      pair = split.pair
      return
    }
    Self.splitCalls(&callParts, &splitCalls, calls, over: &pair, in: quarters)
    split = (pair, quarters)
  }

  private static func areEqual(_ first: borrowing Column<Int64>, _ second: borrowing Column<Int64>) -> Bool {
    let (first, second) = (first.span, second.span)
    guard first.count == second.count else { return false }
    var difference: Int64 = 0
    for quarter in first.indices { difference |= first[quarter] ^ second[quarter] }
    return difference == 0
  }

  private static func splitCalls(
    _ parts: inout Column<Int64>, _ known: inout Column<Int64>, _ calls: borrowing Column<Int64>,
    over pair: inout LonePair, in quarters: ClosedRange<Int>
  ) {
    var parts = parts.mutableSpan
    var known = known.mutableSpan
    let calls = calls.span
    for quarter in calls.indices { known[quarter] = calls[quarter] }
    for quarter in quarters {
      let call = calls[quarter]
      let part =
        call > 0 ? Money.halves(of: call, by: pair.commitment - pair.paid, over: pair.whole - pair.called).0 : 0
      parts[quarter] = part
      parts[calls.count + quarter] = call - part
      pair.paid += part
      pair.called += call
    }
  }

  /// Splits what is paid out in some quarters over two investors, by what each has paid until then: when all calls are
  /// known, no quarter waits for the one before.
  mutating func splitPayouts(over pair: inout LonePair, in quarters: ClosedRange<Int>) {
    let received = Self.splitPayouts(&payoutParts, payouts, calls: calls, callParts: callParts, in: quarters)
    pair.received = received.first
    pair.paidOut = received.both
  }

  private static func splitPayouts(
    _ parts: inout Column<Int64>, _ payouts: borrowing Column<Int64>, calls: borrowing Column<Int64>,
    callParts: borrowing Column<Int64>, in quarters: ClosedRange<Int>
  ) -> (first: Int64, both: Int64) {
    var parts = parts.mutableSpan
    let (payouts, calls, callParts) = (payouts.span, calls.span, callParts.span)
    var (paid, called, received, paidOut): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    for quarter in quarters {
      let payout = payouts[quarter]
      paid += callParts[quarter]
      called += calls[quarter]
      let share = called > 0 ? Money.halves(of: payout, by: paid, over: called).0 : payout
      parts[quarter] = share
      parts[payouts.count + quarter] = payout - share
      received += share
      paidOut += payout
    }
    return (received, paidOut)
  }
}
