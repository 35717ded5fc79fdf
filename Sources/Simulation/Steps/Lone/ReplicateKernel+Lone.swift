// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// A fund that depends on nothing but its own companies, of which nobody asks anything, is run by columns.
///
/// It does the same as quarter by quarter, to the last bit, without what such a fund has not: `Plan.standsAlone` says what
/// that is. Where a ticket is refused it gives up, and the replicate is run quarter by quarter, as where a story is told.
extension ReplicateKernel {
  /// Runs the only fund to its end, if it may be run alone; whether it did.
  mutating func runAlone() -> Bool {
    guard !plan.lone.isEmpty, journal == nil else { return false }
    stepEconomy(plan.lone.economyQuarters)
    openPortfolios()
    lone.clear(tickets: plan.lone.quarters.count)
    makeLoneCompanies()
    ranAlone = costsAreAllowed() && liveAndSettle()
    guard !ranAlone else { return true }
    clear()
    return false
  }

  /// Whether the fund may buy each company for what its ticket costs.
  @inline(__always) private func costsAreAllowed() -> Bool {
    let limit = plan.funds[0].full.companyLimit
    for company in lone.companies.indices {
      let cost = lone.companies[company].cost
      if cost <= 0 || cost > limit { return false }
    }
    return true
  }

  /// Sums that no real number holds to the fen are left to the quarters, which add them in their order.
  private mutating func liveAndSettle() -> Bool {
    liveAlone()
    let most: Int64 = 1 << 53
    return settleAlone() && !isUncountable && funds[0].invested < most && lone.received + lone.soldAtEnd < most
  }

  /// A company for each ticket.
  private mutating func makeLoneCompanies() {
    lone.make(plan.lone, numbers)
    let hasPreference = plan.laws[plan.lone.law].preference > 0
    if plan.streams[plan.lone.stream].hasTraits || hasPreference {
      for number in lone.companies.indices {
        let stage = plan.lone.stage(at: lone.draws.first[number])
        let size = drawTraits(number, plan.lone.entries[stage])
        if hasPreference { value(number, size) }
      }
    }
    for number in lone.companies.indices { lone.purchases[plan.lone.quarters[number]] += lone.companies[number].cost }
  }

  /// What companies of a stage and sector differ in, as far as it changes what they bring; the size of the round.
  private mutating func drawTraits(_ number: Int, _ entry: LonePlan.Entry) -> Double {
    let law = plan.laws[plan.lone.law]
    let entity = lone.companies[number].entity
    let hardTechShare = plan.streams[plan.lone.stream].hardTechShare
    if hardTechShare > 0 && numbers.uniform(entity, .hardTech, 0).value < hardTechShare {
      lone.companies[number].row += Int32(truncatingIfNeeded: law.stageCount)
    }
    if law.quality > 0 {
      let quality = normal(numbers.uniform(entity, .qualityAndDeadweight, 0))
      lone.companies[number].quality = law.quality * quality
    }
    guard entry.sigma > 0 else { return entry.round }
    let size = entry.round * Elementary.exp(entry.sigma * normal(numbers.uniform(entity, .roundSizeAndPlace, 0)))
    lone.companies[number].cost = min(entry.ticket, Int64(size * 100))
    return size
  }

  /// What a company is valued at by the round at its entry.
  private mutating func value(_ number: Int, _ size: Double) {
    let sold = plan.stages[Int(lone.companies[number].row)].entryDilution
    lone.valuations.append(LoneValuation(postMoney: sold > 0 ? size / sold : size, raised: size))
  }

  /// Follows all companies to the end of the fund, stage by stage.
  private mutating func liveAlone() {
    let world = LoneWorld(
      numbers: numbers, law: plan.laws[plan.lone.law], quarters: plan.quarters, horizon: plan.horizon,
      end: plan.funds[0].end, channels: plan.funds[0].channels)
    // Held, not read anew each time, which would count references.
    let (rows, gammas, factors) = (plan.stages, plan.tables.gammas, plan.eventFactors)
    var behind = 0
    while lone.living.count > 0 {
      lone.drawStays(world, behind: behind)
      lone.dateEvents(world, rows, gammas)
      lone.chooseEvents(world, rows, factors: sectorFactors)
      if plan.economy.window != nil { awaitWindow(world) }
      lone.drawOutcomes(world, behind: behind)
      lone.weighEvents(world, factors, markets: markets)
      settleEvents(world)
      behind += 1
    }
  }
}
