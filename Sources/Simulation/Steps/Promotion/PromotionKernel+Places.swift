// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// How a lead chooses the place where it lands.
extension PromotionKernel {
  /// The weight of every place for every sector in a quarter: `exp(fit − w (cost − 1) + w credibility)`.
  mutating func weighPlaces(in quarter: Int) {
    guard let place = plan.place else { return }
    for sector in plan.sectors.indices {
      for leaf in plan.leaves.indices {
        let node = plan.leaves[leaf]
        let levers =
          plan.levers.cost & plan.filters.regions[node].levers & plan.filters.sectors[sector].levers
        let cut = levers == 0 ? 0 : plan.levers.combined(levers, in: quarter)
        let cost = plan.costIndices[leaf] * (1 - cut)
        let cell = sector &* plan.leaves.count &+ leaf
        weights[cell] = Elementary.exp(
          plan.fits[cell] - place.cost * (cost - 1) + place.credibility * credibility[node])
      }
    }
  }

  /// What stands behind the choice when it comes to a unit, from a fair or from another unit, has turned the rivals down
  /// and takes a place in the unit's home.
  mutating func keepPlace(_ row: Int, at time: Double) {
    if Int(projects[row].stage) > plan.choosingStage { _ = choosePlace(row, amongRivals: false, at: time) }
  }

  /// Chooses the place; whether it is one of ours, as it is where rivals do not compete.
  mutating func choosePlace(_ row: Int, amongRivals: Bool = true, at time: Double) -> Bool {
    let state = projects[row]
    if state.isExpansion { return land(row, plan.regions[Int(state.region)].firstLeaf) }
    let draws = numbers.pair(state.entity, .place, 0)
    var leaves =
      plan.regions[Int(state.region)].firstLeaf..<plan.regions[Int(state.region)].firstLeaf
      + plan.regions[Int(state.region)].leafCount
    var rivals = 0.0
    if let place = plan.place {
      if place.contested > 0, numbers.uniform(state.entity, .contest, 0).value < place.contested {
        leaves = plan.leaves.indices
      }
      if amongRivals, draws.second.value < place.rivalled { rivals = plan.rivalWeights[Int(state.sector)] }
    }
    let active = activeOffers(row, at: time)
    var total = rivals
    for leaf in leaves { total += weight(row, leaf, active) }
    var rest = draws.first.value * total
    for leaf in leaves {
      rest -= weight(row, leaf, active)
      if rest < 0 { return land(row, leaf) }
    }
    return rivals == 0 ? land(row, leaves.upperBound - 1) : false
  }

  private mutating func land(_ row: Int, _ leaf: Int) -> Bool {
    projects[row].region = Int16(truncatingIfNeeded: plan.leaves[leaf])
    sift(row)
    return true
  }

  /// Offers that may be made at a time and that concern the project wherever it lands.
  @inline(__always) private func activeOffers(_ row: Int, at time: Double) -> UInt64 {
    guard plan.place != nil else { return 0 }
    var active: UInt64 = 0
    for offer in plan.offers.indices {
      let about = plan.offers[offer]
      if time >= about.from, time < about.until, projects[row].filters.passes(about.filter) {
        active |= 1 << UInt64(offer)
      }
    }
    return active
  }

  @inline(__always) private func weight(_ row: Int, _ leaf: Int, _ offers: UInt64) -> Double {
    var weight = weights[Int(projects[row].sector) &* plan.leaves.count &+ leaf]
    var rest = offers & plan.offersIn[plan.leaves[leaf]]
    while rest != 0 {
      let offer = rest.trailingZeroBitCount
      rest &= rest &- 1
      weight *= plan.offers[offer].attraction
    }
    return weight
  }
}
