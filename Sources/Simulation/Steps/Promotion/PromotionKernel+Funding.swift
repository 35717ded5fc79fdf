// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// How projects meet funds.
extension PromotionKernel {
  /// A project that seeks equity is put on the list of the quarter, once: talks that begin again offer it to nobody anew.
  mutating func recommend(_ row: Int, _ about: FundingPlan) {
    guard !projects[row].wasOffered, projects[row].filters.passes(about.filter) else { return }
    guard numbers.uniform(projects[row].entity, .funding, 0).value < about.seeking else { return }
    // Its row is kept until the funds have decided.
    projects[row].pending += 1
    projects[row].wasOffered = true
    let state = projects[row]
    funding.offers.append(
      FundingOffer(
        row: row, birth: state.birth, entity: state.entity, sector: Int(state.sector), investment: state.investment))
  }

  /// The funds have decided on a project; if it still lives, they may support it.
  mutating func decide(_ place: Int, isFunded: Bool, in quarter: Int) {
    funding.offers[place].isFunded = isFunded
    let row = funding.offers[place].row
    guard projects[row].birth == funding.offers[place].birth, projects[row].status != .free else { return }
    projects[row].pending -= 1
    if isFunded { support(row, in: quarter) }
    settle(row)
  }

  /// What a project has in place, or is to have by what is being built, counts as supported from now on.
  private mutating func support(_ row: Int, in quarter: Int) {
    if !countsAsSupported(row) { supportPlaced(row, in: quarter) }
    projects[row].isSupported = true
    record(PipelineQuantity.supported.rawValue, row, in: quarter, 1)
  }

  /// Whether its money in place is that of a project which a fund supported, or which a fund's company brought.
  @inline(__always) func countsAsSupported(_ row: Int) -> Bool {
    projects[row].isSupported || projects[row].company >= 0
  }

  /// A company that a fund bought brings a project with its own probability.
  mutating func bring(_ purchase: FundingPurchase, _ about: FundingPlan, at time: Double) {
    funding.purchases.append(purchase)
    guard numbers.pair(purchase.entity, .funding, 0).second.value < about.landing else { return }
    let entity = purchase.entity.child(PromotionEntity.landing, 0)
    let unit = chosen(by: entity, from: about.unit, of: about.unitCount)
    let row = makeLead(entity, unit: unit, from: time, to: time + about.within)
    projects[row].company = Int32(truncatingIfNeeded: purchase.company)
  }
}
