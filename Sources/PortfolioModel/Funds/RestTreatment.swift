// SPDX-License-Identifier: GPL-3.0-or-later

/// What happens to what is left at the end of a fund.
public enum RestTreatment: String, Hashable, Sendable, CaseIterable {
  /// It is sold to a secondary fund at a discount.
  case sale
  /// It is written off.
  case writeOff = "write_off"
}
