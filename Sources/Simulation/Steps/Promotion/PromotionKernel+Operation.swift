// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// What projects give once they produce, and what becomes of them.
extension PromotionKernel {
  /// Places of the rates of what goes on for good, behind the quantities.
  static var outputRate: Int { PipelineQuantity.count }
  static var taxRate: Int { PipelineQuantity.count + 1 }
  static var retainedRate: Int { PipelineQuantity.count + 2 }

  mutating func startOperation(_ row: Int, at time: Double) {
    projects[row].producing = time
    projects[row].operates = true
    post(.operating, row, at: time)
    operate(row, from: time, sign: 1)
    scheduleOperation(row, from: time)
  }

  /// The next closure, expansion and referral.
  mutating func scheduleOperation(_ row: Int, from time: Double) {
    scheduleClosure(row, from: time)
    guard plan.operation.expansionUnit >= 0 else { return }
    scheduleExpansion(row, from: time)
    scheduleReferral(row, from: time)
  }

  private mutating func scheduleClosure(_ row: Int, from time: Double) {
    guard plan.operation.closure > 0 else { return }
    let state = projects[row]
    let uniform = numbers.uniform(state.entity, .closure, Int(state.closures))
    let shift = plan.operation.quality == 0 ? 1 : Elementary.exp(-plan.operation.quality * state.quality)
    let hazard = plan.operation.closure * shift
    guard mayEnd(uniform, hazard: hazard * plan.levers.mostClosure, from: time) else { return }
    let levers = state.filters.levers & plan.levers.closure
    let at = moment(-Elementary.log(uniform.value), from: time, hazard: hazard) {
      levers == 0 ? 1 : max(0, 1 - $0.plan.levers.combined(levers, in: $1))
    }
    set(.closure, row, at: at)
  }

  private mutating func scheduleExpansion(_ row: Int, from time: Double) {
    guard plan.operation.expansion > 0 else { return }
    let state = projects[row]
    let uniform = numbers.uniform(state.entity, .expansion, Int(state.expansions))
    let hazard = plan.operation.expansion
    guard mayEnd(uniform, hazard: hazard * plan.levers.mostExpansion, from: time) else { return }
    let levers = state.filters.levers & plan.levers.expansion
    let at = moment(-Elementary.log(uniform.value), from: time, hazard: hazard) {
      $0.plan.levers.factor(levers, in: $1)
    }
    set(.expansion, row, at: at)
  }

  private mutating func scheduleReferral(_ row: Int, from time: Double) {
    guard plan.operation.referrals > 0 else { return }
    let state = projects[row]
    let uniform = numbers.pair(state.entity, .expansion, Int(state.referrals)).second
    let hazard = plan.operation.referrals
    guard mayEnd(uniform, hazard: hazard, from: time) else { return }
    set(.referral, row, at: time + wait(uniform, hazard: hazard))
  }

  /// Whether something may happen within the grid with a hazard that is never greater.
  @inline(__always) private func mayEnd(_ uniform: Uniform, hazard: Double, from time: Double) -> Bool {
    PromotionKernel.mayEnd(uniform, hazard: hazard, within: plan.horizon - time)
  }

  private mutating func set(_ kind: ProjectEvents.Kind, _ row: Int, at time: Double) {
    guard time < plan.horizon else { return }
    projects[row].pending += 1
    schedule(kind, row, at: time)
  }

  /// When a hazard that moves from quarter to quarter has added up to an exponential number.
  @inline(__always) private func moment(
    _ sum: Double, from time: Double, hazard: Double, _ factor: (borrowing PromotionKernel, Int) -> Double
  ) -> Double {
    var rest = sum
    var now = time
    while now < plan.horizon {
      let quarter = max(0, Int((now * 4).rounded(.down)))
      let end = Double(quarter + 1) / 4
      let rate = hazard * factor(self, quarter)
      if rest < rate * (end - now) { return now + rest / rate }
      rest -= rate * (end - now)
      now = end
    }
    return .infinity
  }

  /// Records output, taxes and jobs from a time on, or takes them back: quarter by quarter up to full production, as a
  /// rate from there on.
  mutating func operate(_ row: Int, from time: Double, sign: Int64) {
    let state = projects[row]
    let sector = plan.sectors[Int(state.sector)]
    let perYear = state.investment * 100 * sector.output * plan.operation.realised
    let jobs = Double(Int64((state.investment * sector.jobs * plan.operation.realised).rounded(.toNearestOrEven)))
    let full = state.producing + plan.operation.ramp
    var quarter = max(0, Int((time * 4).rounded(.down)))
    guard quarter < plan.quarters else { return }
    var done = produced(max(0, time) - state.producing)
    // Jobs are counted at the end of quarters: what was counted before this one comes or goes at once.
    var hired = Int64(jobs * level(Double(quarter) / 4 - state.producing))
    record(PipelineQuantity.jobs.rawValue, row, in: quarter, sign * hired)
    while quarter < plan.quarters, Double(quarter) / 4 < full {
      let age = Double(quarter + 1) / 4 - state.producing
      let next = produced(age)
      let output = Money.nearestFen(perYear * next) - Money.nearestFen(perYear * done)
      let wanted = Int64(jobs * level(age))
      give(row, sector.tax, output, jobs: wanted - hired, in: quarter, sign)
      done = next
      hired = wanted
      quarter += 1
    }
    if quarter < plan.quarters {
      goOn(row, sector.tax, perYear, from: max(time, Double(quarter) / 4), in: quarter, sign)
    }
  }

  /// Years of full output by an age: `a²/2r` up to the end `r` of the ramp, `a − r/2` from there.
  @inline(__always) private func produced(_ age: Double) -> Double {
    let ramp = plan.operation.ramp
    guard age > 0 else { return 0 }
    return age < ramp ? age * age / (2 * ramp) : age - ramp / 2
  }

  /// The part of full production at an age.
  @inline(__always) private func level(_ age: Double) -> Double {
    let ramp = plan.operation.ramp
    return age < 0 ? 0 : age < ramp ? age / ramp : 1
  }

  @inline(__always) private mutating func give(
    _ row: Int, _ taxRatio: Double, _ output: Int64, jobs: Int64, in quarter: Int, _ sign: Int64
  ) {
    let tax = Money.nearestFen(Double(output) * taxRatio)
    record(row, in: quarter) { records, first in
      records[first &+ PipelineQuantity.output.rawValue] += sign * output
      records[first &+ PipelineQuantity.tax.rawValue] += sign * tax
      records[first &+ PipelineQuantity.jobs.rawValue] += sign * jobs
    }
    retain(row, tax, PipelineQuantity.retainedTax.rawValue, in: quarter, sign)
  }

  /// Full production from a quarter on: the rest of the quarter, then a quarter's worth every quarter.
  private mutating func goOn(
    _ row: Int, _ taxRatio: Double, _ perYear: Double, from time: Double, in quarter: Int, _ sign: Int64
  ) {
    give(row, taxRatio, Money.nearestFen(perYear * (Double(quarter + 1) / 4 - time)), jobs: 0, in: quarter, sign)
    guard quarter + 1 < plan.quarters else { return }
    let output = Money.nearestFen(perYear / 4)
    let tax = Money.nearestFen(Double(output) * taxRatio)
    record(row, in: quarter + 1) { records, first in
      records[first &+ PromotionKernel.outputRate] += sign * output
      records[first &+ PromotionKernel.taxRate] += sign * tax
    }
    retain(row, tax, PromotionKernel.retainedRate, in: quarter + 1, sign)
    if benefit(row, in: quarter + 1) > 0 { endBenefit(row, tax, after: quarter + 1, sign) }
  }

  /// What of taxes stays: by the share of each region, and, as long as a rule on a transfer says so, partly in the home of
  /// the unit that brought the project.
  private mutating func retain(_ row: Int, _ tax: Int64, _ quantity: Int, in quarter: Int, _ sign: Int64) {
    let local = Money.nearestFen(Double(tax) * plan.operation.localTax)
    retain(row, local, quantity, in: quarter, sign, away: benefit(row, in: quarter))
  }

  /// The part of local taxes of a quarter that a rule on transfers gives away: less in the quarter in which it ends.
  private func benefit(_ row: Int, in quarter: Int) -> Double {
    let rule = Int(projects[row].transfer)
    guard rule >= 0 else { return 0 }
    return plan.transfers[rule].benefit * min(1, max(0, 4 * benefitEnd(row, rule) - Double(quarter)))
  }

  private func benefitEnd(_ row: Int, _ rule: Int) -> Double { projects[row].producing + plan.transfers[rule].years }

  private mutating func retain(
    _ row: Int, _ local: Int64, _ quantity: Int, in quarter: Int, _ sign: Int64, away: Double
  ) {
    let state = projects[row]
    let own = plan.regions[Int(state.region)]
    let home = away > 0 ? plan.units[Int(state.source)].home : 0
    var atHome = away > 0 ? retainAtHome(row, local, quantity, in: quarter, sign, away: away) : 0
    var below: Int64 = 0
    var rest = state.accounts
    while rest != 0 {
      let entry = plan.chains[own.firstEntry &+ rest.trailingZeroBitCount]
      rest &= rest &- 1
      let isShared = away > 0 && !contains(entry.region, home)
      let kept = kept(local, entry.region, isShared ? 1 - away : 1)
      records[recordStart(of: entry.account, in: quarter) &+ quantity] += sign * kept
      guard entry.account == entry.region else { continue }
      // The first region that both lie in has both below it.
      if !isShared { (below, atHome) = (below + atHome, 0) }
      keep(kept, above: &below, entry.region, quantity, in: quarter, sign)
    }
  }

  /// The part that goes to the home of the unit and to those above it, up to where the project lies too; what levels of
  /// government keep of it.
  private mutating func retainAtHome(
    _ row: Int, _ local: Int64, _ quantity: Int, in quarter: Int, _ sign: Int64, away: Double
  ) -> Int64 {
    var node = plan.units[Int(projects[row].source)].home
    var below: Int64 = 0
    while node >= 0, !contains(node, Int(projects[row].region)) {
      let kept = kept(local, node, away)
      records[recordStart(of: node, in: quarter) &+ quantity] += sign * kept
      keep(kept, above: &below, node, quantity, in: quarter, sign)
      node = plan.regions[node].parent
    }
    return below
  }

  /// What the level of government of a region keeps of what stays there: all but what levels below it do, so that no yuan
  /// is in two accounts.
  @inline(__always) private mutating func keep(
    _ kept: Int64, above below: inout Int64, _ region: Int, _ quantity: Int, in quarter: Int, _ sign: Int64
  ) {
    guard plan.regions[region].level >= 0, kept > below else { return }
    let place = region &* plan.quarters &+ quarter
    if quantity == PromotionKernel.retainedRate {
      taxKeptRate[place] += sign * (kept - below)
    } else {
      taxKept[place] += sign * (kept - below)
    }
    below = kept
  }

  @inline(__always) private func kept(_ local: Int64, _ region: Int, _ part: Double) -> Int64 {
    Money.nearestFen(Double(local) * plan.regions[region].taxShare * part)
  }

  /// Whether a region is another, or contains it.
  @inline(__always) func contains(_ region: Int, _ other: Int) -> Bool {
    other >= region && other < region + plan.regions[region].size
  }

  /// Where the sharing of taxes ends within the grid, the rates change: in the quarter of its end, and after it.
  private mutating func endBenefit(_ row: Int, _ tax: Int64, after quarter: Int, _ sign: Int64) {
    let local = Money.nearestFen(Double(tax) * plan.operation.localTax)
    let last = Int(4 * benefitEnd(row, Int(projects[row].transfer)))
    for change in last...last + 1 where change > quarter && change < plan.quarters {
      retain(
        row, local, PromotionKernel.retainedRate, in: change, -sign, away: benefit(row, in: change - 1))
      retain(row, local, PromotionKernel.retainedRate, in: change, sign, away: benefit(row, in: change))
    }
  }

  // MARK: What becomes of a company

  /// A company is to close; it is rescued, or all that it gave ends.
  mutating func close(_ row: Int, at time: Double) {
    projects[row].pending -= 1
    let draws = numbers.pair(projects[row].entity, .closure, Int(projects[row].closures))
    projects[row].closures += 1
    let quarter = quarter(at: time)
    if draws.second.value < plan.operation.rescue {
      post(.rescued, row, at: time)
      note(.rescued, row, at: time)
      let cost = projects[row].investment * 100 * plan.operation.rescueCost
      spend(Money.nearestFen(cost), region: Int(projects[row].region), in: quarter)
      scheduleClosure(row, from: time)
      return settle(row)
    }
    post(.closed, row, at: time)
    note(.closed, row, at: time)
    post(.operating, row, at: time, -1)
    operate(row, from: time, sign: -1)
    if projects[row].status != .done {
      stages[Int(projects[row].stage)].lost += 1
      drop(row, at: time)
    }
    releaseLife(row, at: time)
    endPromises(row, at: time)
    freeRow(row)
  }

  /// A company expands: a project of its own, which the unit in charge looks after.
  mutating func expand(_ row: Int, at time: Double) {
    projects[row].pending -= 1
    let state = projects[row]
    projects[row].expansions += 1
    let entity = state.entity.child(PromotionEntity.expansion, UInt64(state.expansions))
    let lead = makeLead(
      entity, unit: lookingAfter(entity), from: time, to: time, sector: Int(state.sector), isExpansion: true)
    projects[lead].investment = state.investment * plan.operation.expansionSize
    projects[lead].origin = state.origin
    projects[lead].flags = state.flags
    projects[lead].region = state.region
    sift(lead)
    scheduleExpansion(row, from: time)
    settle(row)
  }

  /// The unit that a lead of a company belongs to.
  private func lookingAfter(_ entity: EntityAddress) -> Int {
    chosen(by: entity, from: plan.operation.expansionUnit, of: plan.operation.expansionUnitCount)
  }

  /// Frees the row of a company to which nothing can happen any more; what it gives has been recorded.
  mutating func settle(_ row: Int) {
    if projects[row].status == .done, projects[row].pending == 0 { retire(row) }
  }

  /// Frees the row of what goes on for good; what it holds stays with it.
  mutating func retire(_ row: Int) {
    if projects[row].heldCount > 0 {
      for resource in 0..<PromotionKernel.resources where projects[row].held[resource] >= 0 {
        pools[Int(projects[row].held[resource])].settled += amount(row, resource: resource)
      }
    }
    freeRow(row)
  }

  /// A company brings a lead.
  mutating func refer(_ row: Int, at time: Double) {
    projects[row].pending -= 1
    let state = projects[row]
    let entity = state.entity.child(PromotionEntity.referral, UInt64(state.referrals))
    projects[row].referrals += 1
    _ = makeLead(entity, unit: lookingAfter(entity), from: time, to: time)
    scheduleReferral(row, from: time)
    settle(row)
  }

  /// Followers of a leader, spread over the window.
  mutating func follow(_ row: Int, _ rule: Int, at time: Double) {
    let about = plan.followers[rule]
    guard projects[row].filters.passes(about.filter) else { return }
    let state = projects[row]
    let source = state.entity.child(PromotionEntity.follower, about.entity.rawValue)
    let count = PoissonCount.quantile(at: numbers.uniform(source, .leadCount, 0).value, mean: about.mean)
    for number in 0..<count {
      let entity = source.child(PromotionEntity.lead, UInt64(number))
      _ = makeLead(
        entity, unit: chosen(by: entity, from: about.unit, of: about.unitCount), from: time, to: time + about.window,
        sector: about.sameSector ? Int(state.sector) : -1)
    }
  }
}
