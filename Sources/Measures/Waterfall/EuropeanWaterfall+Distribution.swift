// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

extension EuropeanWaterfall {
  /// Distributes cash through the tiers.
  ///
  /// The preferred return owed is paid to the nearest fen; the manager's parts are rounded down, so that its total never
  /// exceeds `carry` of the whole profit, and what rounding withheld is made good by later cash. A fen more of cash never
  /// gives anybody less.
  ///
  /// - Parameter cash: Not negative.
  /// - Returns: Six whole amounts that sum to `cash`.
  /// - Complexity: O(1), no allocation.
  public mutating func distribute(_ cash: Money) -> WaterfallTiers {
    precondition(cash.fen >= 0)
    var rest = cash.fen
    var tiers = WaterfallTiers()
    guard rest > 0 else { return tiers }
    tiers.returnOfCapital.fen = returnCapital(&rest)
    if rest > 0 { tiers.preferred.fen = payPreferred(&rest) }
    if rest > 0 && terms.reachesParity {
      let profit = investorsTotal.fen + managerTotal.fen - contributed.fen
      (tiers.catchUpInvestors.fen, tiers.catchUpManager.fen) = catchUp(&rest, profit: profit)
    }
    if rest > 0 { (tiers.splitInvestors.fen, tiers.splitManager.fen) = split(rest) }
    return tiers
  }

  private mutating func returnCapital(_ rest: inout Int64) -> Int64 {
    let paid = min(rest, unreturnedCapital.fen)
    unreturnedCapital.fen -= paid
    investorsTotal.fen += paid
    rest -= paid
    return paid
  }

  private mutating func payPreferred(_ rest: inout Int64) -> Int64 {
    let due = Int64(account.owed.rounded(.toNearestOrEven))
    let paid = min(rest, due)
    account.pay(paid == due ? account.owed : Double(paid))
    investorsTotal.fen += paid
    rest -= paid
    return paid
  }

  /// Cash until parity: `GP + cX = k (profit + X)`, hence `X = (k · profit − GP)/(c − k)`.
  private mutating func catchUp(_ rest: inout Int64, profit: Int64) -> (investors: Int64, manager: Int64) {
    let missing = terms.carry * Double(profit) - Double(managerTotal.fen)
    guard missing > 0 else { return (0, 0) }
    let wanted = Self.wholeFen(missing / (terms.catchUp - terms.carry), atMost: rest)
    let manager = Self.wholeFen(terms.catchUp * Double(wanted), atMost: wanted)
    pay(investors: wanted - manager, manager: manager)
    rest -= wanted
    return (wanted - manager, manager)
  }

  /// The last tier: the manager's running total is `k` of all profit where the catch-up has reached parity, else `k` of
  /// the cash that ever went through this tier; both rounded down once, not at each distribution.
  private mutating func split(_ cash: Int64) -> (investors: Int64, manager: Int64) {
    splitCash.fen += cash
    let (base, before) =
      terms.reachesParity
      ? (investorsTotal.fen + managerTotal.fen - contributed.fen + cash, managerTotal.fen)
      : (splitCash.fen, splitManager.fen)
    let manager = max(0, Self.wholeFen(terms.carry * Double(base), atMost: before + cash) - before)
    splitManager.fen += manager
    pay(investors: cash - manager, manager: manager)
    return (cash - manager, manager)
  }

  private mutating func pay(investors: Int64, manager: Int64) {
    investorsTotal.fen += investors
    managerTotal.fen += manager
  }

  /// Rounds an amount in fen down, taking one that is whole up to the rounding of its last two bits as whole.
  private static func wholeFen(_ amount: Double, atMost limit: Int64) -> Int64 {
    let lifted = amount * (1 + 0x1p-51)
    return lifted >= Double(limit) ? limit : Int64(lifted)
  }
}
