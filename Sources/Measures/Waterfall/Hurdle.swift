// SPDX-License-Identifier: GPL-3.0-or-later

/// The preferred return of investors before the manager shares in profit, on the balance that they are owed.
@frozen public enum Hurdle: Hashable, Sendable, BitwiseCopyable {
  /// No preferred return: capital first, then the split.
  case none
  /// Interest on unreturned capital only: `capital · rate · years`; a quarter accrues `rate/4`. The rate is per year.
  case simple(rate: Double)
  /// Interest on unreturned capital and on the preferred return accrued before. The rate is effective per year.
  case compound(rate: Double, Compounding)

  /// When accrued interest begins to bear interest itself; every form yields the same effective rate over whole years.
  @frozen public enum Compounding: Hashable, Sendable, BitwiseCopyable {
    /// At the end of each year from the first accrual; simple interest within the year.
    case annually
    /// At the end of each quarter, at `(1+rate)^(1/4) − 1`; simple interest within the quarter.
    case quarterly
    /// At every instant: `(1+rate)^years` for any time.
    case continuously
  }

  /// The rate per year; 0 for `none`.
  @inlinable public var rate: Double {
    switch self {
    case .none: 0
    case .simple(let rate): rate
    case .compound(let rate, _): rate
    }
  }
}
