// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

extension ReplicateKernel {
  /// Draws how long a company stays in its stage and which event ends it, and enters the event in the queue.
  ///
  /// `τ ~ Gamma(shape, mean)`; the event at `u + τ` is read off
  /// `X = sqrt(ρ) G_s(u+τ) + sqrt(κ) Q + sqrt(1−ρ−κ) ε` through ordered thresholds.
  ///
  /// - Parameters:
  ///   - position: The company.
  ///   - age: Time already spent in the stage; the rest is drawn given that it lasted so long.
  mutating func enterStage(_ position: Int, age: Double = 0) {
    let law = companies[position].law
    guard plan.laws[law].isStaged else { return enterHolding(position, age: age) }
    let row = companies[position].row
    let draw = numbers.pair(companies[position].entity, .sojournAndEvent, companies[position].occurrence)
    let table = plan.stages[row].sojournTable
    let scale = plan.stages[row].sojournScale
    let stay =
      age > 0
      ? remaining(draw.first, table: table, scale: scale, age: age)
      : plan.tables.gammas[table].quantile(draw.first) * scale
    var time = companies[position].stageTime + stay
    companies[position].event = -1
    guard time < plan.horizon else { return }
    var quarter = Int(time * 4)
    // Drawn here, though used at the event: the two blocks are computed side by side.
    let value = numbers.pair(companies[position].entity, .stepUpAndExit, companies[position].occurrence)
    var latent = plan.laws[law].factor * factor(companies[position].sector, quarter)
    latent += plan.laws[law].quality * companies[position].quality + plan.laws[law].noise * normal(draw.second)
    let event = plan.stages[row].event(latent)
    if event == StageEvent.listed {
      while quarter < plan.quarters, !isWindowOpen[quarter] {
        quarter += 1
        time = Double(quarter) / 4
      }
      guard quarter < plan.quarters else { return }
    }
    let noise = normal(event == StageEvent.graduates ? value.first : value.second)
    companies[position].eventFactor = Elementary.exp(
      plan.stages[row].factorMu[event] + plan.stages[row].factorSigma[event] * noise)
    companies[position].event = event
    companies[position].eventTime = time
    queue.add(.company, position, in: quarter)
  }

  /// The quantile of a stay given that it exceeds an age: F(τ) = F(a) + (1 − F(a)) u.
  @inline(__always) private func remaining(_ uniform: Uniform, table: Int, scale: Double, age: Double) -> Double {
    let survived = 1 - plan.tables.gammas[table].cumulative(age / scale)
    let stay = plan.tables.gammas[table].quantile(Uniform(nearest: 1 - survived * uniform.upperTail)) * scale
    return max(stay, age)
  }

  /// Under a law of multiples the time to the exit is the only event.
  private mutating func enterHolding(_ position: Int, age: Double) {
    let company = companies[position]
    let about = plan.marks[plan.laws[company.law].multiple].plan
    var stay = about.timeScale
    if about.timeTable >= 0 {
      let draw = numbers.pair(company.entity, .holdingTimeAndMultiple, 0)
      stay =
        age > 0
        ? remaining(draw.first, table: about.timeTable, scale: about.timeScale, age: age)
        : plan.tables.gammas[about.timeTable].quantile(draw.first) * about.timeScale
    }
    let time = company.stageTime + stay
    guard time < Double(plan.quarters) / 4 else { return }
    companies[position].event = StageEvent.realised
    companies[position].eventTime = time
    queue.add(.company, position, in: Int(time * 4))
  }

  /// Counts a company that somebody finances for the first time.
  mutating func countFinanced(_ position: Int) {
    counts.financed += 1
    if isFollowedForDecade(position) { counts.followedForDecade += 1 }
  }

  /// Whether the grid holds the company's first ten years.
  private func isFollowedForDecade(_ position: Int) -> Bool {
    companies[position].entered >= 0 && companies[position].entered + 10 <= plan.horizon
  }

  /// Handles everything that is due in a quarter, also what comes up meanwhile.
  mutating func handleEvents(in quarter: Int) {
    while let (kind, payload) = queue.next(in: quarter) {
      switch kind {
      case .company: handleCompany(payload, in: quarter)
      case .payment: pay(payload, in: quarter)
      case .redemption: redeem(payload, in: quarter)
      }
    }
  }

  private mutating func handleCompany(_ position: Int, in quarter: Int) {
    let event = companies[position].event
    if event == StageEvent.graduates { return graduate(position, in: quarter) }
    if event == StageEvent.stalled { return stall(position, in: quarter) }
    leave(position, event: event, in: quarter)
  }

  /// The market's move since the stage was entered.
  @inline(__always) private func marketMove(_ position: Int, to quarter: Int) -> Double {
    if companies[position].isStalled { return 1 }
    let series = plan.laws[companies[position].law].privateMarket + companies[position].sector
    return move(series, from: companies[position].stageQuarter, to: quarter)
  }

  /// A new round: value per share steps up by `S · M(q)/M(q₀)`, the round sells `d` of the company.
  private mutating func graduate(_ position: Int, in quarter: Int) {
    let row = companies[position].row
    let step = companies[position].eventFactor * marketMove(position, to: quarter)
    let value = min(companies[position].value * step, plan.laws[companies[position].law].maxMultiple)
    let dilution = plan.stages[row].dilution
    companies[position].close(roundAt: value, dilution: dilution, next: plan.stages[row].next, quarter: quarter)
    note(.graduated, quarter, time: companies[position].stageTime, company: position, detail: value)
    if hasFollowOns && companies[position].firstHolding >= 0 { followOn(position, dilution: dilution, in: quarter) }
    enterStage(position)
  }

  private mutating func stall(_ position: Int, in quarter: Int) {
    let company = companies[position]
    companies[position].isStalled = true
    counts.stalled += 1
    companies[position].occurrence += 1
    companies[position].row = plan.laws[company.law].stalledRow
    companies[position].stageTime = company.eventTime
    companies[position].stageQuarter = quarter
    note(.stalled, quarter, time: company.eventTime, company: position, detail: company.value)
    enterStage(position)
  }

  /// Value per share now over entry: the last round's, decayed while stalled.
  @inline(__always) func currentValue(_ position: Int, at time: Double) -> Double {
    guard companies[position].isStalled else { return companies[position].value }
    let stalled = max(0, time - companies[position].stageTime)
    return companies[position].value * Elementary.exp(plan.laws[companies[position].law].stalledDecay * stalled)
  }

  /// The company leaves the portfolios: it died, was sold, listed, or our holding ended.
  private mutating func leave(_ position: Int, event: Int, in quarter: Int) {
    companies[position].isDone = true
    switch event {
    case StageEvent.failed: counts.failed += 1
    case StageEvent.acquired: counts.acquired += 1
    case StageEvent.listed: counts.listed += 1
    default: break
    }
    counts.exited += event == StageEvent.failed ? 0 : 1
    if isFollowedForDecade(position), companies[position].eventTime < companies[position].entered + 10 {
      counts.leftWithinDecade += 1
    }
    let factor = exitFactor(position, event: event, in: quarter)
    note(happening(event), quarter, time: companies[position].eventTime, company: position, detail: factor)
    var holding = companies[position].firstHolding
    while holding >= 0 {
      if holdings[holding].status == .held { close(holding, event: event, factor: factor, in: quarter) }
      holding = holdings[holding].next
    }
  }

  /// What the event pays: a share of cost for a failure, 1 or 0 for a buy-back, else value per share over entry.
  @inline(__always) private func exitFactor(_ position: Int, event: Int, in quarter: Int) -> Double {
    let entity = companies[position].entity
    let occurrence = companies[position].occurrence
    let law = companies[position].law
    switch event {
    case StageEvent.failed:
      let draw = numbers.uniform(entity, .recovery, occurrence)
      return plan.tables.betas[plan.laws[law].failureTable].quantile(draw)
    case StageEvent.boughtBack: return recovers(position, in: quarter) ? 1 : 0
    case StageEvent.realised: return multiple(companies[position], in: quarter)
    default: break
    }
    let value = currentValue(position, at: companies[position].eventTime) * marketMove(position, to: quarter)
    return min(value * companies[position].eventFactor, plan.laws[law].maxMultiple)
  }

  /// Whether a founder pays: a normal score that loads on the sector factor lies above its threshold.
  @inline(__always) func recovers(_ position: Int, in quarter: Int) -> Bool {
    let law = companies[position].law
    let noise = normal(numbers.pair(companies[position].entity, .recovery, companies[position].occurrence).second)
    let score = plan.laws[law].recoveryFactor * factor(companies[position].sector, quarter)
    return score + plan.laws[law].recoveryNoise * noise >= plan.laws[law].recoveryThreshold
  }

  @inline(__always) private func multiple(_ company: CompanyState, in quarter: Int) -> Double {
    let law = plan.laws[company.law]
    let about = plan.marks[law.multiple].plan
    let draw = numbers.pair(company.entity, .holdingTimeAndMultiple, 0)
    var score = law.factor * factor(company.sector, quarter) + law.quality * company.quality
    score += law.timeCorrelation * normal(draw.first) + law.timeNoise * normal(draw.second)
    return min(about.quantile(score: score), law.maxMultiple)
  }

  private func happening(_ event: Int) -> Journal.Happening {
    switch event {
    case StageEvent.failed: .failed
    case StageEvent.boughtBack: .boughtBack
    case StageEvent.transferred: .transferred
    case StageEvent.acquired: .acquired
    case StageEvent.listed: .listed
    default: .realised
    }
  }
}
