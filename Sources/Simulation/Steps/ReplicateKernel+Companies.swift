// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

extension ReplicateKernel {
  /// From now on somebody finances a company: the first event of its life is due in its quarter.
  mutating func live(_ position: Int, age: Double = 0) {
    if companies[position].isDrawn { return queueNextEvent(position) }
    beginLife(position, age: age)
    begun.append(position)
  }

  /// The same for a company on whose fate nobody acts before a quarter: until then it is handled at once.
  @inline(__always) mutating func live(_ position: Int, unwatchedUntil end: Int) {
    while companies[position].nextEvent >= 0 {
      let quarter = lives[companies[position].nextEvent].quarter
      guard quarter < end else { break }
      handleCompany(position, in: quarter)
    }
    queueNextEvent(position)
  }

  /// Draws the lives of all companies that somebody began to finance, and enters their first events in the queue.
  mutating func startLives() {
    drawLives()
    for number in begun.indices { queueNextEvent(begun[number]) }
    begun.removeAll()
  }

  private mutating func queueNextEvent(_ position: Int) {
    let event = companies[position].nextEvent
    if event >= 0 { queue.add(.company, position, at: lives[event].time, in: lives[event].quarter) }
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

  /// Handles everything that is due in a quarter by its exact time, also what comes up meanwhile.
  mutating func handleEvents(in quarter: Int) {
    while let (kind, payload, time) = queue.next(in: quarter) {
      switch kind {
      case .company:
        handleCompany(payload, in: quarter)
        queueNextEvent(payload)
      case .payment: pay(payload, in: quarter)
      case .redemption: redeem(payload, at: time, in: quarter)
      }
    }
  }

  private mutating func handleCompany(_ position: Int, in quarter: Int) {
    let event = lives[companies[position].nextEvent]
    companies[position].nextEvent = event.next
    companies[position].eventTime = event.time
    switch event.kind {
    case StageEvent.graduates: graduate(position, event.value, in: quarter)
    case StageEvent.stalled: stall(position, in: quarter)
    case StageEvent.revived: revive(position, event.value, in: quarter)
    default: leave(position, event, in: quarter)
    }
  }

  /// A new round: it sells `d` of the company at the value per share that was drawn.
  private mutating func graduate(_ position: Int, _ value: Double, in quarter: Int) {
    let row = companies[position].row
    let dilution = plan.stages[row].dilution
    companies[position].close(roundAt: value, dilution: dilution, next: plan.stages[row].next, quarter: quarter)
    note(.graduated, quarter, time: companies[position].stageTime, company: position, detail: value)
    if plan.hasFollowOns && companies[position].firstHolding >= 0 {
      rounds.append(
        RoundOffer(company: position, time: companies[position].stageTime, value: value, dilution: dilution))
    }
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
    callRights(on: position, in: quarter)
  }

  /// Value per share now over entry: the last round's, decayed while stalled.
  @inline(__always) func currentValue(_ position: Int, at time: Double) -> Double {
    guard companies[position].isStalled else { return companies[position].value }
    let stalled = max(0, time - companies[position].stageTime)
    return companies[position].value * Elementary.exp(plan.laws[companies[position].law].stalledDecay * stalled)
  }

  /// The company leaves the portfolios: it died, was sold, listed, or our holding ended.
  private mutating func leave(_ position: Int, _ event: LifeEvent, in quarter: Int) {
    companies[position].isDone = true
    switch event.kind {
    case StageEvent.failed: counts.failed += 1
    case StageEvent.acquired: counts.acquired += 1
    case StageEvent.listed: counts.listed += 1
    default: break
    }
    counts.exited += event.kind == StageEvent.failed ? 0 : 1
    if isFollowedForDecade(position), event.time < companies[position].entered + 10 { counts.leftWithinDecade += 1 }
    note(happening(event.kind), quarter, time: event.time, company: position, detail: event.value)
    var holding = companies[position].firstHolding
    while holding >= 0 {
      if holdings[holding].status == .held { close(holding, event: event.kind, factor: event.value, in: quarter) }
      holding = holdings[holding].next
    }
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
