// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Stages, paces, money and operation.
extension PromotionResolver {
  mutating func resolveStages(_ tables: inout QuantileTables) throws(NumericalFailure) {
    for stage in about.stages {
      let value = stage.value
      var own = ProjectStagePlan()
      own.entity = EntityAddress.root.child(PromotionEntity.stage, stage.id)
      own.milestone = value.milestone.map { ProjectMilestone.allCases.firstIndex(of: $0) ?? 0 } ?? -1
      own.odds = values(value.odds)
      own.logOdds = own.odds > 0 && own.odds < 1 ? Elementary.log(own.odds / (1 - own.odds)) : 0
      own.quality = values(value.loadings.quality)
      own.credibility = values(value.loadings.credibility)
      own.factor = values(value.loadings.factor)
      own.support = values(value.loadings.support)
      own.skill = values(value.loadings.skill)
      own.size = values(value.loadings.size)
      own.isShifted = [own.quality, own.credibility, own.factor, own.support, own.skill, own.size].contains { $0 != 0 }
      own.mean = values(value.mean)
      own.law = try tables.gamma(shape: value.shape.value)
      own.sizeElasticity = values(value.sizeElasticity)
      own.firstNeed = plan.needs.count
      own.needCount = value.needs.count
      for need in value.needs {
        plan.needs.append(
          StageNeedPlan(
            resource: ResourceKind.allCases.firstIndex(of: need.resource) ?? 0, isKept: need.keep == .life))
      }
      own.patience = value.patience.map { values($0) } ?? -1
      if let gate = value.gate { set(gate, of: &own) }
      own.choosesPlace = value.choosesPlace
      own.showsAtFair = values(value.showsAtFair)
      plan.stages.append(own)
    }
    settleStages()
    if about.openingProjects.contains(where: { values($0.value.age) > 0 }) {
      for stage in plan.stages { tables.tabulateCumulative(stage.law) }
    }
  }

  private func set(_ gate: AdmissionGate, of stage: inout ProjectStagePlan) {
    stage.hasGate = true
    stage.gateEvery = values(gate.every)
    stage.gateFrom = Double(values(gate.from)) / 100
    stage.gateThreshold = values(gate.threshold)
    stage.gateSignal = values(gate.accuracy).squareRoot()
    stage.gateNoise = (1 - values(gate.accuracy)).squareRoot()
    stage.gateCost = values(gate.cost)
  }

  /// What depends on the whole chain.
  private mutating func settleStages() {
    func position(_ milestone: ProjectMilestone) -> Int {
      let wanted = ProjectMilestone.allCases.firstIndex(of: milestone) ?? 0
      return plan.stages.firstIndex { $0.milestone == wanted } ?? -1
    }
    plan.signedStage = max(0, position(.signed))
    plan.buildingStage = position(.completed)
    let negotiators = ResourceKind.allCases.firstIndex(of: .negotiators) ?? 0
    let negotiated = max(0, position(.negotiated))
    plan.talkStage =
      plan.stages.firstIndex { stage in
        (stage.firstNeed..<stage.firstNeed + stage.needCount).contains { plan.needs[$0].resource == negotiators }
      } ?? negotiated
    plan.talkStage = min(plan.talkStage, plan.signedStage)
    if !plan.stages.contains(where: \.choosesPlace) { plan.stages[plan.signedStage].choosesPlace = true }
    plan.choosingStage = plan.stages.firstIndex(where: \.choosesPlace) ?? plan.signedStage
    let producing = stage(reaching: .producing)
    let started = position(.started)
    let firstOfBuilding = plan.buildingStage >= 0 ? plan.buildingStage : plan.stages.count
    for place in plan.stages.indices {
      plan.stages[place].followsSigning = place > plan.signedStage
      plan.stages[place].followsStart = place > (started >= 0 ? started : firstOfBuilding - 1)
      plan.stages[place].canStall = place > plan.signedStage && (producing < 0 || place <= producing)
    }
    for pace in about.paces.map(\.value) {
      plan.paces.append(
        ProjectPacePlan(
          share: values(pace.share), preparation: values(pace.preparation), building: values(pace.building),
          last: pace.last.map { lastStage(upTo: $0) } ?? plan.stages.count, underWay: values(pace.underWay),
          realised: values(pace.realised)))
    }
    plan.paceTotals = plan.stages.indices.map { stage in
      plan.paces.filter { $0.last >= stage }.reduce(0) { $0 + $1.share }
    }
  }

  mutating func resolveMoney() throws(NumericalFailure) {
    plan.money.registered = values(about.money.registeredShare)
    plan.money.foreignCash = values(about.money.foreignCashShare)
    plan.money.curve = try Beta.cumulative(
      a: about.money.curve.alpha.value, b: about.money.curve.beta.value, steps: 64)
  }

  mutating func resolveTerms() {
    let terms = about.operation
    plan.operation = OperationPlan(
      ramp: values(terms.ramp), realised: values(terms.realised), localTax: values(terms.localTax),
      closure: values(terms.closure), quality: values(terms.quality), rescue: values(terms.rescue),
      rescueCost: values(terms.rescueCost), expansion: values(terms.expansion),
      expansionSize: values(terms.expansionSize),
      expansionUnit: terms.expansionUnit.map { units($0).lowerBound } ?? -1,
      expansionUnitCount: terms.expansionUnit.map { units($0).count } ?? 0,
      referrals: values(terms.referrals))
    plan.stall = about.stall.map {
      StallPlan(
        hazard: values($0.hazard), quality: values($0.quality), revival: values($0.revival),
        stopAfter: $0.stopAfter.map { values($0) } ?? .infinity, writeOff: values($0.writeOff))
    }
    plan.commitments = about.commitments.map { (values($0.kept), values($0.memory)) }
    plan.reporting = about.reporting.map {
      ReportingPlan(
        inflation: values($0.inflation), audit: values($0.audit), correction: values($0.correction),
        statistical: values($0.statistical), lag: values.quarters($0.statisticalLag))
    }
    plan.pressure = about.pressure.map { (values($0.effort), values($0.inflation)) }
    plan.usesQuality =
      plan.stages.contains { $0.quality != 0 || $0.hasGate } || plan.operation.quality != 0
      || (plan.stall?.quality ?? 0) != 0
  }

  mutating func resolveOpening() {
    for cohort in about.openingProjects {
      plan.opening.append(
        OpeningProjectsPlan(
          entity: EntityAddress.root.child(PromotionEntity.opening, cohort.id),
          stage: stageIndex.index(of: cohort.value.stage), count: values(cohort.value.count),
          region: regionIndex.index(of: cohort.value.region),
          unit: units(cohort.value.unit).lowerBound, unitCount: units(cohort.value.unit).count,
          sectors: mix(cohort.value.sectors, sectorIndex), sizes: mix(cohort.value.sizes, sizeIndex),
          age: values(cohort.value.age)))
    }
    for cohort in about.incumbents {
      plan.incumbents.append(
        IncumbentsPlan(
          entity: EntityAddress.root.child(PromotionEntity.incumbent, cohort.id), count: values(cohort.value.count),
          region: regionIndex.index(of: cohort.value.region), sector: sectorIndex.index(of: cohort.value.sector),
          investment: Double(values(cohort.value.investment)) / 100))
    }
  }

  /// Adds running sums of shares in the order of a collection and says where they begin.
  mutating func mix(_ shares: [ProjectShare], _ index: [String: Int]) -> Int {
    var weights = [Double](repeating: 0, count: index.count)
    for share in shares { weights[index.index(of: share.id)] += values(share.share) }
    return mix(weights)
  }

  /// Shares that were drawn need not add up to 1 any more; they are taken as weights.
  mutating func mix(_ weights: [Double]) -> Int {
    let total = weights.reduce(0, +)
    var sum = 0.0
    plan.mixes += weights.map { weight in
      sum += weight
      return total > 0 ? sum / total : 1
    }
    return plan.mixes.count - weights.count
  }
}
