// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// What projects need, who has it, and who waits for it.
extension PromotionKernel {
  // Places of resources among all kinds, and how many there are: numbers, since what is looked up at the first use costs
  // a call at every further one.
  static let negotiators = 0
  static let attention = 1
  static let land = 2
  static let landQuota = 3
  static let factory = 4
  static let energy = 5
  static let resources = 7
  /// Those of which a project takes land or factory.
  static let rooms = land...factory

  mutating func openPools() {
    for pool in pools.indices {
      pools[pool] = PoolState(available: plan.pools[pool].opening, total: plan.pools[pool].opening)
    }
    for addition in plan.additions.indices {
      let about = plan.additions[addition]
      events.add(.poolAddition, addition, token: 0, order: UInt64(addition), at: about.time)
    }
  }

  /// Adds what is added every year, a quarter of it, and moves negotiators as levers say.
  mutating func fillPools(in quarter: Int) {
    for pool in pools.indices {
      let about = plan.pools[pool]
      let factor = plan.levers.factor(about.levers, in: quarter)
      if about.unit >= 0 {
        let wanted = Int64((Double(about.opening) * factor / 100).rounded(.toNearestOrEven)) * 100
        let change = wanted - pools[pool].total
        guard change != 0 else { continue }
        pools[pool].total = wanted
        pools[pool].available += change
        serve(pool, at: Double(quarter) / 4)
      } else if about.perYear > 0 {
        pools[pool].added += about.perYear / 4 * factor
        let whole = pools[pool].added.rounded(.down)
        pools[pool].added -= whole
        add(Int64(whole), to: pool, at: Double(quarter) / 4)
      }
    }
  }

  /// Something that was to come once comes, or does not.
  mutating func add(addition: Int, at time: Double) {
    let about = plan.additions[addition]
    let uniform = numbers.uniform(about.entity, .poolAddition, about.number)
    if uniform.value < about.chance { add(about.amount, to: about.pool, at: time) }
  }

  private mutating func add(_ amount: Int64, to pool: Int, at time: Double) {
    pools[pool].total += amount
    pools[pool].available += amount
    spend(
      Int64((Double(amount) * plan.pools[pool].cost).rounded(.toNearestOrEven)), region: plan.pools[pool].region,
      in: quarter(at: time))
    serve(pool, at: time)
  }

  /// The nearest pool that a project may take a resource from; −1 where nothing limits it.
  @inline(__always) func pool(for row: Int, resource: Int) -> Int {
    if resource == PromotionKernel.negotiators, plan.units[Int(projects[row].unit)].negotiators >= 0 {
      return plan.units[Int(projects[row].unit)].negotiators
    }
    let span = plan.poolSpans[Int(projects[row].region) &* PromotionKernel.resources &+ resource]
    for place in span.first..<span.first + span.count {
      let pool = plan.poolLists[place]
      if projects[row].filters.passes(plan.pools[pool].filter) { return pool }
    }
    return -1
  }

  /// What a project needs of a resource, hundredths of its unit, rounded up.
  @inline(__always) func amount(_ row: Int, resource: Int) -> Int64 {
    if resource == PromotionKernel.negotiators || resource == PromotionKernel.attention { return 100 }
    let sector = plan.sectors[Int(projects[row].sector)]
    let perYuan: Double
    switch resource {
    case PromotionKernel.land, PromotionKernel.landQuota: perYuan = projects[row].isFactory ? 0 : sector.land
    case PromotionKernel.factory: perYuan = projects[row].isFactory ? sector.factory : 0
    case PromotionKernel.energy: perYuan = sector.energy
    default: perYuan = sector.emissions
    }
    return Int64((projects[row].investment * perYuan).rounded(.up))
  }

  /// Takes from a pool and pays for it.
  mutating func take(_ amount: Int64, from pool: Int, _ row: Int, resource: Int, at time: Double) {
    pools[pool].available -= amount
    projects[row].hold(resource, of: pool)
    guard resource > PromotionKernel.attention else { return }
    let quarter = quarter(at: time)
    if resource == PromotionKernel.land { record(PipelineQuantity.landUsed.rawValue, row, in: quarter, amount) }
    let price = plan.pools[pool].price
    guard price > 0 else { return }
    let fen = Int64((Double(amount) * price).rounded(.toNearestOrEven))
    record(PipelineQuantity.landRevenue.rawValue, row, in: quarter, fen)
    landPaid[Int(projects[row].region) &* plan.quarters &+ quarter] += fen
    // What is paid for land is part of the investment, never more than what is left of it.
    place(max(0, min(fen, realised(row) - projects[row].inPlace)), row, at: time)
  }

  /// What was held for a stage comes back at once.
  mutating func releaseStage(_ row: Int, at time: Double) {
    let stage = plan.stages[Int(projects[row].stage)]
    guard stage.needCount > 0 else { return }
    for place in stage.firstNeed..<stage.firstNeed + stage.needCount where !plan.needs[place].isKept {
      giveBack(row, resource: plan.needs[place].resource, part: 1, at: time)
    }
  }

  /// What was held for life comes back as far as the pools recover it.
  mutating func releaseLife(_ row: Int, at time: Double) {
    guard projects[row].heldCount > 0 else { return }
    for resource in 0..<PromotionKernel.resources {
      let pool = Int(projects[row].held[resource])
      if pool >= 0 { giveBack(row, resource: resource, part: plan.pools[pool].recovery, at: time) }
    }
  }

  private mutating func giveBack(_ row: Int, resource: Int, part: Double, at time: Double) {
    let pool = Int(projects[row].held[resource])
    guard pool >= 0 else { return }
    projects[row].letGo(resource)
    let amount = Int64((Double(amount(row, resource: resource)) * part).rounded(.down))
    let delay = resource > PromotionKernel.attention ? plan.pools[pool].recoveryDelay : 0
    guard delay > 0 else { return takeBack(amount, pool, at: time) }
    let place: Int
    if freeReturn >= 0 {
      place = freeReturn
      freeReturn = returns[place].next
      returns[place] = PoolReturn(pool: pool, amount: amount, next: -1)
    } else {
      place = returns.count
      returns.append(PoolReturn(pool: pool, amount: amount, next: -1))
    }
    // What a project gives back at once comes in the order of the resources.
    let token = UInt32(truncatingIfNeeded: resource)
    events.add(.poolReturn, place, token: token, order: order(of: row), at: time + delay)
  }

  /// What a project gave up is free again.
  mutating func takeBack(_ place: Int, at time: Double) {
    let back = returns[place]
    returns[place].next = freeReturn
    freeReturn = place
    takeBack(back.amount, back.pool, at: time)
  }

  private mutating func takeBack(_ amount: Int64, _ pool: Int, at time: Double) {
    pools[pool].available += amount
    serve(pool, at: time)
  }

  /// Serves the queue of a pool, strictly in its order: nobody overtakes who is first and does not fit.
  mutating func serve(_ pool: Int, at time: Double) {
    while pools[pool].root >= 0 {
      let row = Int(pools[pool].root)
      let stage = plan.stages[Int(projects[row].stage)]
      let resource = plan.needs[stage.firstNeed + Int(projects[row].need)].resource
      let amount = amount(row, resource: resource)
      guard pools[pool].available >= amount else { return }
      leaveQueue(row, at: time)
      projects[row].status = .active
      projects[row].token &+= 1
      take(amount, from: pool, row, resource: resource, at: time)
      projects[row].need += 1
      seek(row, at: time)
    }
  }

  /// A project waits for a pool.
  mutating func queue(_ row: Int, _ pool: Int, _ amount: Int64, at time: Double) {
    let state = projects[row]
    projects[row].status = .queued
    projects[row].turn = turn
    turn += 1
    switch plan.pools[pool].queue {
    case 1: projects[row].key = -state.investment
    case 2: projects[row].key = -state.investment / Double(amount)
    case 3: projects[row].key = Double(amount)
    default: projects[row].key = 0
    }
    pools[pool].root = meld(pools[pool].root, Int32(truncatingIfNeeded: row))
    projects[row].hold(PromotionKernel.queued, of: pool)
    post(.waiting, row, at: time)
    note(.waiting, row, at: time)
    let patience = plan.stages[Int(state.stage)].patience
    if patience >= 0 {
      let draws = drawInStage(row, .gateAndPatience)
      // The clock runs on from one thing that is short to the next.
      scheduleStage(.patience, row, at: max(time, state.began + wait(draws.second, hazard: 1) * patience))
    }
    // Whoever comes first by its rule may fit where the last first did not.
    if pools[pool].root == Int32(truncatingIfNeeded: row) { serve(pool, at: time) }
  }

  /// The place among what a project holds that names the pool it waits for; there are seven resources.
  static let queued = 7

  /// Takes a project out of the queue that it waits in.
  mutating func leaveQueue(_ row: Int, at time: Double) {
    let pool = Int(projects[row].held[PromotionKernel.queued])
    projects[row].letGo(PromotionKernel.queued)
    post(.waiting, row, at: time, -1)
    remove(Int32(truncatingIfNeeded: row), from: pool)
  }
}
