// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// What the events that end a stage bring to a fund that stands alone.
extension ReplicateKernel {
  /// Settles the events of a stage; companies that go on are living again.
  mutating func settleEvents(_ world: borrowing LoneWorld) {
    lone.living.removeAll()
    for place in lone.stretch(LoneFund.failures) { fail(Int(lone.sorted[place]), world) }
    for place in lone.stretch(LoneFund.graduates) { closeRound(Int(lone.sorted[place]), world) }
    for place in lone.stretch(LoneFund.exits) {
      let stay = Int(lone.sorted[place])
      if Int(lone.stays[stay].event) == StageEvent.listed { list(stay, world) } else { sell(stay, world) }
    }
    for place in lone.stretch(LoneFund.others) {
      let stay = Int(lone.sorted[place])
      switch Int(lone.stays[stay].event) {
      case StageEvent.stalled: stall(stay, world)
      case StageEvent.boughtBack: buyBack(stay, world)
      default: sellRest(Int(lone.stays[stay].company), world)
      }
    }
  }

  /// A holding leaves for one payment.
  @inline(__always) private mutating func receive(_ fen: Double, _ channel: Int, _ cost: Int64, in quarter: Int) {
    leaving[quarter] += cost
    credit(counted(fen), channel, in: quarter)
  }

  @inline(__always) private mutating func credit(_ amount: Int64, _ channel: Int, in quarter: Int) {
    lone.received += amount
    proceeds[quarter] += amount
    ledger.transfer(amount, through: channel, in: quarter)
  }

  @inline(__always) private mutating func fail(_ stay: Int, _ world: borrowing LoneWorld) {
    let cost = lone.companies[Int(lone.stays[stay].company)].cost
    let share = plan.tables.betas[world.law.failureTable].quantile(lone.draws.first[stay])
    let channel = world.channels.proceeds(of: StageEvent.failed)
    receive(Double(cost) * share, channel, cost, in: Int(lone.stays[stay].quarter))
  }

  /// An acquisition or a transfer; in an acquisition those who invested may get their money back first.
  @inline(__always) private mutating func sell(_ stay: Int, _ world: borrowing LoneWorld) {
    let company = Int(lone.stays[stay].company)
    let event = Int(lone.stays[stay].event)
    let cost = lone.companies[company].cost
    var value = lone.stays[stay].value
    if world.law.preference > 0, event == StageEvent.acquired {
      let offer = lone.valuations[company].postMoney * value / lone.companies[company].value
      value = max(value, min(world.law.preference, offer / lone.valuations[company].raised))
    }
    receive(Double(cost) * value, world.channels.proceeds(of: event), cost, in: Int(lone.stays[stay].quarter))
  }

  @inline(__always) private mutating func closeRound(_ stay: Int, _ world: borrowing LoneWorld) {
    let company = Int(lone.stays[stay].company)
    let row = Int(lone.companies[company].row)
    let (value, next) = (lone.stays[stay].value, plan.stages[row].next)
    if world.law.preference > 0 {
      let dilution = plan.stages[row].dilution
      lone.valuations[company].postMoney *= value / lone.companies[company].value / (1 - dilution)
      lone.valuations[company].raised += lone.valuations[company].postMoney * dilution
    }
    lone.companies[company].value = value
    if next >= 0 { lone.companies[company].row = Int32(truncatingIfNeeded: next) }
    enterStage(company, stay)
  }

  private mutating func stall(_ stay: Int, _ world: borrowing LoneWorld) {
    let company = Int(lone.stays[stay].company)
    lone.companies[company].isStalled = true
    lone.companies[company].row = Int32(truncatingIfNeeded: world.law.stalledRow)
    enterStage(company, stay)
  }

  @inline(__always) private mutating func enterStage(_ company: Int, _ stay: Int) {
    lone.companies[company].time = lone.stays[stay].time
    lone.companies[company].quarter = lone.stays[stay].quarter
    lone.living.append(Int32(truncatingIfNeeded: company))
  }

  /// Principal plus simple interest for the time held, after the law's delay, if the founder pays at all.
  private mutating func buyBack(_ stay: Int, _ world: borrowing LoneWorld) {
    let company = Int(lone.stays[stay].company)
    let quarter = Int(lone.stays[stay].quarter)
    let cost = lone.companies[company].cost
    leaving[quarter] += cost
    let sector = Int(lone.companies[company].sector)
    guard recovers(lone.draws.second[stay], law: plan.lone.law, sector: sector, in: quarter) else { return }
    let held = lone.stays[stay].time - lone.companies[company].bought
    let amount = Money.nearestFen(Double(cost) * (1 + world.law.buyBackRate * held))
    let due = quarter + world.law.buyBackDelay
    guard due <= world.end else { return sellRest(worth: Double(amount)) }
    credit(amount, world.channels.proceeds(of: StageEvent.boughtBack), in: due)
  }

  /// After a lock-up listed shares are sold in equal parts.
  private mutating func list(_ stay: Int, _ world: borrowing LoneWorld) {
    let company = Int(lone.stays[stay].company)
    let quarter = Int(lone.stays[stay].quarter)
    let listed = Double(lone.companies[company].cost) * lone.stays[stay].value
    let series = world.law.listedMarket + Int(lone.companies[company].sector)
    let sales = world.law.saleQuarters
    let first = quarter + world.law.lockUp
    let done = max(0, min(sales, world.end + 1 - first))
    let channel = world.channels.proceeds(of: StageEvent.listed)
    for sale in first..<first + done {
      credit(counted(listed / Double(sales) * move(series, from: quarter, to: sale)), channel, in: sale)
    }
    if done == sales {
      leaving[first + done - 1] += lone.companies[company].cost
      return
    }
    sellRest(worth: listed * (Double(sales - done) / Double(sales)) * move(series, from: quarter, to: world.end))
  }

  /// A listing waits for the window: it comes later, or not before the end of the fund.
  mutating func awaitWindow(_ world: borrowing LoneWorld) {
    for stay in lone.draws.addresses.indices where Int(lone.stays[stay].event) == StageEvent.listed {
      while Int(lone.stays[stay].quarter) <= world.end, !isWindowOpen[Int(lone.stays[stay].quarter)] {
        lone.stays[stay].quarter += 1
        lone.stays[stay].time = Double(lone.stays[stay].quarter) / 4
      }
      if Int(lone.stays[stay].quarter) > world.end { lone.stays[stay].event = Int32(LoneFund.none) }
    }
  }

  /// What is still held at the end of the fund is sold at its last round's value, decayed while stalled.
  private mutating func sellRest(_ company: Int, _ world: borrowing LoneWorld) {
    var value = lone.companies[company].value
    if lone.companies[company].isStalled {
      let stalled = max(0, Double(world.end + 1) / 4 - lone.companies[company].time)
      value *= Elementary.exp(world.law.stalledDecay * stalled)
    }
    sellRest(worth: Double(lone.companies[company].cost) * value)
  }

  private mutating func sellRest(worth: Double) {
    lone.soldAtEnd += counted(worth * plan.funds[0].restShare)
  }
}
