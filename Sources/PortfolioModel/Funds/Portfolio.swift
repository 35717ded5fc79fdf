// SPDX-License-Identifier: GPL-3.0-or-later

/// What a fund holds and buys.
public enum Portfolio: Hashable, Sendable {
  /// Companies, look-through.
  case companies(InvestmentProgramme)
  /// A portfolio that is not modelled company by company.
  case pacing(PacingLaw)
}
