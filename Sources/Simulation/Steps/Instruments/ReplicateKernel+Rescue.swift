// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// The rescue of companies in distress: the one thing by which an instrument changes a fate. It is drawn by the company's own
/// address, so that no other fate moves.
extension ReplicateKernel {
  /// A company is about to fail, or to find no further round: the first instrument for it tries to revive it.
  mutating func tryRescue(_ front: Int) {
    let event = fronts[front].event
    guard event == StageEvent.failed || event == StageEvent.stalled, !fronts[front].isStalled, !fronts[front].isRescued
    else { return }
    let company = fronts[front].company
    for instrument in plan.instruments.indices {
      guard let rescue = plan.instruments[instrument].rescue,
        event == StageEvent.failed ? rescue.onFailure : rescue.onStall,
        plan.instruments[instrument].window.contains(fronts[front].quarter),
        covers(company, by: instrument, maker: fronts[front].maker)
      else { continue }
      let draw = numbers.uniform(fronts[front].entity, .revival, fronts[front].occurrence).value
      fronts[front].isRescued = true
      rescues.append(
        RescueState(
          instrument: instrument, company: company, quarter: fronts[front].quarter, isRevived: draw < rescue.revives))
      guard draw < rescue.revives else { return }
      fronts[front].event = StageEvent.revived
      fronts[front].factor = rescue.price
      return
    }
  }

  /// A new investor buys part of a company in distress: it stays in its stage, which begins anew.
  mutating func revive(_ position: Int, _ value: Double, in quarter: Int) {
    for attempt in rescues.indices where rescues[attempt].company == position && rescues[attempt].isRevived {
      let sold = plan.instruments[rescues[attempt].instrument].rescue?.sold ?? 0
      companies[position].close(roundAt: value, dilution: sold, next: -1, quarter: quarter)
      rescues[attempt].newMoney = companies[position].postMoney * sold
    }
    note(.revived, quarter, time: companies[position].stageTime, company: position, detail: value)
  }

  /// Whether a company fits the pool of an instrument; `maker` is the fund that it is made for where nobody has bought it
  /// yet, or −1.
  @inline(__always) func covers(_ position: Int, by instrument: Int, maker: Int = -1) -> Bool {
    let pool = plan.instruments[instrument].pool
    func isIn(_ list: [Bool], _ member: Int) -> Bool { list.isEmpty || (member >= 0 && list[member]) }
    guard isIn(pool.stages, companies[position].entryStage), isIn(pool.sectors, companies[position].sector),
      isIn(pool.streams, companies[position].stream), !pool.onlyLocal || companies[position].isLocal,
      !pool.onlyHardTech || companies[position].isHardTech
    else { return false }
    if pool.isByFund && !isBought(position, by: pool.funds, maker: maker) { return false }
    guard pool.share < 1 else { return true }
    let address = companies[position].entity.child(
      EntityKindCode.instrument, plan.instruments[instrument].entity.rawValue)
    return numbers.uniform(address, .poolAdmission, 0).value < pool.share
  }

  /// Whether one of some funds bought a company at its entry, or is to buy it: the fund that it is made for, or one that
  /// follows this.
  @inline(__always) private func isBought(_ position: Int, by funds: [Bool], maker: Int) -> Bool {
    if maker >= 0 {
      for fund in funds.indices where funds[fund] && (fund == maker || plan.funds[fund].lead == maker) { return true }
      return false
    }
    var holding = companies[position].firstHolding
    while holding >= 0 {
      if funds[holdings[holding].fund],
        holdings[holding].bought <= companies[position].entered
          || holdings[holding].isOpening
      {
        return true
      }
      holding = holdings[holding].next
    }
    return false
  }
}
