// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

/// The preferred return accrued and not yet paid, in fen as a real number; below zero only by what was credited.
///
/// Interest that bears interest (`capitalised`) and interest of the current period (`pending`) are kept apart, so that any
/// compounding works at any dates. Payments meet the older first.
@frozen @usableFromInline
struct PreferredAccount: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let hurdle: Hurdle
  /// `(1+rate)^(1/4) − 1` for compound hurdles, `rate/4` for simple ones.
  @usableFromInline let perQuarter: Double
  @usableFromInline var capitalised = 0.0
  @usableFromInline var pending = 0.0
  /// The part of the current compounding period that has passed, 0 up to 1.
  @usableFromInline var elapsed = 0.0

  init(_ hurdle: Hurdle) {
    self.hurdle = hurdle
    switch hurdle {
    case .none: perQuarter = 0
    case .simple(let rate): perQuarter = rate / 4
    case .compound(let rate, _): perQuarter = Elementary.expm1(Elementary.log1p(rate) / 4)
    }
  }

  /// What is owed, in fen.
  @inlinable var owed: Double { capitalised + pending }

  /// Interest for a quarter on unreturned capital.
  @inlinable
  mutating func accrueQuarter(capital: Double) {
    switch hurdle {
    case .none: return
    case .simple: pending += capital * perQuarter
    case .compound(_, .continuously): capitalised += (capital + capitalised) * perQuarter
    case .compound(_, .quarterly) where elapsed == 0: capitalised += (capital + capitalised) * perQuarter
    case .compound: accrue(years: 0.25, capital: capital)
    }
  }

  /// Interest for some years on unreturned capital.
  @usableFromInline
  mutating func accrue(years: Double, capital: Double) {
    switch hurdle {
    case .none: return
    case .simple(let rate): pending += capital * rate * years
    case .compound(let rate, .continuously):
      capitalised += (capital + capitalised) * Elementary.expm1(Elementary.log1p(rate) * years)
    case .compound(_, .quarterly): accrue(periods: 4 * years, rate: perQuarter, capital: capital)
    case .compound(let rate, .annually): accrue(periods: years, rate: rate, capital: capital)
    }
  }

  /// Simple interest inside a period, which joins the balance when the period ends; an end within 1e-9 of a period counts
  /// as reached, as days do not add up to years without rounding.
  private mutating func accrue(periods: Double, rate: Double, capital: Double) {
    var rest = periods
    while rest > 0 {
      let step = min(rest, 1 - elapsed)
      pending += (capital + capitalised) * rate * step
      elapsed += step
      rest -= step
      guard elapsed > 1 - 1e-9 else { return }
      capitalised += pending
      pending = 0
      elapsed = 0
    }
  }

  /// Takes a payment of what is owed at most.
  @inlinable
  mutating func pay(_ amount: Double) { _ = payNewer(amount - payOlder(amount)) }

  /// Takes a payment for interest that bears interest; how much of it there was to pay.
  @inlinable
  mutating func payOlder(_ amount: Double) -> Double {
    let paid = min(amount, max(0, capitalised))
    capitalised -= paid
    return paid
  }

  /// Takes a payment for interest of the current period; how much of it there was to pay.
  @inlinable
  mutating func payNewer(_ amount: Double) -> Double {
    let paid = min(amount, max(0, pending))
    if paid > 0 { pending -= paid }
    return paid
  }

  /// Sets a payment beyond what is owed against the return of later times; it bears interest as what is owed does.
  mutating func credit(_ amount: Double) { capitalised -= amount }

  /// Hands a part, 0...1, of the balance to an account whose periods began when this one's did.
  mutating func move(_ part: Double, to other: inout PreferredAccount) {
    let (older, newer) = (capitalised * part, pending * part)
    capitalised -= older
    pending -= newer
    other.capitalised += older
    other.pending += newer
  }
}
