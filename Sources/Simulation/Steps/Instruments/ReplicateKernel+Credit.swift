// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// Loans beside equity, with what stands behind them.
extension ReplicateKernel {
  /// A loan from its first day to its last: its company's fate alone decides whether it is repaid.
  mutating func lend(_ fen: Double, _ about: LoanPlan, _ claim: Int, _ fate: CompanyFate) {
    let instrument = claims[claim].instrument
    let channels = plan.instruments[instrument].channels
    let first = claims[claim].quarter
    claims[claim].drawn = post(fen, through: channels.loan, in: first)
    claims[claim].outstanding = claims[claim].drawn
    let rate = max(0, lending[first] + about.spread)
    var last = first + about.term
    for quarter in first..<plan.quarters where claims[claim].outstanding > 0 {
      if quarter == fate.revived { last = restructure(claim, about: about, last: max(last, quarter)) }
      if isDefault(about, fate, in: quarter) { return fail(claim, about, in: quarter) }
      if quarter > first {
        payInterest(rate, about, claim, in: quarter)
        if quarter > first + about.grace { repay(claim, parts: last - quarter + 1, in: quarter) }
      }
      if fate.endsWell && quarter == fate.quarter { repay(claim, parts: 1, in: quarter) }
      creditOutstanding[instrument * plan.quarters + quarter] += claims[claim].outstanding
    }
    exercise(about, claim, fate)
  }

  @inline(__always) private func isDefault(_ about: LoanPlan, _ fate: CompanyFate, in quarter: Int) -> Bool {
    (fate.isFailure && quarter == fate.quarter) || (about.defaultsWhenStalled && quarter == fate.stalled)
  }

  /// Part of the debt of a revived company is cut, the rest extended; the lender bears the cut alone.
  /// - Returns: The quarter of the last payment.
  private mutating func restructure(_ claim: Int, about: LoanPlan, last: Int) -> Int {
    for attempt in rescues.indices
    where rescues[attempt].company == claims[claim].company && rescues[attempt].isRevived {
      guard let rescue = plan.instruments[rescues[attempt].instrument].rescue else { continue }
      let cut = Money.nearestFen(Double(claims[claim].outstanding) * rescue.debtCut)
      claims[claim].cut += cut
      claims[claim].outstanding -= cut
      return last + rescue.extends
    }
    return last
  }

  /// Interest of a quarter, what the payer takes over of it, and the fees of the guarantors.
  private mutating func payInterest(_ rate: Double, _ about: LoanPlan, _ claim: Int, in quarter: Int) {
    let channels = plan.instruments[claims[claim].instrument].channels
    let outstanding = Double(claims[claim].outstanding)
    claims[claim].interest += post(outstanding * rate / 4, through: channels.interest, in: quarter)
    if about.subsidyCut > 0, quarter - claims[claim].quarter <= about.subsidyQuarters {
      let left = Double(about.subsidyMost - claims[claim].subsidy)
      let due = min(outstanding * min(about.subsidyCut, rate) / 4, left)
      claims[claim].subsidy += post(due, through: channels.subsidy, in: quarter)
    }
    guard let guarantee = about.guarantee else { return }
    claims[claim].fee += post(outstanding * guarantee.fee / 4, through: channels.fee, in: quarter)
    claims[claim].reFee += post(
      outstanding * guarantee.reGuarantor * guarantee.reFee / 4, through: channels.reFee, in: quarter)
  }

  /// One of the equal parts that are left is repaid.
  private mutating func repay(_ claim: Int, parts: Int, in quarter: Int) {
    let part = claims[claim].outstanding / Int64(max(1, parts))
    let channel = plan.instruments[claims[claim].instrument].channels.repayment
    let paid = post(Double(part), through: channel, in: quarter)
    claims[claim].repaid += paid
    claims[claim].outstanding -= paid
  }

  /// The rest is in default; without a guarantee the lender keeps what is recovered.
  private mutating func fail(_ claim: Int, _ about: LoanPlan, in quarter: Int) {
    let lost = claims[claim].outstanding
    claims[claim].defaulted = lost
    claims[claim].outstanding = 0
    claims[claim].defaultQuarter = quarter
    note(
      .creditDefault, quarter, company: claims[claim].company, amount: lost, detail: Double(claims[claim].instrument))
    let channel = plan.instruments[claims[claim].instrument].channels.recovery
    let recovered = Double(lost) * about.recovery
    claims[claim].recovered = post(recovered, through: channel, in: quarter + about.recoveryDelay)
    if quarter + about.recoveryDelay >= plan.quarters { claims[claim].toRecover = recovered }
  }

  /// A warrant is worth what the shares exceed its price by when the company is sold or listed.
  private mutating func exercise(_ about: LoanPlan, _ claim: Int, _ fate: CompanyFate) {
    let exits = [StageEvent.transferred, StageEvent.acquired, StageEvent.listed, StageEvent.realised]
    guard about.warrantCoverage > 0, exits.contains(fate.kind), fate.value > about.warrantStrike else { return }
    let shares = Double(claims[claim].drawn) * about.warrantCoverage
    let channel = plan.instruments[claims[claim].instrument].channels.warrant
    claims[claim].warrant = post(shares * (fate.value / about.warrantStrike - 1), through: channel, in: fate.quarter)
  }

  /// Guarantors bear their parts of the defaults in the order of time, until compensation reaches its cap over the loans
  /// granted so far; what is recovered is shared as the loss was.
  mutating func compensate(_ instrument: Int, _ range: Range<Int>) {
    guard let credit = plan.instruments[instrument].credit, let guarantee = credit.guarantee else { return }
    let covered = guarantee.institution + guarantee.reGuarantor
    guard covered > 0 else { return }
    var granted = 0.0
    var paid = 0.0
    for quarter in 0..<plan.quarters {
      for claim in range where claims[claim].quarter == quarter { granted += Double(claims[claim].drawn) }
      for claim in range where claims[claim].defaultQuarter == quarter && claims[claim].defaulted > 0 {
        let room = max(0, guarantee.cap * granted - paid)
        let due = min(Double(claims[claim].defaulted) * covered, room)
        paid += due
        pay(due, claim, of: guarantee.institution / covered, recoveredIn: quarter + credit.recoveryDelay)
      }
    }
  }

  /// Both guarantors pay the bank their parts of what is due, and get theirs of what is recovered.
  private mutating func pay(_ due: Double, _ claim: Int, of institution: Double, recoveredIn quarter: Int) {
    let channels = plan.instruments[claims[claim].instrument].channels
    let now = claims[claim].defaultQuarter
    // The second part is the rest, so that both together are what is due to the fen.
    claims[claim].compensated = post(due * institution, through: channels.compensation, in: now)
    claims[claim].reCompensated = post(
      Double(Money.nearestFen(due) - claims[claim].compensated), through: channels.reCompensation, in: now)
    let recovered = Double(claims[claim].recovered) / Double(claims[claim].defaulted)
    claims[claim].passedOn = post(
      Double(claims[claim].compensated) * recovered, through: channels.guaranteeRecovery, in: quarter)
    claims[claim].rePassedOn = post(
      Double(claims[claim].reCompensated) * recovered, through: channels.reRecovery, in: quarter)
    let later = claims[claim].toRecover / Double(claims[claim].defaulted)
    claims[claim].toPassOn = Double(claims[claim].compensated) * later
    claims[claim].toRePassOn = Double(claims[claim].reCompensated) * later
    claims[claim].toRecover -= claims[claim].toPassOn + claims[claim].toRePassOn
    note(
      .compensated, now, company: claims[claim].company,
      amount: claims[claim].compensated + claims[claim].reCompensated, detail: Double(claims[claim].instrument))
  }
}
