// SPDX-License-Identifier: GPL-3.0-or-later

/// The waterfall of the benchmark page written another way, in real numbers: one running balance, no tiers kept.
struct SlowWaterfall {
  var hurdle: Double
  var catchUp: Double
  var carry: Double
  var balance = 0.0
  var capital = 0.0
  var contributed = 0.0
  var investors = 0.0
  var manager = 0.0

  init(hurdle: Double, catchUp: Double, carry: Double) {
    self.hurdle = hurdle
    self.catchUp = catchUp
    self.carry = carry
  }

  mutating func quarter(growth: Double, call: Double, cash: Double) {
    balance = balance * growth + call
    contributed += call
    let first = min(cash, balance)
    balance -= first
    investors += first
    var rest = cash - first
    if catchUp > carry {
      // Bisection for the cash at which the manager has its share of all profit.
      var (low, high) = (0.0, rest)
      for _ in 0..<60 {
        let middle = 0.5 * (low + high)
        let profit = investors + manager + middle - contributed
        if manager + catchUp * middle < carry * profit { low = middle } else { high = middle }
      }
      manager += catchUp * high
      investors += (1 - catchUp) * high
      rest -= high
    }
    manager += carry * rest
    investors += (1 - carry) * rest
  }
}
