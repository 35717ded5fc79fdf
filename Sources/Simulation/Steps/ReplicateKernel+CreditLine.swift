// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Lines of credit that funds draw on before they call capital.
///
/// What is drawn is never more than commitments can repay: it lessens what the fund may spend, so a line moves calls to a
/// later date and never pays for more.
extension ReplicateKernel {
  /// At the start of a fund's quarter: interest and fee, and what is due. In a quarter in which anything is due nothing is
  /// drawn.
  mutating func serveLine(_ fund: Int, in quarter: Int) {
    let line = plan.funds[fund].line
    let isOver = quarter >= funds[fund].end || quarter - plan.funds[fund].start >= plan.lines[line].until
    lines[line].bridged = 0
    chargeLine(fund, isOver: isOver, in: quarter)
    let drawn = funds[fund].borrowed
    let isDue = drawn > 0 && (isOver || quarter - lines[line].since >= plan.lines[line].cleanDown)
    lines[line].due = isDue ? drawn : max(0, drawn - lineLimit(fund))
  }

  /// Most that may be drawn at present commitments, fen.
  @inline(__always) private func lineLimit(_ fund: Int) -> Int64 {
    Int64(Double(funds[fund].undrawn) * plan.lines[plan.funds[fund].line].limit)
  }

  private mutating func chargeLine(_ fund: Int, isOver: Bool, in quarter: Int) {
    let line = plan.funds[fund].line
    let drawn = funds[fund].borrowed
    let rate = max(0, lending[quarter] + plan.lines[line].spread) / 4
    payLender(fund, appraised(Double(drawn) * rate), plan.lines[line].interest, in: quarter)
    guard !isOver else { return }
    let unused = Double(max(0, lineLimit(fund) - drawn))
    payLender(fund, appraised(unused * plan.lines[line].feePerQuarter), plan.lines[line].fee, in: quarter)
  }

  /// Interest and fees are costs of the quarter, as far as there is money for them.
  private mutating func payLender(_ fund: Int, _ owed: Int64, _ channel: Int, in quarter: Int) {
    let paid = affordable(owed, fund)
    guard paid > 0 else { return }
    lines[plan.funds[fund].line].costs += paid
    funds[fund].costs += paid
    ledger.transfer(paid, through: channel, in: quarter)
  }

  /// What of the sum that is due can be paid today besides the quarter's costs and purchases: a need like these.
  mutating func payableToLender(_ fund: Int) -> Int64 {
    let due = lines[plan.funds[fund].line].due
    return due > 0 ? min(due, max(0, liquidity(fund) + funds[fund].borrowed)) : 0
  }

  /// Repays what stands ready.
  mutating func repay(_ fund: Int, _ amount: Int64, in quarter: Int) {
    guard amount > 0 else { return }
    funds[fund].borrowed -= amount
    lines[plan.funds[fund].line].due -= min(amount, lines[plan.funds[fund].line].due)
    ledger.transfer(amount, through: plan.lines[plan.funds[fund].line].repayment, in: quarter)
    note(.creditRepaid, quarter, fund: fund, amount: amount)
  }

  /// Draws for what the quarter still needs before capital is called, as far as the line goes; the cash lies in the fund's
  /// account then.
  /// - Returns: What is left to be called.
  mutating func bridge(_ fund: Int, _ needed: Int64, in quarter: Int) -> Int64 {
    let line = plan.funds[fund].line
    guard lines[line].due == 0, !funds[fund].isClosed,
      quarter - plan.funds[fund].start < plan.lines[line].until
    else { return needed }
    let purchases = funds[fund].purchases - lines[line].bridged
    let wanted = plan.lines[line].bridgesCosts ? needed : min(needed, purchases)
    let drawn = min(wanted, lineLimit(fund) - funds[fund].borrowed)
    guard drawn > 0 else { return needed }
    if funds[fund].borrowed == 0 { lines[line].since = quarter }
    lines[line].bridged += drawn
    funds[fund].borrowed += drawn
    lines[line].most = max(lines[line].most, funds[fund].borrowed)
    funds[fund].cash += drawn
    ledger.transfer(drawn, through: plan.lines[line].drawing, in: quarter)
    note(.creditDrawn, quarter, fund: fund, amount: drawn)
    return needed - drawn
  }

  /// What investors did not pay in time, and whatever is left at the end of the fund, comes out of proceeds before anybody
  /// receives them; a lender whom nothing is left for has lost the rest.
  mutating func repayFromProceeds(_ fund: Int, in quarter: Int) {
    let line = plan.funds[fund].line
    let due = funds[fund].isClosed ? funds[fund].borrowed : lines[line].due
    if due > 0 { repay(fund, spendProceeds(fund, due), in: quarter) }
  }
}
