// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// What happens at the ends of quarters: supply, promises, reports, pressure, costs.
extension PromotionKernel {
  mutating func openRegions() {
    for node in plan.regions.indices {
      let region = plan.regions[node]
      credibility[node] = region.credibility
      budgets[node] = 0
      guard region.leaf >= 0 else { continue }
      arrears[region.leaf] = LeafMoney(all: region.arrears)
      record(.arrears, region: node, in: 0, region.arrears)
    }
    spreadCredibility()
  }

  /// Above the leaves the index is the mean of theirs.
  private mutating func spreadCredibility() {
    for node in plan.regions.indices where plan.regions[node].leaf < 0 {
      let region = plan.regions[node]
      var sum = 0.0
      for leaf in region.firstLeaf..<region.firstLeaf + region.leafCount { sum += credibility[plan.leaves[leaf]] }
      credibility[node] = sum / Double(max(1, region.leafCount))
    }
  }

  mutating func beginQuarter(_ quarter: Int) {
    weighPlaces(in: quarter)
    fillPools(in: quarter)
    for pulse in plan.pulses where pulse.quarter == quarter { spend(pulse.cost, unit: pulse.unit, in: quarter) }
    for unit in plan.units.indices {
      let cost = plan.unitCosts[unit &* plan.quarters &+ quarter]
      if cost > 0 { spend(cost, unit: unit, in: quarter) }
    }
    spend(plan.leverCosts[quarter], region: 0, in: quarter)
  }

  mutating func endQuarter(_ quarter: Int) {
    keepPromises(in: quarter)
    if let pressure = plan.pressure { press(pressure, in: quarter) }
    if let reporting = plan.reporting { report(reporting, in: quarter) }
    for node in plan.regions.indices { credibilityBy[node &* plan.quarters &+ quarter] = credibility[node] }
    for pool in pools.indices {
      poolLeft[pool &* plan.quarters &+ quarter] = pools[pool].available
      poolTotal[pool &* plan.quarters &+ quarter] = pools[pool].total
    }
  }

  /// Pays what is due as far as the terms and the budgets of the regions that pay allow; what is left becomes arrears,
  /// and the part that was paid moves the index of promises kept.
  private mutating func keepPromises(in quarter: Int) {
    for node in plan.regions.indices where plan.regions[node].budget >= 0 { budgets[node] += plan.regions[node].budget }
    for payer in -1..<plan.regions.count where payer < 0 || plan.regions[payer].budget >= 0 {
      var wanted = 0.0
      for leaf in plan.leaves.indices where plan.regions[plan.leaves[leaf]].payer == payer {
        wanted += Double((arrears[leaf] + due[leaf &* plan.quarters &+ quarter]).all)
      }
      guard wanted > 0 else { continue }
      let covered = payer < 0 ? 1 : min(1, Double(budgets[payer]) / wanted)
      for leaf in plan.leaves.indices where plan.regions[plan.leaves[leaf]].payer == payer {
        pay(leaf, payer: payer, part: min(covered, plan.commitments?.kept ?? 1), in: quarter)
      }
    }
    spreadCredibility()
  }

  private mutating func pay(_ leaf: Int, payer: Int, part: Double, in quarter: Int) {
    let node = plan.leaves[leaf]
    let cell = leaf &* plan.quarters &+ quarter
    let wanted = arrears[leaf] + due[cell]
    guard wanted.all > 0 else { return }
    let paid = wanted.scaled(by: part, .down)
    self.paid[cell] = paid
    if payer >= 0 { budgets[payer] -= paid.all }
    record(.supportPaid, region: node, in: quarter, paid.all, relocated: paid.relocated)
    let change = wanted - paid - arrears[leaf]
    record(.arrears, region: node, in: quarter, change.all, relocated: change.relocated)
    arrears[leaf] = wanted - paid
    guard let commitments = plan.commitments else { return }
    credibility[node] += commitments.memory * (Double(paid.all) / Double(wanted.all) - credibility[node])
  }

  /// How far each unit is behind its quotas of the calendar year, and what it does about it in the next quarter.
  private mutating func press(_ pressure: (effort: Double, inflation: Double), in quarter: Int) {
    let ofYear = (quarter + plan.firstOfYear) % 4
    let first = max(0, quarter - ofYear)
    for unit in plan.units.indices where plan.units[unit].quotaCount > 0 {
      let about = plan.units[unit]
      // A unit owes its quotas for the time in which it works.
      let worked = max(0, min(Double(quarter + 1) / 4, about.ends) - max(Double(first) / 4, about.starts))
      var gap = 0.0
      for place in about.firstQuota..<about.firstQuota + about.quotaCount {
        var reached: Int64 = 0
        for past in first...quarter {
          reached += records[recordStart(of: about.account, in: past) &+ plan.quotas[place].quantity]
        }
        let wanted = plan.quotas[place].perYear * worked
        if wanted > 0 { gap = max(gap, 1 - Double(reached) / wanted) }
      }
      gaps[unit] = max(0, gap)
      effort[unit] = 1 + pressure.effort * gaps[unit]
    }
  }

  /// What regions report of money in place: more than is true, the more the further their units are behind, or those of
  /// regions above; an audit takes part of the excess away.
  private mutating func report(_ reporting: ReportingPlan, in quarter: Int) {
    for leaf in plan.leaves.indices {
      let node = plan.leaves[leaf]
      var gap = 0.0
      for unit in plan.units.indices where contains(plan.units[unit].home, node) { gap = max(gap, gaps[unit]) }
      var excess = reporting.inflation - 1 + (plan.pressure?.inflation ?? 0) * gap
      let uniform = numbers.uniform(plan.regions[node].entity, .audit, quarter)
      if uniform.value < reporting.audit { excess *= 1 - reporting.correction }
      let told = placed[leaf &* plan.quarters &+ quarter].scaled(by: 1 + excess, .toNearestOrEven)
      record(.reported, region: node, in: quarter, told.all, relocated: told.relocated)
    }
  }
}
