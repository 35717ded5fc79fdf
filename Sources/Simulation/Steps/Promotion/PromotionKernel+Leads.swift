// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// How leads come: from units quarter by quarter, from events, from leaders that are followed.
extension PromotionKernel {
  mutating func bringLeads(in quarter: Int) {
    for unit in plan.units.indices {
      let base = plan.unitLeads[unit &* plan.quarters &+ quarter]
      guard base > 0 else { continue }
      let loading = plan.units[unit].factor
      let shift = loading == 0 ? 1 : Elementary.exp(loading * common - loading * loading / 2)
      bringLeads(of: unit, in: quarter, mean: base * shift * effort[unit])
    }
    for pulse in plan.pulses where pulse.quarter == quarter { bringLeads(of: pulse) }
  }

  /// Leads of a unit in a quarter. Levers that lower a rate thin its leads, levers that raise it bring further ones, so
  /// that leads which no lever touches stay the same.
  private mutating func bringLeads(of unit: Int, in quarter: Int, mean: Double) {
    let about = plan.units[unit]
    let source = about.entity.child(PromotionEntity.quarter, UInt64(quarter))
    let (from, to) = (max(Double(quarter) / 4, about.starts), min(Double(quarter + 1) / 4, about.ends))
    let draws = numbers.pair(source, .leadCount, 0)
    for number in 0..<PoissonCount.quantile(at: draws.first.value, mean: mean) {
      let entity = source.child(PromotionEntity.lead, UInt64(number))
      let row = makeLead(entity, unit: unit, from: from, to: to)
      if about.rateLevers != 0 { thin(row, by: rate(row, in: quarter)) }
    }
    guard about.rateLevers != 0 else { return }
    let most = plan.levers.factor(raising(about.rateLevers, in: quarter), in: quarter) - 1
    guard most > 0 else { return }
    for number in 0..<PoissonCount.quantile(at: draws.second.value, mean: mean * most) {
      let entity = source.child(PromotionEntity.extraLead, UInt64(number))
      let row = makeLead(entity, unit: unit, from: from, to: to)
      if rate(row, in: quarter) - 1 <= most * numbers.uniform(entity, .leadThinning, 0).value { freeRow(row) }
    }
  }

  /// Takes a lead back but for a share; a uniform lies below 1, so that nothing is drawn for a whole one.
  @inline(__always) private mutating func thin(_ row: Int, by share: Double) {
    if share < 1, share <= numbers.uniform(projects[row].entity, .leadThinning, 0).value { freeRow(row) }
  }

  /// The factor of levers on the rate of leads like this one.
  @inline(__always) private func rate(_ row: Int, in quarter: Int) -> Double {
    plan.levers.factor(projects[row].filters.levers & plan.levers.rate, in: quarter)
  }

  /// Those of some levers that raise what they act on.
  @inline(__always) private func raising(_ levers: UInt128, in quarter: Int) -> UInt128 {
    var rest = levers
    var raising: UInt128 = 0
    while rest != 0 {
      let lever = rest.trailingZeroBitCount
      rest &= rest &- 1
      if plan.levers.strengths[lever &* plan.quarters &+ quarter] > 0 { raising |= 1 << UInt128(lever) }
    }
    return raising
  }

  private mutating func bringLeads(of pulse: PulsePlan) {
    let count = PoissonCount.quantile(at: numbers.uniform(pulse.entity, .leadCount, 0).value, mean: pulse.mean)
    for number in 0..<count {
      let entity = pulse.entity.child(PromotionEntity.lead, UInt64(number))
      let unit = chosen(by: entity, from: pulse.unit, of: pulse.unitCount)
      let row = makeLead(entity, unit: unit, from: pulse.time, to: pulse.time)
      // At a fair a part stands behind further stages already: behind the last that it shows.
      let shows = numbers.pair(entity, .contest, 0).second.value
      let last = plan.stages[..<plan.signedStage].lastIndex { shows < $0.showsAtFair }
      projects[row].stage = Int16(truncatingIfNeeded: last.map { $0 + 1 } ?? 0)
    }
  }

  /// One of equal units, by a number of the lead's own.
  @inline(__always) func chosen(by entity: EntityAddress, from first: Int, of count: Int) -> Int {
    guard count > 1 else { return first }
    return first + Int(numbers.pair(entity, .leadThinning, 0).second.value * Double(count))
  }

  /// A lead that arrives evenly within a time, with what it has of its own.
  @inline(__always) mutating func makeLead(
    _ entity: EntityAddress, unit: Int, from: Double, to: Double, sector: Int = -1, isExpansion: Bool = false
  ) -> Int {
    let row = makeRow(entity)
    projects[row].isExpansion = isExpansion
    let about = plan.units[unit]
    let (first, second) = (numbers.pair(entity, .leadTraits, 0), numbers.pair(entity, .leadTraits, 1))
    let (third, fourth) = (numbers.pair(entity, .leadTraits, 2), numbers.pair(entity, .leadTraits, 3))
    projects[row].unit = Int16(truncatingIfNeeded: unit)
    projects[row].source = projects[row].unit
    projects[row].region = Int16(truncatingIfNeeded: about.home)
    let own = sector >= 0 ? sector : pick(first.second.value, about.sectors, plan.sectors.count)
    projects[row].sector = Int16(truncatingIfNeeded: own)
    let size = pick(second.first.value, about.sizes, plan.sizes.count)
    projects[row].investment = investment(plan.sizes[size], second.second)
    let origin = pick(third.first.value, about.origins, PromotionKernel.origins)
    projects[row].origin = UInt8(truncatingIfNeeded: origin)
    if plan.usesQuality { projects[row].quality = normal(third.second) }
    // A company that expands is there: nobody need find out whether it is serious.
    if !isExpansion, about.worthless > 0 || about.duplicates > 0 { drawWorth(row, fourth, about) }
    if about.flagCount > 0 { drawFlags(row, about) }
    sift(row)
    projects[row].arrived = from + (to - from) * first.first.value
    schedule(.arrival, row, at: projects[row].arrived)
    return row
  }

  /// What is worth nothing looks worse, so that a gate can tell.
  private mutating func drawWorth(
    _ row: Int, _ draws: (first: Uniform, second: Uniform), _ about: PromotionUnitPlan
  ) {
    projects[row].isWorthless = draws.first.value < about.worthless || draws.second.value < about.duplicates
    if draws.first.value < about.worthless { projects[row].quality -= 2 }
  }

  mutating func drawFlags(_ row: Int, _ about: PromotionUnitPlan) {
    for place in 0..<about.flagCount {
      let flag = plan.flags[about.firstFlag + place]
      let entity = projects[row].entity.child(PromotionEntity.flag, flag.entity.rawValue)
      let uniform = numbers.uniform(entity, .leadFlags, 0)
      if uniform.value < flag.share { projects[row].flags |= 1 << UInt32(flag.bit) }
    }
  }

  /// The place in a mix.
  @inline(__always) func pick(_ uniform: Double, _ first: Int, _ count: Int) -> Int {
    var place = 0
    while place < count - 1, plan.mixes[first &+ place] <= uniform { place += 1 }
    return place
  }

  /// Planned investment, yuan.
  @inline(__always) func investment(_ size: SizeClassPlan, _ uniform: Uniform) -> Double {
    if size.isPareto {
      return min(size.upTo, size.from * Elementary.pow(1 - uniform.value * size.within, -size.first))
    }
    let score = normal(Uniform(nearest: size.below + size.within * uniform.value))
    return min(size.upTo, max(size.from, Elementary.exp(size.first + size.second * score)))
  }

  /// Asks all filters again.
  @inline(__always) mutating func sift(_ row: Int) {
    let state = projects[row]
    let sector = Int(state.sector)
    projects[row].filters = plan.filters.bits(
      ProjectTraits(
        unit: Int(state.unit), source: Int(state.source), sector: sector, origin: Int(state.origin),
        region: Int(state.region),
        isExpansion: state.isExpansion, flags: state.flags | plan.sectors[sector].flags,
        investment: state.investment))
    let unit = plan.units[Int(state.source)]
    projects[row].unitAccount =
      projects[row].filters.passes(unit.definition) ? Int32(truncatingIfNeeded: unit.account) : -1
    projects[row].accounts = accounts(of: row)
  }

  /// Those in the chain of its region whose filter it passes.
  @inline(__always) private func accounts(of row: Int) -> UInt64 {
    let region = plan.regions[Int(projects[row].region)]
    let isWithin = Int(projects[row].origin) == PromotionKernel.within
    var accounts: UInt64 = 0
    for place in 0..<region.entryCount {
      let entry = plan.chains[region.firstEntry &+ place]
      let counts = projects[row].filters.passes(entry.filter) && !(entry.nets && isWithin)
      accounts |= (counts ? 1 : 0) &<< UInt64(place)
    }
    return accounts
  }

  /// A lead arrives: somebody takes it, and it enters its first stage.
  mutating func arrive(_ row: Int, at time: Double) {
    note(.arrived, row, at: time)
    post(.leads, row, at: time)
    // An expansion stays where the company is, with the unit that looks after it.
    if !projects[row].isExpansion {
      hand(row)
      lock(row, at: time)
    }
    keepPlace(row, at: time)
    guard plan.sectors[Int(projects[row].sector)].isOpen else {
      stages[Int(projects[row].stage)].entered += 1
      return lose(row, at: time, as: .rejected)
    }
    enter(row, at: time)
  }

  /// The first rule on transfers that fits sets the end of the first talk.
  private mutating func lock(_ row: Int, at time: Double) {
    for rule in plan.transfers.indices where projects[row].filters.passes(plan.transfers[rule].filter) {
      projects[row].transfer = Int16(truncatingIfNeeded: -2 - rule)
      return schedule(.lock, row, at: time + plan.transfers[rule].lock)
    }
  }

  /// The first route that fits hands the lead to the unit in charge; who brought it keeps the credit.
  private mutating func hand(_ row: Int) {
    for rule in plan.routes.indices where projects[row].filters.passes(plan.routes[rule].filter) {
      let draws = numbers.pair(projects[row].entity, .route, 0)
      if draws.first.value < plan.routes[rule].share {
        let chosen = plan.routes[rule].unit + Int(draws.second.value * Double(plan.routes[rule].unitCount))
        projects[row].unit = Int16(truncatingIfNeeded: chosen)
        projects[row].region = Int16(truncatingIfNeeded: plan.units[chosen].home)
        sift(row)
      }
      return
    }
  }

  /// The right of the first talk has ended: another unit begins the talks again.
  mutating func transfer(_ row: Int, at time: Double) {
    let number = Int(-2 - projects[row].transfer)
    guard number >= 0, number < plan.transfers.count else { return }
    let rule = plan.transfers[number]
    guard !projects[row].isSigned, Int(projects[row].stage) <= rule.before else { return }
    let draws = numbers.pair(projects[row].entity, .transfer, 0)
    guard draws.first.value < rule.chance else { return }
    let chosen = rule.unit + Int(draws.second.value * Double(rule.unitCount))
    guard chosen != Int(projects[row].unit) else { return }
    stages[Int(projects[row].stage)].transferred += 1
    // What it leaves is not yet the new unit's.
    drop(row, at: time)
    projects[row].credit(chosen)
    projects[row].transfer = Int16(truncatingIfNeeded: number)
    projects[row].unit = Int16(truncatingIfNeeded: chosen)
    projects[row].region = Int16(truncatingIfNeeded: plan.units[chosen].home)
    projects[row].again = projects[row].stage
    projects[row].stage = min(projects[row].stage, Int16(truncatingIfNeeded: plan.talkStage))
    sift(row)
    keepPlace(row, at: time)
    post(.transferred, row, at: time)
    note(.transferred, row, at: time)
    enter(row, at: time)
  }
}
