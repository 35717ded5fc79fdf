// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

extension ReplicateKernel {
  /// Buys what a fund's programme plans for a quarter: named companies, then tickets from its streams.
  mutating func invest(_ fund: Int, in quarter: Int) {
    guard !plan.funds[fund].isPacing, quarter < funds[fund].end else { return }
    for named in plan.fundTables[fund].named where plan.companies[named.company].quarter == quarter {
      buyNamed(named.company, ticket: named.ticket, fund: fund, in: quarter)
    }
    let age = quarter - plan.funds[fund].start
    if plan.funds[fund].lead >= 0 && age < plan.funds[fund].programme.quarters { followLead(fund, in: quarter) }
    guard age < plan.funds[fund].programme.quarters, plan.funds[fund].programme.hasStreams else { return }
    let planned = ticketsDue(fund, plan.fundTables[fund].ticketsThrough[age]) - funds[fund].tickets
    if plan.funds[fund].programme.hasUnlimited {
      buyUnlimited(planned, fund: fund, in: quarter)
    } else {
      buyBest(planned, fund: fund, in: quarter)
    }
  }

  @inline(__always) private func position(ofNamed named: Int) -> Int? {
    for candidate in namedCompanies.indices {
      let position = namedCompanies[candidate]
      if companies[position].entity == plan.companies[named].entity { return position }
    }
    return nil
  }

  private mutating func buyNamed(_ named: Int, ticket: Int64, fund: Int, in quarter: Int) {
    guard let position = position(ofNamed: named)
    else { return }
    guard ticket <= liquidity(fund) else { return skip(.liquidity, fund, quarter) }
    finance(position, ticket: ticket, fund: fund, in: quarter)
  }

  /// As many companies as tickets, each made for its ticket: no choice and no scarcity.
  private mutating func buyUnlimited(_ planned: Int, fund: Int, in quarter: Int) {
    let made = funds[fund].firstMade + plan.fundTables[fund].firstPlanned(quarter - plan.funds[fund].start)
    let count = plan.fundTables[fund].plannedTickets(quarter - plan.funds[fund].start)
    for number in 0..<max(0, planned) {
      let position = number < count ? made + number : make(number, fund: fund, in: quarter)
      counts.candidates += 1
      let isAllowed = plan.fundTables[fund].sectorAllowed[companies[position].sector]
      let ticket = isAllowed ? ticket(for: position, fund: fund) : 0
      if let rule = bindingRule(position, ticket: ticket, fund: fund) {
        companies[position].isDone = true
        skip(rule, fund, quarter)
      } else {
        funds[fund].tickets += 1
        purchase(position, ticket: ticket, fund: fund, in: quarter)
        if number < count { live(position, unwatchedUntil: unwatchedUntil(fund)) } else { live(position) }
      }
    }
  }

  /// Companies for all tickets that unlimited streams are planned to serve, with their lives: drawn together at the
  /// start of a replicate, since no decision of a fund changes them. One that is not bought is never heard of.
  mutating func makePlanned() {
    for fund in plan.funds.indices where plan.funds[fund].programme.hasUnlimited {
      let start = plan.funds[fund].start
      funds[fund].firstMade = companies.count - plan.fundTables[fund].plannedBefore(start)
      let ages = plan.fundTables[fund].ticketsThrough.count
      for age in max(0, -start)..<max(0, -start, min(ages, plan.quarters - start)) {
        for number in 0..<plan.fundTables[fund].plannedTickets(age) {
          beginLife(make(number, fund: fund, in: start + age), maker: fund)
        }
      }
    }
    drawLives()
  }

  mutating func make(_ number: Int, fund: Int, in quarter: Int) -> Int {
    let (entity, stream) = planned(number, fund: fund, in: quarter)
    let kind = numbers.pair(entity, .stageAndSector, 0)
    return addCandidate(entity, kind, stream: stream, quarter: quarter, number: number)
  }

  /// The address and the stream of the company that is made for a ticket: streams take turns.
  @inline(__always) private func planned(
    _ number: Int, fund: Int, in quarter: Int
  ) -> (entity: EntityAddress, stream: Int) {
    let count = plan.fundTables[fund].streams.count
    let choice = count == 1 ? 0 : number % count
    let entity = StreamPlan.madeFor(plan.fundTables[fund].streamEntities[choice], quarter: quarter, number: number)
    return (entity, plan.fundTables[fund].streams[choice])
  }

  /// Ranks the quarter's candidates by what the manager sees and buys the best that every rule allows.
  private mutating func buyBest(_ planned: Int, fund: Int, in quarter: Int) {
    var left = planned
    while left > 0 {
      var best = -1
      var bestSignal = -Double.infinity
      var rule = Journal.Rule.noCandidate
      for candidate in candidates.indices {
        let position = candidates[candidate]
        guard !companies[position].isFunded, isOffered(position, fund: fund) else { continue }
        if let binding = bindingRule(position, ticket: ticket(for: position, fund: fund), fund: fund) {
          rule = binding
          continue
        }
        let signal = signal(position, fund: fund) + stagePreference(position, fund: fund)
        if signal > bestSignal {
          best = position
          bestSignal = signal
        }
      }
      guard best >= 0 else { return skip(rule, fund, quarter) }
      funds[fund].tickets += 1
      left -= 1
      finance(best, ticket: ticket(for: best, fund: fund), fund: fund, in: quarter)
    }
  }

  /// What a manager of some skill sees: `skill · Q + sqrt(1 − skill²) · noise`, the noise its own for each company.
  @inline(__always) private func signal(_ position: Int, fund: Int) -> Double {
    let about = plan.funds[fund]
    guard about.skillNoise > 0 else { return companies[position].quality }
    let entity = companies[position].entity.child(EntityKindCode.fund, about.entity.rawValue)
    let noise = normal(numbers.uniform(entity, .signal, 0))
    return about.skill * companies[position].quality + about.skillNoise * noise
  }

  /// A stage that lags behind its planned share of the first tickets comes first: a bonus that outranks every signal.
  @inline(__always) private func stagePreference(_ position: Int, fund: Int) -> Double {
    guard !plan.fundTables[fund].planned.isEmpty else { return 0 }
    let stage = companies[position].entryStage
    let row = fund * Plan.stageKinds
    var all = 0
    for kind in 0..<Plan.stageKinds { all += stageTickets[row + kind] }
    let behind = plan.fundTables[fund].planned[stage] * Double(all + 1) - Double(stageTickets[row + stage])
    return 1000 * behind
  }

  @inline(__always) private func isOffered(_ position: Int, fund: Int) -> Bool {
    plan.fundTables[fund].sectorAllowed[companies[position].sector] && ticket(for: position, fund: fund) > 0
  }

  /// The ticket for a company's stage, never more than its round; 0 outside the mandate.
  @inline(__always) func ticket(for position: Int, fund: Int) -> Int64 {
    min(plan.fundTables[fund].tickets[companies[position].entryStage], Int64(companies[position].roundSize * 100))
  }

  /// The first rule that forbids a purchase, or nothing.
  @inline(__always) mutating func bindingRule(_ position: Int, ticket: Int64, fund: Int) -> Journal.Rule? {
    if ticket <= 0 { return .noCandidate }
    if ticket > funds[fund].size.companyLimit { return .concentration }
    let recycling = recycling(for: ticket, fund: fund)
    if recycling > recyclable(fund) { return .budget }
    if ticket > liquidity(fund) + (plan.funds[fund].isNet ? 0 : recycling) { return .liquidity }
    guard plan.funds[fund].programme.hasMandate else { return nil }
    return missesMandate(position, ticket: ticket, fund: fund) ? .mandateShare : nil
  }

  /// What of a ticket exceeds the budget that commitments and proceeds recycled so far leave.
  @inline(__always) private func recycling(for ticket: Int64, fund: Int) -> Int64 {
    let spent = funds[fund].invested - funds[fund].followedOn - funds[fund].recycled
    return max(0, spent + ticket - funds[fund].size.investable)
  }

  /// Proceeds of the quarter that may still buy companies.
  @inline(__always) private func recyclable(_ fund: Int) -> Int64 {
    let limit = funds[fund].size.recyclable
    return limit > 0 ? max(0, min(limit - funds[fund].recycled, funds[fund].proceeds)) : 0
  }

  /// Keeps proceeds for a purchase that goes beyond the budget.
  /// - Returns: How much: it was never contributed.
  @inline(__always) private mutating func recycle(for ticket: Int64, fund: Int) -> Int64 {
    let kept = min(recycling(for: ticket, fund: fund), recyclable(fund))
    funds[fund].recycled += kept
    funds[fund].proceeds -= kept
    funds[fund].cash += kept
    return kept
  }

  /// Whether a least share of the mandate would be missed after a purchase that does not count towards it.
  @inline(__always) private func missesMandate(_ position: Int, ticket: Int64, fund: Int) -> Bool {
    let after = Double(funds[fund].ticketCost + ticket)
    func misses(_ minimum: Double, _ cost: Int64, _ counts: Bool) -> Bool {
      !counts && Double(cost) < minimum * after
    }
    return misses(
      plan.funds[fund].programme.earlyMinimum, funds[fund].earlyCost, companies[position].isEarlyAtEntry)
      || misses(plan.funds[fund].programme.smallMinimum, funds[fund].smallCost, isSmall(position, fund: fund))
      || misses(
        plan.funds[fund].programme.hardTechMinimum, funds[fund].hardTechCost, companies[position].isHardTech)
      || misses(plan.funds[fund].programme.localMinimum, funds[fund].localCost, companies[position].isLocal)
  }

  @inline(__always) private func isSmall(_ position: Int, fund: Int) -> Bool {
    companies[position].postMoney <= plan.funds[fund].programme.smallLimit
  }

  /// Buys a ticket; the company lives on from then, if it did not before.
  mutating func finance(_ position: Int, ticket: Int64, fund: Int, in quarter: Int) {
    let isFirst = !companies[position].isFunded
    purchase(position, ticket: ticket, fund: fund, in: quarter)
    if isFirst { live(position) }
  }

  @inline(__always) private mutating func purchase(_ position: Int, ticket: Int64, fund: Int, in quarter: Int) {
    let isFirst = !companies[position].isFunded
    companies[position].isFunded = true
    if isFirst {
      counts.funded += 1
      countFinanced(position)
    }
    let time = companies[position].stageTime
    let kept = plan.funds[fund].programme.recyclable > 0 ? recycle(for: ticket, fund: fund) : 0
    buy(position, fund: fund, cost: ticket, time: time, price: companies[position].value)
    if kept > 0, plan.funds[fund].isAmerican { deals[holdings[holdings.count - 1].deal].needs -= kept }
    ledger.transfer(ticket, through: plan.funds[fund].channels.investment, in: quarter)
    stageTickets[fund * Plan.stageKinds + companies[position].entryStage] += 1
    funds[fund].count(companies[position], cost: ticket, smallLimit: plan.funds[fund].programme.smallLimit)
    note(.investment, quarter, time: time, fund: fund, company: position, amount: ticket)
    if plan.funds[fund].isLead { leadPurchases.append(LeadPurchase(lead: fund, company: position, ticket: ticket)) }
  }

  mutating func skip(_ rule: Journal.Rule, _ fund: Int, _ quarter: Int) {
    if rule == .liquidity { lackMoney(fund) }
    note(.skipped, quarter, fund: fund, detail: Double(rule.rawValue))
  }
}
