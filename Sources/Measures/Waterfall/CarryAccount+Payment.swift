// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension CarryAccount {
  /// Takes note of a contribution of the investors, not negative.
  public mutating func contribute(_ amount: Money) {
    precondition(amount.fen >= 0)
    capital.unreturned += amount
    contributed += amount
  }

  /// Takes note of a distribution, and divides the manager's part between the manager and the escrow.
  ///
  /// - Returns: What is held back, to the nearest fen, and what of the escrow is paid out.
  /// - Complexity: O(1), no allocation.
  public mutating func take(_ tiers: WaterfallTiers) -> WaterfallPayment {
    credit(tiers.investors)
    managerTotal += tiers.manager
    var payment = WaterfallPayment(tiers: tiers)
    payment.held.fen = Money.nearestFen(safeguards.escrowShare * Double(tiers.manager.fen))
    escrow += payment.held
    if safeguards.release == .wholeFund && escrow > .zero {
      payment.released = escrow - min(escrow, due)
      escrow -= payment.released
    }
    return payment
  }

  /// Takes note of capital that went back to an investor past the tiers, not negative.
  mutating func payBack(_ amount: Money) { credit(amount) }

  /// Settles the accounts at the end of the fund, when nothing is left in it; once.
  public mutating func settle() -> WaterfallSettlement {
    let due = due
    var settlement = WaterfallSettlement()
    settlement.fromEscrow = min(escrow, due)
    settlement.released = escrow - settlement.fromEscrow
    if safeguards.hasClawback {
      let paidOut = managerTotal - escrow
      let kept = Money.nearestFen(safeguards.taxShare * Double(paidOut.fen))
      settlement.fromManager = min(due - settlement.fromEscrow, paidOut - Money(fen: kept))
    }
    escrow = .zero
    managerTotal -= settlement.toInvestors
    credit(settlement.toInvestors)
    return settlement
  }

  /// Money to investors: capital first, then preferred return; what is more counts where terms have no floor.
  private mutating func credit(_ amount: Money) {
    investorsTotal += amount
    var rest = amount.fen
    _ = capital.returnCapital(&rest)
    let owed = capital.preferredOwed
    let paid = capital.payPreferred(&rest)
    // What is owed is paid to the nearest fen, as in the waterfall; so much then was owed.
    if owed > 0 && capital.preferredOwed == 0 { accrued += Double(paid) - owed }
    if terms.floor == .unbounded { capital.preferred.credit(Double(rest)) }
  }
}
