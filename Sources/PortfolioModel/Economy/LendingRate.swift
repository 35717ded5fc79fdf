// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The loan prime rate by quarter.
public enum LendingRate: Hashable, Sendable {
  /// The same in all quarters.
  case constant(Sourced<AnnualRate>)
  /// By calendar year.
  case path(YearlyPath)
  /// A mean-reverting normal process.
  case vasicek(VasicekRate)
}
