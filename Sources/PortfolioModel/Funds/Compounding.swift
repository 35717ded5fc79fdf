// SPDX-License-Identifier: GPL-3.0-or-later

/// How a preferred return accrues; the two that compound yield the same over whole years.
public enum Compounding: String, Hashable, Sendable, CaseIterable {
  /// On unreturned capital only.
  case simple
  /// Interest bears interest from the end of each year on; simple interest within the year.
  case annual
  /// The running balance grows by (1+h)^(1/4) a quarter.
  case quarterly
}
