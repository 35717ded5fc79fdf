// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// How a project goes from stage to stage.
extension PromotionKernel {
  /// A project enters its stage: it comes before the gate, then seeks what the stage needs.
  mutating func enter(_ row: Int, at time: Double) {
    let stage = Int(projects[row].stage)
    stages[stage].entered += 1
    projects[row].need = 0
    projects[row].status = .active
    projects[row].token &+= 1
    guard plan.stages[stage].hasGate, projects[row].investment >= plan.stages[stage].gateFrom else {
      return seek(row, at: time)
    }
    let every = plan.stages[stage].gateEvery
    guard every > 0 else { return decide(row, at: time) }
    projects[row].status = .beforeGate
    let meeting = (time / every).rounded(.up) * every
    // Rounding may put the meeting a hair before the arrival.
    scheduleStage(.gate, row, at: max(time, meeting))
  }

  /// The gate decides by a score that tells part of the quality.
  mutating func decide(_ row: Int, at time: Double) {
    let stage = plan.stages[Int(projects[row].stage)]
    projects[row].status = .active
    spend(stage.gateCost, region: Int(projects[row].region), in: quarter(at: time))
    let noise = normal(drawInStage(row, .gateAndPatience).first)
    let score = stage.gateSignal * projects[row].quality + stage.gateNoise * noise
    guard score >= stage.gateThreshold else { return lose(row, at: time, as: .rejected) }
    seek(row, at: time)
  }

  /// Takes what the stage needs, one thing after the other, in the order in which the stage names them; waits where
  /// something is short. The order is the same for all, so that no two projects wait for each other.
  mutating func seek(_ row: Int, at time: Double) {
    let stage = plan.stages[Int(projects[row].stage)]
    if projects[row].need == 0 { projects[row].began = time }
    while Int(projects[row].need) < stage.needCount {
      let need = plan.needs[stage.firstNeed &+ Int(projects[row].need)]
      let pool = pool(for: row, resource: need.resource)
      if pool >= 0, projects[row].held[need.resource] < 0 {
        if !projects[row].isSigned, PromotionKernel.rooms.contains(need.resource) { drawRoom(row) }
        let amount = amount(row, resource: need.resource)
        if amount > 0 {
          guard pools[pool].root < 0, pools[pool].available >= amount else { return queue(row, pool, amount, at: time) }
          take(amount, from: pool, row, resource: need.resource, at: time)
        }
      }
      projects[row].need += 1
    }
    begin(row, at: time)
  }

  /// The stage begins: whether it is passed and how long it takes are drawn, by the project's own numbers.
  mutating func begin(_ row: Int, at time: Double) {
    let state = projects[row]
    let number = Int(state.stage)
    let draws = drawInStage(row, .stageOddsAndTime)
    let levers = served(row, number, in: quarter(at: time))
    projects[row].passes = passes(row, number, draws.first, levers, at: time)
    let duration = duration(row, number, draws.second, levers, in: quarter(at: time))
    projects[row].began = time
    projects[row].duration = duration
    if number == plan.buildingStage { startBuilding(row, at: time) }
    if let funding = plan.funding, funding.stage == number { recommend(row, funding) }
    note(.began, row, at: time)
    finishLater(row, after: duration, from: time)
  }

  /// What the stage in which a project is holds for it: addressed by the stage, so that another one moves no number of this,
  /// and by whether a transfer has sent it back to it, or to one before.
  @inline(__always) func drawInStage(_ row: Int, _ variable: Variable) -> (first: Uniform, second: Uniform) {
    let number = projects[row].stage
    let entity = projects[row].entity.child(PromotionEntity.stage, plan.stages[Int(number)].entity.rawValue)
    return numbers.pair(entity, variable, number <= projects[row].again ? 1 : 0)
  }

  @inline(__always) func mayStall(_ stage: Int) -> Bool { plan.stall != nil && plan.stages[stage].canStall }

  /// Schedules the end of the stage, or the halt that comes before.
  mutating func finishLater(_ row: Int, after duration: Double, from time: Double) {
    if mayStall(Int(projects[row].stage)), let stall = plan.stall {
      let halt = timeToHalt(row, stall, within: duration)
      if halt < duration { return scheduleStage(.stall, row, at: time + halt) }
    }
    scheduleStage(.stageEnd, row, at: time + duration)
  }

  /// After which time it comes to a halt, or infinity where that lies beyond the duration.
  @inline(__always) private func timeToHalt(_ row: Int, _ stall: StallPlan, within duration: Double) -> Double {
    let uniform = drawInStage(row, .stall).first
    let loading = stall.quality * projects[row].quality
    let most = stall.hazard * PromotionKernel.mostOfExponential(loading)
    // Most do not, which is seen without the exponential.
    guard PromotionKernel.mayEnd(uniform, hazard: most, within: duration) else { return .infinity }
    return wait(uniform, hazard: stall.hazard * (stall.quality == 0 ? 1 : Elementary.exp(loading)))
  }

  /// The levers that serve a project in a stage: those that touch it and have no slots, or have one for it.
  @inline(__always) mutating func served(_ row: Int, _ stage: Int, in quarter: Int) -> UInt128 {
    let touching =
      projects[row].filters.levers & (plan.levers.odds[stage] | plan.levers.durations[stage])
    guard touching & plan.levers.withSlots != 0 else { return touching }
    return takeSlots(row, touching, in: quarter)
  }

  /// A lever that does nothing in the quarter, such as one that has not started, keeps its slots for later.
  private mutating func takeSlots(_ row: Int, _ touching: UInt128, in quarter: Int) -> UInt128 {
    var rest = touching & plan.levers.withSlots
    var served = touching & ~plan.levers.withSlots
    while rest != 0 {
      let lever = rest.trailingZeroBitCount
      rest &= rest &- 1
      let bit: UInt128 = 1 << UInt128(lever)
      if slots[lever] > 0, plan.levers.strengths[lever &* plan.quarters &+ quarter] != 0 {
        slots[lever] -= 1
        projects[row].slots |= bit
        projects[row].hasSlots = true
        served |= bit
      }
    }
    return served
  }

  mutating func freeSlots(_ row: Int) {
    guard projects[row].hasSlots else { return }
    var rest = projects[row].slots
    projects[row].slots = 0
    projects[row].hasSlots = false
    while rest != 0 {
      slots[rest.trailingZeroBitCount] += 1
      rest &= rest &- 1
    }
  }

  /// Whether a stage is passed: `u < 1/(1 + e^−x)` with the log-odds `x` shifted by what the stage loads on.
  @inline(__always) func passes(
    _ row: Int, _ number: Int, _ uniform: Uniform, _ levers: UInt128, at time: Double
  ) -> Bool {
    // Who stands behind the talks on arrival is found out in the next stage.
    if projects[row].isWorthless && number >= plan.talkStage { return false }
    let stage = plan.stages[number]
    let ofOdds = levers & plan.levers.odds[number]
    let isMoved = stage.isShifted || ofOdds != 0 || projects[row].isSupported
    guard isMoved, stage.odds > 0, stage.odds < 1 else { return uniform.value < stage.odds }
    var shift = 0.0
    if ofOdds != 0 {
      let sum = plan.levers.combined(ofOdds, in: quarter(at: time))
      shift = min(plan.levers.mostOdds, max(-plan.levers.mostOdds, sum))
    }
    if stage.isShifted { shift += loaded(row, stage, at: time) }
    if projects[row].isSupported, let funding = plan.funding { shift += funding.odds }
    return uniform.value < 1 / (1 + Elementary.exp(-stage.logOdds - shift))
  }

  @inline(__always) private func loaded(_ row: Int, _ stage: ProjectStagePlan, at time: Double) -> Double {
    let state = projects[row]
    var shift = stage.quality * state.quality + stage.factor * factors[Int(state.sector)]
    shift += stage.credibility * (credibility[Int(state.region)] - 1)
    shift += stage.skill * plan.units[Int(state.unit)].skill
    if stage.support != 0 { shift += stage.support * supportOffered(row, at: time) }
    if stage.size != 0 { shift += stage.size * Elementary.log(state.investment / 1e8) }
    return shift
  }

  /// The duration of a stage in years.
  @inline(__always) private func duration(
    _ row: Int, _ number: Int, _ uniform: Uniform, _ levers: UInt128, in quarter: Int
  ) -> Double {
    let stage = plan.stages[number]
    guard stage.mean > 0 else { return 0 }
    return stage.mean * scale(row, number, levers, in: quarter) * tables.gammas[stage.law].quantile(uniform)
  }

  /// What size, pace and levers make of a duration.
  @inline(__always) func scale(_ row: Int, _ number: Int, _ levers: UInt128, in quarter: Int) -> Double {
    let stage = plan.stages[number]
    var scale = 1.0
    let ofDuration = levers & plan.levers.durations[number]
    if ofDuration != 0 {
      let cut = plan.levers.combined(ofDuration, in: quarter)
      scale = 1 - min(plan.levers.mostDuration, max(-plan.levers.mostDuration, cut))
    }
    if projects[row].isSupported, let funding = plan.funding { scale *= 1 - funding.duration }
    if stage.sizeElasticity != 0 {
      scale *= Elementary.pow(projects[row].investment / 1e8, stage.sizeElasticity)
    }
    if stage.followsSigning, projects[row].pace >= 0 {
      let pace = plan.paces[Int(projects[row].pace)]
      scale *= stage.followsStart ? pace.building : pace.preparation
    }
    return scale
  }

  /// The stage ends.
  mutating func endStage(_ row: Int, at time: Double) {
    projects[row].token &+= 1
    freeSlots(row)
    releaseStage(row, at: time)
    let number = Int(projects[row].stage)
    guard projects[row].passes else { return lose(row, at: time, as: nil) }
    if plan.stages[number].choosesPlace, !choosePlace(row, at: time) { return lose(row, at: time, as: .rivalled) }
    pass(row, at: time)
  }

  /// A stage is passed: it counts, money and promises follow, and the next one begins.
  private mutating func pass(_ row: Int, at time: Double) {
    let number = Int(projects[row].stage)
    stages[number].passed += 1
    note(.passed, row, at: time)
    if number > Int(projects[row].furthest) {
      count(row, number, at: time)
    } else if plan.stages[number].milestone >= 0 {
      countAnew(plan.stages[number].milestone, row, at: time)
    }
    guard number + 1 < plan.stages.count else { return finish(row, at: time) }
    if projects[row].pace >= 0, plan.paces[Int(projects[row].pace)].last <= number { return rest(row, at: time) }
    projects[row].stage += 1
    enter(row, at: time)
  }

  /// What the first passing of a stage brings.
  private mutating func count(_ row: Int, _ number: Int, at time: Double) {
    projects[row].furthest = Int16(truncatingIfNeeded: number)
    projects[row].counted = projects[row].region
    if plan.stages[number].milestone >= 0 { reach(plan.stages[number].milestone, row, at: time) }
    if projects[row].offers & plan.offersAfter[number] != 0 { promiseFallsDue(row, after: number, at: time) }
    for rule in plan.followers.indices where plan.followers[rule].after == number { follow(row, rule, at: time) }
  }

  /// A unit that took over a lead has come to a milestone with it that counted before: it counts for this unit, and in
  /// regions that the lead did not lie in then.
  private mutating func countAnew(_ milestone: Int, _ row: Int, at time: Double) {
    let place = recordStart(of: 0, in: quarter(at: time)) &+ PipelineQuantity.negotiated.rawValue &+ milestone
    let state = projects[row]
    var rest = state.accounts
    while rest != 0 {
      let entry = plan.chains[plan.regions[Int(state.region)].firstEntry &+ rest.trailingZeroBitCount]
      rest &= rest &- 1
      guard !contains(entry.region, Int(state.counted)) else { continue }
      records[place &+ entry.account &* PromotionKernel.width] += 1
    }
    let unit = plan.units[Int(state.unit)]
    guard state.unit != state.source, state.filters.passes(unit.definition) else { return }
    records[place &+ unit.account &* PromotionKernel.width] += 1
  }

  private mutating func reach(_ milestone: Int, _ row: Int, at time: Double) {
    let quantity = PipelineQuantity.negotiated.rawValue + milestone
    if milestone == PromotionKernel.signed { sign(row, at: time) }
    record(quantity, row, in: quarter(at: time), 1)
    if milestone == PromotionKernel.registered { register(row, at: time) }
    if milestone == PromotionKernel.started { projects[row].started = time }
    if milestone == PromotionKernel.producing { startOperation(row, at: time) }
  }

  // Places of milestones among all.
  static let signed = 2
  static let registered = 3
  static let started = 5
  static let producing = 7

  /// The chain lies behind a project: only what it runs can still happen to it.
  private mutating func finish(_ row: Int, at time: Double) {
    payRest(row, at: time)
    projects[row].status = .done
    projects[row].token &+= 1
    settle(row)
  }

  /// A project that will never go further stands still from now on; it is ended when the rule on that says so.
  private mutating func rest(_ row: Int, at time: Double) {
    note(.ended, row, at: time)
    projects[row].token &+= 1
    let stage = Int(projects[row].stage)
    if !projects[row].operates { post(.standing, row, at: time) }
    guard !projects[row].operates, let stall = plan.stall, stall.stopAfter < .infinity else {
      stages[stage].ended += 1
      projects[row].status = .done
      return settle(row)
    }
    projects[row].status = .resting
    scheduleStage(.stop, row, at: time + stall.stopAfter)
  }

  /// A lead or project comes to nothing. A company that produces goes on, whatever stage it fails.
  mutating func lose(_ row: Int, at time: Double, as reason: PipelineQuantity?) {
    let state = projects[row]
    if state.status == .resting { stages[Int(state.stage)].ended += 1 } else { stages[Int(state.stage)].lost += 1 }
    drop(row, at: time)
    if state.operates {
      projects[row].status = .done
      return settle(row)
    }
    post(.lost, row, at: time)
    if let reason { post(reason, row, at: time) }
    note(reason.map(ProjectJournal.Happening.init) ?? .lost, row, at: time)
    releaseLife(row, at: time)
    endPromises(row, at: time)
    freeRow(row)
  }

  /// Takes a project out of whatever it does in its stage.
  mutating func drop(_ row: Int, at time: Double) {
    let pool = projects[row].status == .queued ? Int(projects[row].held[PromotionKernel.queued]) : -1
    if pool >= 0 { leaveQueue(row, at: time) }
    freeSlots(row)
    releaseStage(row, at: time)
    projects[row].status = .active
    projects[row].token &+= 1
    // Whoever stood behind it may fit where it did not.
    if pool >= 0 { serve(pool, at: time) }
  }

  /// A project has waited too long.
  mutating func leave(_ row: Int, at time: Double) {
    lose(row, at: time, as: .withdrawn)
  }
}

extension ProjectJournal.Happening {
  init(_ reason: PipelineQuantity) {
    switch reason {
    case .rejected: self = .rejected
    case .rivalled: self = .rivalled
    case .withdrawn: self = .withdrawn
    case .stopped: self = .stopped
    default: self = .lost
    }
  }
}
