// SPDX-License-Identifier: GPL-3.0-or-later

/// How days become years for the preferred return.
public enum HurdleDayCount: String, Hashable, Sendable, CaseIterable {
  /// Actual days over 365.
  case actual365Fixed = "act/365f"
  /// Actual days over 360.
  case actual360 = "act/360"
  /// Months of 30 days over 360: each quarter is a quarter of a year.
  case thirty360 = "30/360"
  /// Actual days over 365 or 366, each day by its year (ISDA).
  case actualActual = "act/act"
}
