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
}

extension LoneFund {
  /// Splits what is called and paid out in a quarter over two investors.
  @inline(__always) mutating func split(over pair: inout LonePair, in quarter: Int) {
    let (call, payout, second) = (calls[quarter], payouts[quarter], calls.count)
    let part = call > 0 ? Money.halves(of: call, by: pair.commitment - pair.paid, over: pair.whole - pair.called).0 : 0
    callParts[quarter] = part
    callParts[second + quarter] = call - part
    pair.paid += part
    pair.called += call
    let share = pair.called > 0 ? Money.halves(of: payout, by: pair.paid, over: pair.called).0 : payout
    payoutParts[quarter] = share
    payoutParts[second + quarter] = payout - share
    pair.received += share
    pair.paidOut += payout
  }
}
