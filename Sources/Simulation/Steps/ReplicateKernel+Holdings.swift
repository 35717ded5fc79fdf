// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

extension ReplicateKernel {
  /// Buys a holding of a company at a value per share over entry.
  mutating func buy(_ company: Int, fund: Int, cost: Int64, time: Double, price: Double) {
    let holding = HoldingState(
      company: company, fund: fund, next: companies[company].firstHolding, cost: cost, price: price, bought: time)
    holdings.append(holding)
    companies[company].firstHolding = holdings.count - 1
    let last = funds[fund].lastHolding
    if last < 0 {
      funds[fund].firstHolding = holdings.count - 1
    } else {
      holdings[last].nextOfFund = holdings.count - 1
    }
    funds[fund].lastHolding = holdings.count - 1
    funds[fund].invested += cost
    funds[fund].purchases += cost
    if plan.funds[fund].isAmerican { enterDeal(holdings.count - 1) }
    dateRight(holdings.count - 1)
  }

  /// Ends a holding by an event of its company. `factor` as `LifeEvent.value` has it.
  mutating func close(_ holding: Int, event: Int, factor: Double, in quarter: Int) {
    let company = holdings[holding].company
    let law = companies[company].law
    let cost = Double(holdings[holding].cost)
    holdings[holding].route = event
    switch event {
    case StageEvent.failed: receive(holding, cost * factor, event: event, in: quarter)
    case StageEvent.boughtBack: awaitBuyBack(holding, pays: factor > 0, at: companies[company].eventTime, in: quarter)
    case StageEvent.listed:
      holdings[holding].status = .listed
      holdings[holding].listedValue = cost * factor / holdings[holding].price
      holdings[holding].listedQuarter = quarter
      awaitPayment(holding, in: quarter + plan.laws[law].lockUp)
    case StageEvent.acquired where plan.laws[law].preference > 0:
      let offer = companies[company].postMoney * factor / companies[company].value
      let guaranteed = min(plan.laws[law].preference, offer / companies[company].raised)
      receive(holding, cost * max(factor / holdings[holding].price, guaranteed), event: event, in: quarter)
    default: receive(holding, cost * factor / holdings[holding].price, event: event, in: quarter)
    }
  }

  /// Principal plus simple interest for the time held, after the law's delay, if the founder pays at all.
  mutating func awaitBuyBack(_ holding: Int, pays: Bool, at time: Double, in quarter: Int) {
    let law = companies[holdings[holding].company].law
    let held = time - holdings[holding].bought
    leave(holding, in: quarter)
    guard pays else { return end(holding) }
    holdings[holding].status = .awaitingPayment
    holdings[holding].receivable = Money.nearestFen(
      Double(holdings[holding].cost) * (1 + plan.laws[law].buyBackRate * held))
    holdings[holding].receivableEvent = StageEvent.boughtBack
    awaitPayment(holding, in: quarter + plan.laws[law].buyBackDelay)
  }

  /// A payment has a quarter and no day: it comes when everything dated has happened; at once where nobody watches.
  private mutating func awaitPayment(_ holding: Int, in quarter: Int) {
    if quarter < unwatchedUntil(holdings[holding].fund) { return pay(holding, in: quarter) }
    queue.add(.payment, holding, at: Double(quarter + 1) / 4, in: quarter)
  }

  /// The one payment that ends a holding.
  private mutating func receive(_ holding: Int, _ amount: Double, event: Int, in quarter: Int) {
    end(holding)
    leave(holding, in: quarter)
    credit(holding, counted(amount), event: event, in: quarter)
  }

  /// A holding brings nothing any more.
  @inline(__always) mutating func end(_ holding: Int) {
    holdings[holding].status = .closed
    if holdings[holding].deal >= 0 { deals[holdings[holding].deal].open -= 1 }
  }

  /// The cost of a holding leaves its fund at the end of the quarter.
  @inline(__always) private mutating func leave(_ holding: Int, in quarter: Int) {
    leaving[holdings[holding].fund * plan.quarters + quarter] += holdings[holding].cost
  }

  /// Takes up what holdings brought to a fund in a quarter so far.
  @inline(__always) mutating func collect(_ fund: Int, in quarter: Int) {
    let cell = fund * plan.quarters + quarter
    funds[fund].collect(&proceeds, &leaving, at: cell)
  }

  /// The quarter before which what becomes of a fund's companies is handled at once; a story is told in its order.
  @inline(__always) func unwatchedUntil(_ fund: Int) -> Int { journal == nil ? plan.funds[fund].unwatchedUntil : 0 }

  private mutating func credit(_ holding: Int, _ amount: Int64, event: Int, in quarter: Int) {
    let fund = holdings[holding].fund
    guard amount > 0 else { return }
    holdings[holding].proceeds += amount
    proceeds[fund * plan.quarters + quarter] += amount
    if holdings[holding].deal >= 0 { deals[holdings[holding].deal].cash += amount }
    ledger.transfer(amount, through: plan.funds[fund].channels.proceeds(of: event), in: quarter)
    note(.payment, quarter, fund: fund, company: holdings[holding].company, amount: amount)
  }

  /// A payment falls due: a buy-back arrives, or one of the equal parts of a listed holding is sold.
  mutating func pay(_ holding: Int, in quarter: Int) {
    switch holdings[holding].status {
    case .awaitingPayment:
      end(holding)
      credit(holding, holdings[holding].receivable, event: holdings[holding].receivableEvent, in: quarter)
    case .listed:
      if plan.funds[holdings[holding].fund].handsOutAtLockUp {
        return handOut(holding, holdings[holding].listedValue * listedMove(holding, to: quarter), in: quarter)
      }
      let sales = plan.laws[companies[holdings[holding].company].law].saleQuarters
      let part = holdings[holding].listedValue / Double(sales)
      holdings[holding].salesDone += 1
      if holdings[holding].salesDone == sales {
        end(holding)
        leave(holding, in: quarter)
      }
      let amount = part * listedMove(holding, to: quarter)
      credit(holding, counted(amount), event: StageEvent.listed, in: quarter)
      if holdings[holding].salesDone < sales { awaitPayment(holding, in: quarter + 1) }
    case .held, .closed: break
    }
  }

  /// Listed shares pass to the investors, at what they count for.
  mutating func handOut(_ holding: Int, _ value: Double, in quarter: Int) {
    let fund = holdings[holding].fund
    let amount = counted(value * plan.funds[fund].inKindShare)
    end(holding)
    leave(holding, in: quarter)
    guard amount > 0 else { return }
    holdings[holding].proceeds += amount
    proceeds[fund * plan.quarters + quarter] += amount
    if holdings[holding].deal >= 0 { deals[holdings[holding].deal].cash += amount }
    ledger.transfer(amount, through: plan.funds[fund].channels.inKind, in: quarter)
    note(.handedOut, quarter, fund: fund, company: holdings[holding].company, amount: amount)
  }

  /// The market's move since the listing.
  @inline(__always) private func listedMove(_ holding: Int, to quarter: Int) -> Double {
    let company = holdings[holding].company
    let series = plan.laws[companies[company].law].listedMarket + companies[company].sector
    return move(series, from: holdings[holding].listedQuarter, to: quarter)
  }

  /// Fen that a holding is worth at the end of a quarter: the last round's value, the market price of what is listed,
  /// what is due of a buy-back, the expected multiple under a law of multiples.
  @inline(__always) func worth(_ holding: Int, at quarter: Int) -> Double {
    let company = holdings[holding].company
    let law = companies[company].law
    switch holdings[holding].status {
    case .closed: return 0
    case .awaitingPayment: return Double(holdings[holding].receivable)
    case .listed:
      let sales = plan.laws[law].saleQuarters
      let left = Double(sales - holdings[holding].salesDone) / Double(sales)
      return holdings[holding].listedValue * left * listedMove(holding, to: quarter)
    case .held where plan.laws[law].isStaged:
      let value = currentValue(company, at: Double(quarter + 1) / 4)
      return Double(holdings[holding].cost) * value / holdings[holding].price
    case .held:
      let age = max(0, quarter - Int((companies[company].stageTime * 4).rounded(.down)))
      let mark = plan.marks[plan.laws[law].multiple].mark(age: age, factor: factor(companies[company].sector, quarter))
      return Double(holdings[holding].cost) * mark
    }
  }
}
