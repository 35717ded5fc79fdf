// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Rules on leads, pools, and support.
extension PromotionResolver {
  mutating func resolveRules() {
    for route in about.routes.map(\.value) {
      plan.routes.append(
        RoutePlan(
          filter: filter(route.leads), unit: units(route.unit).lowerBound,
          unitCount: units(route.unit).count, share: values(route.share)))
    }
    for rule in about.transfers.map(\.value) {
      let before = stage(reaching: rule.before)
      plan.transfers.append(
        TransferPlan(
          filter: filter(rule.leads), unit: units(rule.unit).lowerBound, unitCount: units(rule.unit).count,
          lock: values(rule.lock),
          before: before < 0 ? plan.stages.count : before, chance: values(rule.chance), benefit: values(rule.benefit),
          years: values(rule.years)))
    }
    for follower in about.followers {
      let rule = follower.value
      plan.followers.append(
        FollowerPlan(
          entity: EntityAddress.root.child(PromotionEntity.follower, follower.id), filter: filter(rule.leaders),
          after: stage(reaching: rule.after), mean: values(rule.mean), window: values(rule.window),
          unit: units(rule.unit).lowerBound, unitCount: units(rule.unit).count, sameSector: rule.sameSector))
    }
    resolveCredits()
    if let funding = about.funding {
      plan.funding = FundingPlan(
        stage: stageIndex.index(of: funding.stage), filter: filter(funding.projects), seeking: values(funding.seeking),
        stream: streams.index(of: funding.stream), round: values(funding.round), odds: values(funding.odds),
        duration: values(funding.duration), landing: values(funding.landing), within: values(funding.within),
        unit: units(funding.unit).lowerBound, unitCount: units(funding.unit).count)
    }
    resolveOffers()
  }

  private mutating func resolveCredits() {
    for credit in about.credits {
      let rule = credit.value
      plan.credits.append(
        CreditPlan(
          entity: EntityAddress.root.child(PromotionEntity.credit, credit.id), filter: filter(rule.projects),
          unit: units(rule.unit).lowerBound, unitCount: units(rule.unit).count, share: values(rule.share)))
    }
    for node in plan.regions.indices {
      let rules = plan.credits.indices.filter { rule in
        let home = plan.units[plan.credits[rule].unit].home
        return !about.credits[rule].value.atHome || (home..<home + plan.regions[home].size).contains(node)
      }
      plan.creditSpans.append(ListSpan(first: plan.creditLists.count, count: rules.count))
      plan.creditLists += rules
    }
  }

  /// Places of equal units.
  func units(_ id: String) -> Range<Int> {
    guard let units = unitRanges[id] else { preconditionFailure("the scenario names \(id), which it does not have") }
    return units
  }

  private mutating func resolveOffers() {
    precondition(about.offers.count <= 64, "the section has more than 64 offers")
    for offer in about.offers.map(\.value) {
      // Where the project lands is asked apart, so that an offer draws it before it has landed.
      plan.offers.append(
        OfferPlan(
          filter: filter(offer.projects.anywhere), from: offer.from.map(years) ?? -.infinity,
          until: offer.until.map(years) ?? .infinity, share: values(offer.share), attraction: 1,
          after: stage(reaching: offer.after), duration: values(offer.years), latePenalty: values(offer.latePenalty),
          startWithin: values(offer.startWithin)))
    }
    plan.offersIn = plan.regions.indices.map { node in
      mask(plan.offers.indices) { offer in
        [about.offers[offer].value.regions, about.offers[offer].value.projects.regions].allSatisfy { regions in
          regions.isEmpty || regions.contains { range(of: $0).contains(node) }
        }
      }
    }
    plan.offersAfter = plan.stages.indices.map { stage in mask(plan.offers.indices) { plan.offers[$0].after == stage } }
  }

  /// A bit for each of some numbers, set where it is meant.
  private func mask(_ numbers: Range<Int>, _ isMeant: (Int) -> Bool) -> UInt64 {
    numbers.reduce(0) { $0 | (isMeant($1) ? 1 << UInt64($1) : 0) }
  }

  mutating func resolvePools() {
    for pool in about.pools {
      let value = pool.value
      let resource = ResourceKind.allCases.firstIndex(of: value.resource) ?? 0
      var own = PoolPlan(
        entity: EntityAddress.root.child(PromotionEntity.pool, pool.id), resource: resource,
        region: regionIndex.index(of: value.region), opening: hundredths(values(value.opening)))
      own.perYear = values(value.perYear) * 100
      let isOfPeople = value.resource == .attention || value.resource == .negotiators
      own.recovery = isOfPeople ? 1 : values(value.recovery)
      own.recoveryDelay = isOfPeople ? 0 : values(value.recoveryDelay)
      own.queue = QueueRule.allCases.firstIndex(of: value.queue) ?? 0
      own.filter = filter(value.projects)
      own.price = Double(values(value.price)) / 100
      own.cost = Double(values(value.cost)) / 100
      own.occupied = hundredths(values(value.occupied))
      own.levers = plan.filters.regions[own.region].levers & plan.levers.capacity[resource] & plan.levers.ofPools
      append(value.additions, to: own)
      plan.pools.append(own)
    }
    for node in plan.regions.indices {
      for resource in ResourceKind.allCases.indices {
        plan.poolSpans.append(ListSpan(first: plan.poolLists.count, count: 0))
        var above = node
        while above >= 0 {
          plan.poolLists += plan.pools.indices.filter {
            plan.pools[$0].unit < 0 && plan.pools[$0].resource == resource && plan.pools[$0].region == above
          }
          above = plan.regions[above].parent
        }
        plan.poolSpans[plan.poolSpans.count - 1].count =
          plan.poolLists.count - plan.poolSpans[plan.poolSpans.count - 1].first
      }
    }
  }

  /// What is added once to the next pool. The date addresses whether it comes; of equal dates, their order.
  private mutating func append(_ additions: [PoolAddition], to pool: PoolPlan) {
    for (place, addition) in additions.enumerated() where years(of: addition.date) >= 0 {
      plan.additions.append(
        AdditionPlan(
          entity: pool.entity.child(PromotionEntity.addition, addition.date.description),
          number: additions[..<place].count { $0.date == addition.date }, pool: plan.pools.count,
          time: years(of: addition.date), amount: hundredths(values(addition.amount)),
          chance: values(addition.chance)))
    }
  }

  private func hundredths(_ amount: Double) -> Int64 { Int64((amount * 100).rounded(.toNearestOrEven)) }
}
