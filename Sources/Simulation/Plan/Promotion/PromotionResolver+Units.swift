// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// What budgets leave of units, events and levers in each quarter, by id.
struct BudgetShares {
  var units: [String: [Double]] = [:]
  var pulses: [String: [Double]] = [:]
  var levers: [String: [Double]] = [:]
}

/// Units, events, levers, and the budget that they live on.
extension PromotionResolver {
  /// A line that does not cover in a calendar year what it is for shrinks all of that alike.
  func budgetShares() -> BudgetShares {
    var shares = BudgetShares()
    for line in about.budgets.map(\.value) {
      var costs = [Double](repeating: 0, count: time.quarters)
      for unit in about.units where line.units.contains(unit.id) {
        for quarter in costs.indices {
          costs[quarter] += unitCost(unit.value, quarter) * Double(values(unit.value.count))
        }
      }
      for pulse in about.pulses where line.pulses.contains(pulse.id) {
        for date in dates(of: pulse.value) where date.quarter < time.quarters {
          costs[date.quarter] += Double(values(pulse.value.cost))
        }
      }
      for lever in about.levers where line.levers.contains(lever.id) {
        for quarter in costs.indices { costs[quarter] += leverCost(lever.value, quarter) }
      }
      let left = left(of: Double(values(line.amount)), after: costs)
      func least(_ known: [Double]?) -> [Double] { known.map { zip($0, left).map { min($0, $1) } } ?? left }
      for id in line.units { shares.units[id] = least(shares.units[id]) }
      for id in line.pulses { shares.pulses[id] = least(shares.pulses[id]) }
      for id in line.levers { shares.levers[id] = least(shares.levers[id]) }
    }
    return shares
  }

  private func left(of amount: Double, after costs: [Double]) -> [Double] {
    func year(_ quarter: Int) -> Int { (quarter + plan.firstOfYear) / 4 }
    return costs.indices.map { quarter in
      let ofYear = costs.indices.filter { year($0) == year(quarter) }
      let planned = ofYear.reduce(0) { $0 + costs[$1] }
      return planned > 0 ? min(1, amount * Double(ofYear.count) / 4 / planned) : 1
    }
  }

  private func unitCost(_ unit: PromotionUnit, _ quarter: Int) -> Double {
    let active = activePart(
      from: unit.starts.map(years) ?? -.infinity, to: unit.ends.map(years) ?? .infinity, quarter: quarter)
    return Double(values(unit.cost)) / 4 * active * inflation[quarter]
  }

  private func leverCost(_ lever: Lever, _ quarter: Int) -> Double {
    Double(values(lever.cost)) / 4 * level(lever, quarter) * inflation[quarter]
  }

  /// The level of a lever in a quarter: that of its middle on the ramp, for the part of the quarter in which it works.
  private func level(_ lever: Lever, _ quarter: Int) -> Double {
    let start = lever.starts.map(years) ?? -.infinity
    let active = activePart(from: start, to: lever.ends.map(years) ?? .infinity, quarter: quarter)
    let ramp = values(lever.ramp)
    let passed = (Double(quarter) + 0.5) / 4 - start
    return values(lever.level) * active * (ramp > 0 ? min(1, max(0, passed / ramp)) : 1)
  }

  mutating func resolveLevers(_ shares: BudgetShares) {
    let order = about.levers.sorted { ($0.value.group, $0.id) < ($1.value.group, $1.id) }
    precondition(order.count <= 128, "the section has more than 128 levers")
    let groups = Array(Set(order.map(\.value.group))).sorted()
    plan.levers.quarters = time.quarters
    plan.levers.mostOdds = values(about.bounds.odds)
    plan.levers.mostDuration = values(about.bounds.duration)
    plan.levers.odds = Array(repeating: 0, count: plan.stages.count)
    plan.levers.durations = plan.levers.odds
    plan.leverCosts = Array(repeating: 0, count: time.quarters)
    for (place, lever) in order.enumerated() {
      plan.levers.groups.append(groups.firstIndex(of: lever.value.group) ?? 0)
      plan.levers.slots.append(lever.value.slots.map { values($0) } ?? -1)
      let left = shares.levers[lever.id]
      for quarter in 0..<time.quarters {
        let part = left?[quarter] ?? 1
        plan.levers.strengths.append(strength(lever.value, level: level(lever.value, quarter) * part))
        plan.leverCosts[quarter] += Money.nearestFen(leverCost(lever.value, quarter) * part)
      }
      register(lever.value, place)
    }
    plan.levers.limitHazards()
  }

  /// The effect of a level less that of the level at calibration.
  private func strength(_ lever: Lever, level: Double) -> Double {
    let base = values(lever.levelAtCalibration)
    guard let saturation = lever.saturation.map({ values($0) }) else { return values(lever.effect) * (level - base) }
    func reached(_ level: Double) -> Double { -Elementary.expm1(-level / saturation) }
    return values(lever.effect) * (reached(level) - reached(base)) / reached(1)
  }

  private mutating func register(_ lever: Lever, _ place: Int) {
    let bit: UInt128 = 1 << UInt128(place)
    add(lever.projects, at: FilterTable.Place(isLever: true, bit: place), units: lever.units, regions: lever.regions)
    let stages = lever.stages.isEmpty ? Array(plan.stages.indices) : lever.stages.map { stageIndex.index(of: $0) }
    switch lever.acts {
    case .rate: plan.levers.rate |= bit
    case .odds: for stage in stages { plan.levers.odds[stage] |= bit }
    case .duration: for stage in stages { plan.levers.durations[stage] |= bit }
    case .capacity: registerCapacity(lever, bit)
    case .cost: plan.levers.cost |= bit
    case .expansion: plan.levers.expansion |= bit
    case .closure: plan.levers.closure |= bit
    }
    if lever.slots != nil, lever.acts == .odds || lever.acts == .duration { plan.levers.withSlots |= bit }
  }

  /// A lever that names units touches their capacity alone, since a pool belongs to none.
  private mutating func registerCapacity(_ lever: Lever, _ bit: UInt128) {
    for (place, resource) in ResourceKind.allCases.enumerated()
    where lever.resources.isEmpty || lever.resources.contains(resource) {
      plan.levers.capacity[place] |= bit
    }
    if lever.units.isEmpty { plan.levers.ofPools |= bit }
  }

  mutating func resolveUnits(_ shares: BudgetShares) {
    for unit in about.units {
      let definition = filter(unit.value.definition)
      for number in 0..<max(1, values(unit.value.count)) {
        resolve(unit, number: number, definition: definition, budget: shares.units[unit.id])
      }
    }
  }

  private mutating func resolve(
    _ unit: Identified<PromotionUnit>, number: Int, definition: Int, budget: [Double]?
  ) {
    let value = unit.value
    var own = PromotionUnitPlan()
    own.entity = EntityAddress.root.child(PromotionEntity.unit, unit.id).child(PromotionEntity.member, UInt64(number))
    own.home = regionIndex.index(of: value.home)
    own.definition = definition
    own.sectors = mix(value.sectors, sectorIndex)
    own.sizes = mix(value.sizes, sizeIndex)
    own.origins = mix(
      LeadOrigin.allCases.map { origin in
        value.origins.filter { $0.origin == origin }.reduce(0) { $0 + values($1.share) }
      })
    own.firstFlag = plan.flags.count
    own.flagCount = value.flags.count
    for flag in value.flags {
      plan.flags.append(
        FlagPlan(
          entity: EntityAddress.root.child(PromotionEntity.flag, flag.id), bit: flagBits.index(of: flag.id),
          share: values(flag.share)))
    }
    own.factor = values(value.factor)
    own.worthless = values(value.worthless)
    own.duplicates = values(value.duplicates)
    own.skill = values(value.skill)
    own.starts = max(0, value.starts.map(years) ?? 0)
    own.ends = value.ends.map(years) ?? .infinity
    if let commission = value.commission { set(commission, of: &own) }
    own.firstQuota = plan.quotas.count
    own.quotaCount = value.quotas.count
    for quota in value.quotas {
      let milestone = ProjectMilestone.allCases.firstIndex(of: quota.milestone) ?? 0
      plan.quotas.append(
        QuotaPlan(quantity: PipelineQuantity.negotiated.rawValue + milestone, perYear: values(quota.perYear)))
    }
    if let capacity = value.capacity { addNegotiators(of: plan.units.count, count: values(capacity), to: &own) }
    own.rateLevers =
      plan.filters.units[plan.units.count].levers & plan.filters.regions[own.home].levers & plan.levers.rate
    plan.units.append(own)
    for quarter in 0..<time.quarters {
      let active = activePart(from: own.starts, to: own.ends, quarter: quarter)
      let left = budget?[quarter] ?? 1
      let season = value.season.count == 4 ? values(value.season[(quarter + plan.firstOfYear) % 4]) : 1
      let trend = Elementary.pow(1 + values(value.trend), Double(quarter) / 4)
      plan.unitLeads.append(values(value.leads) / 4 * active * left * season * trend)
      plan.unitCosts.append(Money.nearestFen(unitCost(value, quarter) * left))
    }
  }

  private func set(_ commission: Commission, of unit: inout PromotionUnitPlan) {
    unit.commissionRate = values(commission.rate)
    unit.commissionMost = values(commission.most)
    unit.commissionFrom = Double(values(commission.threshold)) / 100
    unit.commissionWindow = values(commission.window)
  }

  private mutating func addNegotiators(of unit: Int, count: Int, to own: inout PromotionUnitPlan) {
    own.negotiators = plan.pools.count
    var pool = PoolPlan(
      entity: own.entity, resource: ResourceKind.allCases.firstIndex(of: .negotiators) ?? 0, region: own.home,
      opening: Int64(count) * 100)
    pool.unit = unit
    pool.levers =
      plan.filters.units[unit].levers & plan.filters.regions[own.home].levers & plan.levers.capacity[pool.resource]
    plan.pools.append(pool)
  }

  mutating func resolvePulses(_ shares: BudgetShares) {
    for pulse in about.pulses {
      let entity = EntityAddress.root.child(PromotionEntity.pulse, pulse.id)
      let units = unitRanges[pulse.value.unit] ?? 0..<1
      for date in dates(of: pulse.value) where date.quarter < time.quarters && date.time >= 0 {
        let left = shares.pulses[pulse.id]?[date.quarter] ?? 1
        let growth = Elementary.pow(1 + values(pulse.value.growth), date.time)
        plan.pulses.append(
          PulsePlan(
            entity: entity.child(PromotionEntity.member, UInt64(date.number)), unit: units.lowerBound,
            unitCount: units.count, time: date.time,
            quarter: date.quarter, mean: values(pulse.value.leads) * growth * left,
            cost: Money.nearestFen(Double(values(pulse.value.cost)) * left)))
      }
    }
    plan.pulses.sort { $0.time < $1.time }
  }

  /// When an event takes place, within the grid.
  func dates(of pulse: LeadPulse) -> [(number: Int, time: Double, quarter: Int)] {
    let first = years(of: pulse.date)
    let step = pulse.every.map { values($0) } ?? 0
    let most = pulse.count.map { values($0) } ?? (step > 0 ? .max : 1)
    var dates: [(number: Int, time: Double, quarter: Int)] = []
    var number = 0
    while number < most {
      // A step of whole quarters keeps its day of the quarter, whatever rounding does.
      let date = first + Double(number) * step
      guard date < Double(time.quarters) / 4, step > 0 || number == 0 else { break }
      if date >= 0 { dates.append((number, date, Int((date * 4).rounded(.down)))) }
      number += 1
    }
    return dates
  }
}
