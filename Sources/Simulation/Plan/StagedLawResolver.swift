// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// Turns a staged law into rows of numbers, once for ordinary companies and once for hard technology.
struct StagedLawResolver {
  let law: StagedLaw
  let values: ParameterValues

  func plan(
    tables: inout QuantileTables, rows: inout [StageRow], factors: inout [EventFactor]
  ) throws(NumericalFailure) -> LawPlan {
    let factor = values(law.factorLoading)
    let quality = values(law.qualityLoading)
    var plan = LawPlan(
      isStaged: true, factor: factor.squareRoot(), quality: quality.squareRoot(),
      noise: max(0, 1 - factor - quality).squareRoot(), maxMultiple: values(law.maxMultiple))
    plan.firstRow = rows.count
    plan.stageCount = law.stages.count
    for isHard in [false, true] {
      let first = rows.count
      for position in law.stages.indices {
        rows.append(try row(position, first: first, isHard: isHard, tables: &tables))
        factors += eventFactors(law.stages[position], isHard: isHard)
      }
    }
    try addStalled(to: &plan, tables: &tables, rows: &rows)
    if law.stalled != nil { factors += eventFactors([StageEvent.transferred: law.transfer], sigmaFactor: 1) }
    setExits(&plan)
    plan.failureTable = try tables.beta(law.failureRecovery)
    return plan
  }

  private func setExits(_ plan: inout LawPlan) {
    let recovery = values(law.buyBack.recoveryLoading)
    plan.buyBackRate = values(law.buyBack.rate)
    plan.recoveryFactor = recovery.squareRoot()
    plan.recoveryNoise = (1 - recovery).squareRoot()
    // Paid in good times: the score lies above the quantile of the probability that it is not paid.
    plan.recoveryThreshold = threshold(1 - values(law.buyBack.recoveryProbability))
    plan.buyBackDelay = values.quarters(law.buyBack.delay)
    plan.lockUp = values.quarters(law.listing.lockUp)
    plan.saleQuarters = values(law.listing.saleQuarters)
    plan.preference = values(law.liquidationPreference)
  }

  private func row(
    _ position: Int, first: Int, isHard: Bool, tables: inout QuantileTables
  ) throws(NumericalFailure) -> StageRow {
    let stage = law.stages[position]
    let shape = stage.sojournShape.value
    let mean = values(stage.sojournMean) * (isHard ? values(law.hardTech.sojournFactor) : 1)
    var row = StageRow(
      stage: Int8(CompanyStage.allCases.firstIndex(of: stage.stage) ?? 0),
      next: position + 1 < law.stages.count ? first + position + 1 : -1,
      sojournTable: try tables.gamma(shape: shape), sojournScale: mean,
      thresholds: thresholds(outcomes(stage, isHard: isHard)))
    row.dilution = values(stage.dilution)
    row.entryDilution = values(stage.entryDilution)
    return row
  }

  private func eventFactors(_ stage: StageLaw, isHard: Bool) -> [EventFactor] {
    let sigmaFactor = isHard ? values(law.hardTech.sigmaFactor) : 1
    let own = [
      StageEvent.graduates: stage.stepUp, StageEvent.acquired: stage.acquisition, StageEvent.listed: stage.listing,
    ].compactMapValues { $0 }
    var factors = eventFactors(own, sigmaFactor: sigmaFactor)
    factors[StageEvent.transferred] =
      eventFactors([StageEvent.transferred: law.transfer], sigmaFactor: 1)[
        StageEvent.transferred]
    return factors
  }

  private func eventFactors(_ laws: [Int: LogNormalLaw], sigmaFactor: Double) -> [EventFactor] {
    (0..<StageRow.eventCount).map { event in
      guard let factor = laws[event] else { return EventFactor() }
      return EventFactor(mu: Elementary.log(values(factor.median)), sigma: values(factor.sigma) * sigmaFactor)
    }
  }

  /// Probabilities of the events, worst to best, scaled to 1; hard technology fails more often while it is early.
  private func outcomes(_ stage: StageLaw, isHard: Bool) -> [Double] {
    var shares = stage.outcomes.ordered.map { values($0) }
    let total = shares.reduce(0, +)
    shares = shares.map { $0 / total }
    guard isHard, stage.stage.isEarly else { return shares }
    let failed = min(1, shares[0] * values(law.hardTech.earlyFailureFactor))
    let rest = 1 - shares[0]
    guard rest > 0 else { return shares }
    return [failed] + shares.dropFirst().map { $0 * (1 - failed) / rest }
  }

  private func addStalled(
    to plan: inout LawPlan, tables: inout QuantileTables, rows: inout [StageRow]
  ) throws(NumericalFailure) {
    guard let stalled = law.stalled else { return }
    let shares = [values(stalled.failed), 0, values(stalled.boughtBack), values(stalled.transferred)]
    let total = shares.reduce(0, +)
    plan.stalledRow = rows.count
    plan.stalledDecay = Elementary.log(1 - values(stalled.valueDecay))
    rows.append(
      StageRow(
        stage: -1, next: -1, sojournTable: try tables.gamma(shape: stalled.sojournShape.value),
        sojournScale: values(stalled.sojournMean), thresholds: thresholds(shares.map { $0 / total } + [0, 0, 0])))
  }

  /// Normal quantiles of cumulative probabilities. A class that is empty gets no room; where only empty classes are
  /// left the threshold is infinite, whatever rounding did to the sum.
  private func thresholds(_ shares: [Double]) -> SIMD8<Double> {
    var cumulative = 0.0
    let levels = (0..<6).map { event in
      cumulative += shares[event]
      return shares[(event + 1)...].allSatisfy { $0 == 0 } ? Double.infinity : threshold(cumulative)
    }
    return SIMD8(levels + [.infinity, .infinity])
  }

  private func threshold(_ probability: Double) -> Double {
    if probability <= 0 { return -.infinity }
    if probability >= 1 { return .infinity }
    return NormalQuantile.shared.quantile(probability: probability)
  }
}
