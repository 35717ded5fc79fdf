// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// What the investors of a fund that stands alone pay and receive.
extension ReplicateKernel {
  /// Investors' parts of calls and distributions: all quarters first, then a row of the ledger at a time.
  mutating func settleParties() {
    let parties = plan.funds[0].parties
    let quarters = plan.funds[0].start..<plan.funds[0].end + 1
    if parties.count == 2 { settleTwo(parties, in: quarters) } else { settleAll(parties, in: quarters) }
    for party in parties {
      let row = (party - parties.lowerBound) * plan.quarters
      let channels = plan.parties[party]
      ledger.transfer(lone.callParts, from: row, in: quarters, through: channels.appropriation)
      ledger.transfer(lone.callParts, from: row, in: quarters, through: channels.call)
      ledger.transfer(lone.payoutParts, from: row, in: quarters, through: channels.distribution)
      ledger.transfer(lone.payoutParts, from: row, in: quarters, through: channels.receipt)
    }
  }

  /// Two investors: the part of the second is what the first does not pay or receive.
  private mutating func settleTwo(_ parties: Range<Int>, in quarters: Range<Int>) {
    let (first, second) = (parties.lowerBound, parties.lowerBound + 1)
    let sums = lone.splitForFirst(commitment: undrawn[first], of: plan.funds[0].commitment, in: quarters)
    book(sums.paid, sums.received, for: first)
    book(sums.called - sums.paid, sums.paidOut - sums.received, for: second)
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

extension LoneFund {
  /// What one of two investors pays and receives, quarter by quarter, and both together: the sums.
  fileprivate mutating func splitForFirst(
    commitment: Int64, of whole: Int64, in quarters: Range<Int>
  ) -> (paid: Int64, received: Int64, called: Int64, paidOut: Int64) {
    Self.splitForFirst(calls, payouts, &callParts, &payoutParts, commitment: commitment, of: whole, in: quarters)
  }

  private static func splitForFirst(
    _ calls: borrowing Column<Int64>, _ payouts: borrowing Column<Int64>, _ callParts: inout Column<Int64>,
    _ payoutParts: inout Column<Int64>, commitment: Int64, of whole: Int64, in quarters: Range<Int>
  ) -> (paid: Int64, received: Int64, called: Int64, paidOut: Int64) {
    let second = calls.count
    let (calls, payouts) = (calls.span, payouts.span)
    var callParts = callParts.mutableSpan
    var payoutParts = payoutParts.mutableSpan
    var (paid, received, called, paidOut) = (Int64(0), Int64(0), Int64(0), Int64(0))
    for quarter in quarters {
      let call = calls[quarter]
      let part = call > 0 ? Money.halves(of: call, by: commitment - paid, over: whole - called).0 : 0
      callParts[quarter] = part
      callParts[second + quarter] = call - part
      paid += part
      called += call
      let payout = payouts[quarter]
      let share = called > 0 ? Money.halves(of: payout, by: paid, over: called).0 : payout
      payoutParts[quarter] = share
      payoutParts[second + quarter] = payout - share
      received += share
      paidOut += payout
    }
    return (paid, received, called, paidOut)
  }
}
