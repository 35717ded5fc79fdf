// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What investors are owed on some capital: the capital itself, in whole fen, and the preferred return on it.
@frozen public struct CapitalAccount: Hashable, Sendable, BitwiseCopyable {
  /// Contributions not yet returned.
  public internal(set) var unreturned = Money.zero
  @usableFromInline var preferred: PreferredAccount

  init(_ hurdle: Hurdle) { preferred = PreferredAccount(hurdle) }

  /// The preferred return accrued and not yet paid, in fen.
  @inlinable public var preferredOwed: Double { preferred.owed }

  /// Accrues the preferred return over a time, at most until the next flow.
  mutating func accrue(years: Double) {
    precondition(years >= 0)
    preferred.accrue(years: years, capital: Double(unreturned.fen))
  }

  /// Accrues the preferred return over a quarter; see ``EuropeanWaterfall/accrueQuarter()``.
  @inlinable mutating func accrueQuarter() { preferred.accrueQuarter(capital: Double(unreturned.fen)) }

  /// Returns capital out of cash; what was paid, in fen.
  mutating func returnCapital(_ cash: inout Int64) -> Int64 {
    let paid = min(cash, unreturned.fen)
    unreturned.fen -= paid
    cash -= paid
    return paid
  }

  /// Pays the preferred return owed, to the nearest fen, out of cash; what was paid, in fen.
  mutating func payPreferred(_ cash: inout Int64) -> Int64 {
    guard cash > 0, preferred.owed > 0 else { return 0 }
    let due = preferred.owed < 0x1p62 ? Money.nearestFen(preferred.owed) : .max
    let paid = min(cash, due)
    preferred.pay(paid == due ? preferred.owed : Double(paid))
    cash -= paid
    return paid
  }

  /// Pays the preferred return owed on this account and another, as if they were one, out of cash; what was paid, in fen.
  mutating func payPreferred(_ cash: inout Int64, and other: inout CapitalAccount) -> Int64 {
    let (own, rest) = (max(0, preferred.owed), max(0, other.preferred.owed))
    guard cash > 0, own + rest > 0 else { return 0 }
    let due = own + rest < 0x1p62 ? Money.nearestFen(own + rest) : .max
    let paid = min(cash, due)
    cash -= paid
    guard paid < due else {
      preferred.pay(own)
      other.preferred.pay(rest)
      return paid
    }
    // Never more on either than it is owed, which is less than its interest where something was credited.
    var left = Double(paid)
    let older = preferred.payOlder(min(left, own))
    left -= older
    let others = other.preferred.payOlder(min(left, rest))
    left -= others
    left -= preferred.payNewer(min(left, own - older))
    _ = other.preferred.payNewer(min(left, rest - others))
    return paid
  }

  /// Hands capital, with its part of what is owed on it, over to another account of the same fund.
  mutating func move(_ amount: Money, to other: inout CapitalAccount) {
    guard amount.fen > 0 else { return }
    preferred.move(Double(amount.fen) / Double(unreturned.fen), to: &other.preferred)
    unreturned -= amount
    other.unreturned += amount
  }
}
