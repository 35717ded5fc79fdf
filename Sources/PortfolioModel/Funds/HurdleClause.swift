// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The preferred return.
public struct HurdleClause: Hashable, Sendable {
  /// A year.
  public var rate: Sourced<AnnualRate>

  /// How it accrues.
  public var compounding: Compounding

  /// Takes every field.
  public init(rate: Sourced<AnnualRate>, compounding: Compounding) {
    self.rate = rate
    self.compounding = compounding
  }
}
