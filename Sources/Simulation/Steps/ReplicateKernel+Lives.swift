// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel

/// What becomes of a company depends on the economy and on its own numbers, not on who holds it. So its life is drawn
/// to the end at once, and many lives side by side: stage by stage over all of them, in straight loops whose iterations
/// do not wait for each other. Short ones: the processor looks ahead by a limited number of instructions, and works on as
/// many iterations at a time as fit into them.
extension ReplicateKernel {
  /// Puts a company on the list of those whose lives are to be drawn.
  ///
  /// - Parameters:
  ///   - position: The company.
  ///   - age: Time already spent in the stage; the rest is drawn given that it lasted so long.
  ///   - maker: The fund for whose ticket it is made before anybody buys it, or −1.
  mutating func beginLife(_ position: Int, age: Double = 0, maker: Int = -1) {
    companies[position].isDrawn = true
    let law = companies[position].law
    guard plan.laws[law].isStaged else { return drawHolding(position, age: age) }
    fronts.append(
      LifeFront(
        company: position, entity: companies[position].entity, law: law, row: companies[position].row,
        sector: companies[position].sector, occurrence: companies[position].occurrence,
        quality: plan.laws[law].quality * companies[position].quality, age: age,
        stageTime: companies[position].stageTime, stageQuarter: companies[position].stageQuarter,
        value: companies[position].value, maker: maker))
  }

  /// Draws the lives on the list.
  mutating func drawLives() {
    for front in fronts.indices { livingFronts.append(front) }
    while livingFronts.count > 0 {
      drawStays()
      dateEvents()
      chooseEvents()
      weighEvents()
      drawRecoveries()
      passEvents()
    }
    fronts.removeAll()
  }

  private mutating func drawStays() {
    scratch.draws.addresses.removeAll()
    for number in livingFronts.indices {
      scratch.draws.addresses.append(address(livingFronts[number], .sojournAndEvent))
    }
    scratch.draws.draw(numbers)
    for number in livingFronts.indices {
      fronts[livingFronts[number]].first = scratch.draws.first[number]
      fronts[livingFronts[number]].second = scratch.draws.second[number]
    }
  }

  /// Where a number of a life stands.
  @inline(__always) private func address(_ front: Int, _ variable: Variable) -> RandomAddress {
    RandomAddress(fronts[front].entity, variable, fronts[front].occurrence)
  }

  /// `τ ~ Gamma(shape, mean)`; the event is at `u + τ`.
  private mutating func dateEvents() {
    for number in livingFronts.indices {
      let front = livingFronts[number]
      let time = fronts[front].stageTime + stay(front, row: fronts[front].row)
      fronts[front].time = time
      fronts[front].quarter = min(Int(min(time, plan.horizon) * 4), plan.quarters - 1)
    }
  }

  /// The event at `u + τ` is read off `X = sqrt(ρ) G_s(u+τ) + sqrt(κ) Q + sqrt(1−ρ−κ) ε` through ordered thresholds.
  private mutating func chooseEvents() {
    for number in livingFronts.indices {
      let front = livingFronts[number]
      let law = fronts[front].law
      let common = plan.laws[law].factor * factor(fronts[front].sector, fronts[front].quarter)
      let latent = common + fronts[front].quality + plan.laws[law].noise * normal(fronts[front].second)
      fronts[front].event = fronts[front].time < plan.horizon ? plan.stages[fronts[front].row].event(latent) : -1
    }
  }

  @inline(__always) private func stay(_ front: Int, row: Int) -> Double {
    let table = plan.stages[row].sojournTable
    let scale = plan.stages[row].sojournScale
    let age = fronts[front].age
    guard age > 0 else { return plan.tables.gammas[table].quantile(fronts[front].first) * scale }
    return remaining(fronts[front].first, table: table, scale: scale, age: age)
  }

  /// The lognormal factors of those events that have one.
  private mutating func weighEvents() {
    pick(
      1 << StageEvent.transferred | 1 << StageEvent.acquired | 1 << StageEvent.graduates | 1 << StageEvent.listed)
    drawForPicked(.stepUpAndExit, firstAfter: StageEvent.graduates)
    scratch.eventFactors.ensure(picked.count)
    for number in picked.indices { scratch.eventFactors[number] = logFactor(picked[number]) }
    scratch.eventFactors.exponentiate(picked.indices)
    for number in picked.indices { fronts[picked[number]].factor = scratch.eventFactors[number] }
  }

  @inline(__always) private func logFactor(_ front: Int) -> Double {
    let own = plan.eventFactors[fronts[front].row * StageRow.eventCount + fronts[front].event]
    return own.mu + own.sigma * normal(fronts[front].second)
  }

  /// The numbers that decide what a failure leaves, or whether a founder pays.
  private mutating func drawRecoveries() {
    pick(1 << StageEvent.failed | 1 << StageEvent.boughtBack)
    drawForPicked(.recovery, firstAfter: StageEvent.failed)
  }

  /// Picks out the lives whose stage ends by an event of a set, without a branch that chance would mislead. The set has a
  /// bit for each event in it; −1, no event, shifts by 63 to a bit that none has.
  @inline(__always) private mutating func pick(_ events: UInt64) {
    picked.ensure(livingFronts.count)
    var count = 0
    for number in livingFronts.indices {
      let front = livingFronts[number]
      picked[count] = front
      count &+= Int(truncatingIfNeeded: events &>> UInt64(truncatingIfNeeded: fronts[front].event) & 1)
    }
    picked.shorten(to: count)
  }

  /// Draws a variable for those that were picked out: the first number of the pair after one event, the second, which is
  /// that of its partner in the registry, after the others.
  @inline(__always) private mutating func drawForPicked(_ variable: Variable, firstAfter event: Int) {
    scratch.draws.addresses.removeAll()
    for number in picked.indices { scratch.draws.addresses.append(address(picked[number], variable)) }
    scratch.draws.draw(numbers)
    for number in picked.indices {
      let front = picked[number]
      fronts[front].second = Uniform(
        scratch.draws.first[number], orElse: scratch.draws.second[number], when: fronts[front].event == event)
    }
  }

  /// Writes the events down and keeps the companies that enter another stage.
  private mutating func passEvents() {
    var kept = 0
    for number in livingFronts.indices {
      let front = livingFronts[number]
      guard fronts[front].event >= 0, isInTime(front) else { continue }
      if plan.hasRescues { tryRescue(front) }
      write(front)
      guard livesOn(after: fronts[front].event) else { continue }
      enterNextStage(front)
      livingFronts[kept] = front
      kept += 1
    }
    livingFronts.shorten(to: kept)
  }

  @inline(__always) private func livesOn(after event: Int) -> Bool {
    event == StageEvent.graduates || event == StageEvent.stalled || event == StageEvent.revived
  }

  /// A listing waits for the window; false when it stays shut to the end of the grid.
  @inline(__always) private mutating func isInTime(_ front: Int) -> Bool {
    guard fronts[front].event == StageEvent.listed else { return true }
    while !isWindowOpen[fronts[front].quarter] {
      fronts[front].quarter += 1
      guard fronts[front].quarter < plan.quarters else { return false }
      fronts[front].time = Double(fronts[front].quarter) / 4
    }
    return true
  }

  @inline(__always) private mutating func write(_ front: Int) {
    let value: Double =
      switch fronts[front].event {
      case StageEvent.failed: failureValue(front)
      case StageEvent.boughtBack: founderPays(front) ? 1 : 0
      case StageEvent.stalled: fronts[front].value
      case StageEvent.revived: fronts[front].value * fronts[front].factor
      default: movedValue(front)
      }
    let last = fronts[front].last
    if last < 0 {
      companies[fronts[front].company].nextEvent = lives.count
      companies[fronts[front].company].firstEvent = lives.count
    } else {
      lives[last].next = lives.count
    }
    fronts[front].last = lives.count
    fronts[front].value = value
    lives.append(
      LifeEvent(kind: fronts[front].event, quarter: fronts[front].quarter, time: fronts[front].time, value: value))
  }

  /// What a failure leaves, as a share of cost.
  @inline(__always) private func failureValue(_ front: Int) -> Double {
    plan.tables.betas[plan.laws[fronts[front].law].failureTable].quantile(fronts[front].second)
  }

  @inline(__always) private func founderPays(_ front: Int) -> Bool {
    recovers(
      fronts[front].second, law: fronts[front].law, sector: fronts[front].sector, in: fronts[front].quarter)
  }

  /// Value per share after a round or at an exit: the last one, decayed while stalled, times the event's factor and the
  /// market's move since the stage was entered, which does not touch a stalled company.
  @inline(__always) private func movedValue(_ front: Int) -> Double {
    let law = fronts[front].law
    var value = fronts[front].value * fronts[front].factor
    if fronts[front].isStalled {
      let stalled = max(0, fronts[front].time - fronts[front].stageTime)
      value *= Elementary.exp(plan.laws[law].stalledDecay * stalled)
    } else {
      let series = plan.laws[law].privateMarket + fronts[front].sector
      value *= move(series, from: fronts[front].stageQuarter, to: fronts[front].quarter)
    }
    return min(value, plan.laws[law].maxMultiple)
  }

  @inline(__always) private mutating func enterNextStage(_ front: Int) {
    fronts[front].occurrence += 1
    let row = fronts[front].row
    if fronts[front].event == StageEvent.stalled {
      fronts[front].isStalled = true
      fronts[front].row = plan.laws[fronts[front].law].stalledRow
    } else if fronts[front].event == StageEvent.graduates, plan.stages[row].next >= 0 {
      fronts[front].row = plan.stages[row].next
    }
    fronts[front].age = 0
    fronts[front].stageTime = fronts[front].time
    fronts[front].stageQuarter = fronts[front].quarter
  }

  /// The quantile of a stay given that it exceeds an age: F(τ) = F(a) + (1 − F(a)) u.
  @inline(__always) private func remaining(_ uniform: Uniform, table: Int, scale: Double, age: Double) -> Double {
    let survived = 1 - plan.tables.gammas[table].cumulative(age / scale)
    let stay = plan.tables.gammas[table].quantile(Uniform(nearest: 1 - survived * uniform.upperTail)) * scale
    return max(stay, age)
  }

  /// Whether a founder pays: a normal score that loads on the sector factor lies above its threshold.
  @inline(__always) func recovers(_ draw: Uniform, law: Int, sector: Int, in quarter: Int) -> Bool {
    let score = plan.laws[law].recoveryFactor * factor(sector, quarter)
    return score + plan.laws[law].recoveryNoise * normal(draw) >= plan.laws[law].recoveryThreshold
  }

  /// Under a law of multiples the end of the holding time is the only event.
  private mutating func drawHolding(_ position: Int, age: Double) {
    let company = companies[position]
    let about = plan.marks[plan.laws[company.law].multiple].plan
    let draw = numbers.pair(company.entity, .holdingTimeAndMultiple, 0)
    var stay = about.timeScale
    if about.timeTable >= 0 {
      stay =
        age > 0
        ? remaining(draw.first, table: about.timeTable, scale: about.timeScale, age: age)
        : plan.tables.gammas[about.timeTable].quantile(draw.first) * about.timeScale
    }
    let time = company.stageTime + stay
    guard time < plan.horizon else { return }
    let quarter = Int(time * 4)
    let law = plan.laws[company.law]
    var score = law.factor * factor(company.sector, quarter) + law.quality * company.quality
    score += law.timeCorrelation * normal(draw.first) + law.timeNoise * normal(draw.second)
    companies[position].nextEvent = lives.count
    companies[position].firstEvent = lives.count
    let multiple = min(about.quantile(score: score), law.maxMultiple)
    lives.append(LifeEvent(kind: StageEvent.realised, quarter: quarter, time: time, value: multiple))
  }
}
