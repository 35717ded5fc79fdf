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
    tiers.returnOfCapital.fen = capital.returnCapital(&rest)
    tiers.preferred.fen = capital.payPreferred(&rest)
    share(rest, &tiers)
    if terms.floor == .unbounded { capital.preferred.credit(Double(tiers.gains.fen)) }
    return tiers
  }

  /// Takes note of capital that went back to an investor past the tiers, not negative.
  /// - Returns: What of the amount was more than the capital that there was.
  mutating func payBack(_ amount: Money) -> Money {
    precondition(amount.fen >= 0)
    var rest = amount.fen
    returned.fen += capital.returnCapital(&rest)
    investorsTotal += amount
    return Money(fen: rest)
  }

  /// Books what the first two tiers paid to investors, and shares what is left after them.
  mutating func share(_ cash: Int64, _ tiers: inout WaterfallTiers) {
    returned += tiers.returnOfCapital
    preferredPaid += tiers.preferred
    investorsTotal += tiers.investors
    var rest = cash
    if rest > 0 && terms.catchesUp { (tiers.catchUpInvestors.fen, tiers.catchUpManager.fen) = catchUp(&rest) }
    if rest > 0 { (tiers.splitInvestors.fen, tiers.splitManager.fen) = split(rest) }
  }

  /// All that was distributed beyond returned capital. Where cash is left after the first two tiers, that is the profit
  /// so far of what was realised.
  private var profit: Int64 { investorsTotal.fen + managerTotal.fen - returned.fen }

  /// Cash until the end of the tier: until parity, `GP + cX = k (profit + X)`, hence `X = (k · profit − GP)/(c − k)`; or
  /// until the manager has `k/(1 − k)` of the preferred return paid so far.
  private mutating func catchUp(_ rest: inout Int64) -> (investors: Int64, manager: Int64) {
    let carry = terms.carry
    let (missing, perFen) =
      switch terms.catchUpEnd {
      case .parity: (carry * Double(profit) - Double(managerTotal.fen), terms.catchUp - carry)
      case .fixedGross:
        (carry / (1 - carry) * Double(preferredPaid.fen) - Double((managerTotal - splitManager).fen), terms.catchUp)
      }
    guard missing > 0 else { return (0, 0) }
    let wanted = Self.wholeFen(missing / perFen, atMost: rest)
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
      terms.reachesParity ? (profit + cash, managerTotal.fen) : (splitCash.fen, splitManager.fen)
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
  static func wholeFen(_ amount: Double, atMost limit: Int64) -> Int64 {
    let lifted = amount * (1 + 0x1p-51)
    return lifted >= Double(limit) ? limit : Int64(lifted)
  }
}
