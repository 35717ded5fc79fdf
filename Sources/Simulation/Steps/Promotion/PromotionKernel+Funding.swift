// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// How projects meet funds.
extension PromotionKernel {
  /// A project that seeks equity is put on the list of the quarter.
  mutating func recommend(_ row: Int, _ about: FundingPlan) {
    guard !projects[row].isSupported, projects[row].filters.passes(about.filter) else { return }
    guard numbers.uniform(projects[row].entity, .funding, 0).value < about.seeking else { return }
    let state = projects[row]
    funding.offers.append(
      FundingOffer(
        row: row, birth: state.birth, entity: state.entity, sector: Int(state.sector), investment: state.investment))
  }

  /// A fund supports a project, if that still lives.
  mutating func support(_ place: Int, in quarter: Int) {
    funding.offers[place].isFunded = true
    let row = funding.offers[place].row
    guard projects[row].birth == funding.offers[place].birth, projects[row].status != .free else { return }
    projects[row].isSupported = true
    record(PipelineQuantity.supported.rawValue, row, in: quarter, 1)
  }

  /// A company that a fund bought brings a project with its own probability.
  mutating func bring(_ purchase: FundingPurchase, _ about: FundingPlan, at time: Double) {
    funding.purchases.append(purchase)
    guard numbers.pair(purchase.entity, .funding, 0).second.value < about.landing else { return }
    let row = makeLead(
      purchase.entity.child(PromotionEntity.landing, 0), unit: about.unit + purchase.company % about.unitCount,
      from: time, to: time + about.within)
    projects[row].company = Int32(truncatingIfNeeded: purchase.company)
  }
}
