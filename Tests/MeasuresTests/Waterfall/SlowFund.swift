// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures

/// The waterfalls of this program written another way, in real numbers: lots of capital with their dates instead of
/// running balances, bisection instead of formulas, and profit from the flows alone.
///
/// Only hurdles whose interest is the same whatever the steps: none, simple, or compounding at every instant. Capital
/// paid back is taken from lots in proportion.
struct SlowFund {
  /// What investors are owed somewhere: capital and the return on it.
  struct Pot {
    var capital = 0.0
    var interest = 0.0
  }

  let terms: WaterfallTerms
  let isByDeal: Bool
  var deals: [Pot]
  var costOfDeal: [Double]
  var isRealised: [Bool]
  var carried = Pot()
  var costs = Pot()
  var costsPaid = 0.0
  var costsBorne = 0.0
  var paidIn = 0.0
  var investors = 0.0
  var manager = 0.0
  var capitalBack = 0.0
  var preferred = 0.0
  var catchUpManager = 0.0

  init(_ terms: WaterfallTerms, isByDeal: Bool, deals count: Int) {
    self.terms = terms
    self.isByDeal = isByDeal
    deals = Array(repeating: Pot(), count: count)
    costOfDeal = Array(repeating: 0, count: count)
    isRealised = Array(repeating: false, count: count)
  }

  mutating func run(_ events: [RandomFund.Event]) {
    for event in events {
      switch event {
      case .time(let years): wait(years)
      case .contribution(let amount, let deal): contribute(Double(amount), isByDeal ? deal : nil)
      case .cash(let amount, let deal): distribute(Double(amount), isByDeal ? deal : nil)
      case .writeOff(let amount, let deal): if isByDeal { writeOff(Double(amount), deal) }
      }
    }
  }

  private mutating func wait(_ years: Double) {
    func later(_ pot: Pot) -> Pot {
      switch terms.hurdle {
      case .none: pot
      case .simple(let rate): Pot(capital: pot.capital, interest: pot.interest + pot.capital * rate * years)
      case .compound(let rate, _):
        Pot(capital: pot.capital, interest: (pot.capital + pot.interest) * pow(1 + rate, years) - pot.capital)
      }
    }
    deals = deals.map(later)
    carried = later(carried)
    costs = later(costs)
  }

  private mutating func contribute(_ amount: Double, _ deal: Int?) {
    paidIn += amount
    if let deal {
      deals[deal].capital += amount
      costOfDeal[deal] += amount
    } else if isByDeal {
      costs.capital += amount
      costsPaid += amount
    } else {
      carried.capital += amount
    }
  }

  private static func move(_ part: Double, from source: inout Pot, to target: inout Pot) {
    let moved = Pot(capital: source.capital * part, interest: source.interest * part)
    source.capital -= moved.capital
    source.interest -= moved.interest
    target.capital += moved.capital
    target.interest += moved.interest
  }

  /// Lets realised deals bear costs; all of them where cash comes from no deal.
  private mutating func bearCosts(all: Bool) {
    let total = costOfDeal.reduce(0, +)
    let realised = zip(costOfDeal, isRealised).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let wanted = all || realised >= total ? costsPaid : costsPaid * realised / total
    guard wanted > costsBorne, costs.capital > 0 else { return }
    Self.move(min(1, (wanted - costsBorne) / costs.capital), from: &costs, to: &carried)
    costsBorne = wanted
  }

  private mutating func writeOff(_ amount: Double, _ deal: Int) {
    guard amount > 0 else { return }
    isRealised[deal] = true
    bearCosts(all: false)
    guard deals[deal].capital > 0 else { return }
    Self.move(min(1, amount / deals[deal].capital), from: &deals[deal], to: &carried)
  }

  private mutating func distribute(_ cash: Double, _ deal: Int?) {
    guard cash > 0 else { return }
    if let deal { isRealised[deal] = true }
    if isByDeal { bearCosts(all: deal == nil) }
    var rest = cash
    var pots = [carried]
    if let deal { pots.insert(deals[deal], at: 0) }
    for pot in pots.indices {
      let paid = min(rest, pots[pot].capital)
      pots[pot].capital -= paid
      (rest, investors, capitalBack) = (rest - paid, investors + paid, capitalBack + paid)
    }
    for pot in pots.indices {
      let paid = min(rest, max(0, pots[pot].interest))
      pots[pot].interest -= paid
      (rest, investors, preferred) = (rest - paid, investors + paid, preferred + paid)
    }
    // What a deal still owes on capital that is back is carried; less than a hundredth of a fen is rounding.
    if deal != nil, pots[0].capital < 0.01, pots[0].interest > 0 {
      pots[1].interest += pots[0].interest
      pots[0].interest = 0
    }
    let gains = share(rest)
    if terms.floor == .unbounded { pots[0].interest -= gains }
    carried = pots[pots.count - 1]
    if let deal { deals[deal] = pots[0] }
  }

  /// Catch-up and split; what of them goes to investors.
  private mutating func share(_ cash: Double) -> Double {
    guard cash > 0 else { return 0 }
    let (k, c) = (terms.carry, terms.catchUp)
    let tier = c > k ? catchUpCash(cash) : 0
    let before = manager
    manager += c * tier
    catchUpManager += c * tier
    let rest = cash - tier
    // With parity the last tier never lifts the manager above its share of all profit.
    let profit = investors + before - capitalBack + cash
    let more = terms.reachesParity ? min(rest, max(0, k * profit - manager)) : k * rest
    manager += more
    let gains = cash - c * tier - more
    investors += gains
    return gains
  }

  /// How much of some cash the catch-up takes, by bisection.
  private func catchUpCash(_ cash: Double) -> Double {
    let (k, c) = (terms.carry, terms.catchUp)
    func isWanting(_ tier: Double) -> Bool {
      switch terms.catchUpEnd {
      case .parity: manager + c * tier < k * (investors + manager - capitalBack + tier)
      case .fixedGross: catchUpManager + c * tier < k / (1 - k) * preferred
      }
    }
    if isWanting(cash) { return cash }
    guard isWanting(0) else { return 0 }
    var (low, high) = (0.0, cash)
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if isWanting(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
