// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// What there is when the grid begins: projects under way and companies that produce.
extension PromotionKernel {
  /// Projects in a stage for a random time, whose rest is drawn on the condition that they are still in it.
  mutating func openProjects() {
    for cohort in plan.opening.indices {
      for number in 0..<plan.opening[cohort].count { openProject(plan.opening[cohort], number) }
    }
  }

  private mutating func openProject(_ cohort: OpeningProjectsPlan, _ number: Int) {
    let entity = cohort.entity.child(PromotionEntity.member, UInt64(number))
    let row = makeRow(entity)
    let (first, second) = (numbers.pair(entity, .leadTraits, 0), numbers.pair(entity, .leadTraits, 1))
    let third = numbers.pair(entity, .leadTraits, 2)
    let chosen = chosen(by: entity, from: cohort.unit, of: cohort.unitCount)
    projects[row].unit = Int16(truncatingIfNeeded: chosen)
    projects[row].source = projects[row].unit
    projects[row].region = Int16(truncatingIfNeeded: cohort.region)
    let sector = pick(first.second.value, cohort.sectors, plan.sectors.count)
    projects[row].sector = Int16(truncatingIfNeeded: sector)
    let size = pick(second.first.value, cohort.sizes, plan.sizes.count)
    projects[row].investment = investment(plan.sizes[size], second.second)
    let unit = plan.units[chosen]
    projects[row].origin = UInt8(truncatingIfNeeded: pick(third.first.value, unit.origins, PromotionKernel.origins))
    if plan.usesQuality { projects[row].quality = normal(third.second) }
    if unit.flagCount > 0 { drawFlags(row, unit) }
    projects[row].stage = Int16(truncatingIfNeeded: cohort.stage)
    sift(row)
    stages[cohort.stage].entered += 1
    let age = 2 * cohort.age * numbers.uniform(entity, .openingAge, 0).value
    if cohort.stage > plan.signedStage { openSigned(row, cohort.stage, age) }
    start(row, cohort, age)
  }

  /// It was signed by the beginning of its stage at the latest, from which fees are reckoned; those on what was in place
  /// before the grid have been paid.
  private mutating func openSigned(_ row: Int, _ stage: Int, _ age: Double) {
    projects[row].isSigned = true
    projects[row].signed = -age
    setPace(row, after: stage)
    shareCredit(row)
    projects[row].inPlace = paidBefore(row, stage)
    projects[row].bearing = projects[row].inPlace
  }

  /// What of its money was in place before the grid, of what is not building.
  private func paidBefore(_ row: Int, _ stage: Int) -> Int64 {
    if plan.buildingStage >= 0, stage > plan.buildingStage { return realised(row) }
    let part = projects[row].pace >= 0 ? plan.paces[Int(projects[row].pace)].underWay : 0
    let isRegistered = plan.stages[..<stage].contains { $0.milestone == PromotionKernel.registered }
    return Money.nearestFen(Double(realised(row)) * min(1, part + (isRegistered ? plan.money.registered : 0)))
  }

  /// Draws the rest of the stage, `F⁻¹(F(a) + u (1 − F(a)))` less the age `a`, and goes on from there. Odds and law are those
  /// of a project that enters the stage as the grid begins, when no factor has moved yet.
  private mutating func start(_ row: Int, _ cohort: OpeningProjectsPlan, _ age: Double) {
    let number = cohort.stage
    let draws = drawInStage(row, .stageOddsAndTime)
    occupyPeople(row, plan.stages[number])
    let levers = served(row, number, in: 0)
    projects[row].passes = passes(row, number, draws.first, levers, at: 0)
    projects[row].began = -age
    projects[row].arrived = -age
    projects[row].status = .active
    projects[row].need = UInt8(truncatingIfNeeded: plan.stages[number].needCount)
    let scale = plan.stages[number].mean * scale(row, number, levers, in: 0)
    var duration = 0.0
    if scale > 0 {
      let passed = age > 0 ? tables.cumulative(plan.stages[number].law, age / scale) : 0
      let rest = passed + draws.second.value * (1 - passed)
      duration = max(age, scale * tables.gammas[plan.stages[number].law].quantile(Uniform(nearest: rest)))
    }
    projects[row].duration = duration
    note(.began, row, at: -age)
    if number == plan.buildingStage { startBuilding(row, at: -age) }
    finishLater(row, after: duration - age, from: 0)
  }

  /// Whoever looks after it is busy with it, even where more is under way than there are people: what comes later waits
  /// until they are free. Other resources that it holds are not in what pools have at the start.
  private mutating func occupyPeople(_ row: Int, _ stage: ProjectStagePlan) {
    for place in stage.firstNeed..<stage.firstNeed + stage.needCount {
      let resource = plan.needs[place].resource
      let pool = pool(for: row, resource: resource)
      guard resource <= PromotionKernel.attention, pool >= 0 else { continue }
      pools[pool].available -= amount(row, resource: resource)
      projects[row].hold(resource, of: pool)
    }
  }

  /// Companies that have been at full production for long. Those of a cohort are alike but for their own draws, so that
  /// the first stands for all in what they give.
  mutating func openIncumbents() {
    for cohort in plan.incumbents where cohort.count > 0 {
      let first = makeRow(cohort.entity.child(PromotionEntity.member, 0))
      describe(first, cohort)
      let model = projects[first]
      post(.operating, first, at: 0, Int64(cohort.count))
      operate(first, from: 0, sign: Int64(cohort.count))
      openIncumbent(first)
      for number in 1..<cohort.count {
        openIncumbent(makeRow(cohort.entity.child(PromotionEntity.member, UInt64(number)), like: model))
      }
    }
  }

  private mutating func describe(_ row: Int, _ cohort: IncumbentsPlan) {
    projects[row].region = Int16(truncatingIfNeeded: cohort.region)
    projects[row].sector = Int16(truncatingIfNeeded: cohort.sector)
    let unit = Int16(truncatingIfNeeded: max(0, plan.operation.expansionUnit))
    projects[row].unit = unit
    projects[row].source = unit
    projects[row].origin = UInt8(truncatingIfNeeded: PromotionKernel.local)
    projects[row].investment = cohort.investment
    sift(row)
    projects[row].unitAccount = -1
    projects[row].status = .done
    projects[row].stage = Int16(truncatingIfNeeded: plan.stages.count - 1)
    projects[row].operates = true
    projects[row].producing = -plan.operation.ramp - 1
  }

  /// What may become of a company that is here.
  private mutating func openIncumbent(_ row: Int) {
    if plan.operation.quality != 0 {
      projects[row].quality = normal(numbers.pair(projects[row].entity, .leadTraits, 2).second)
    }
    scheduleOperation(row, from: 0)
    settle(row)
  }
}
