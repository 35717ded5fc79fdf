// SPDX-License-Identifier: GPL-3.0-or-later

/// What a fund holds and buys.
public enum Portfolio: Hashable, Sendable {
  /// Companies, look-through.
  case companies(InvestmentProgramme)
  /// A portfolio that is not modelled company by company.
  case pacing(PacingLaw)
  /// Interests in other funds and nothing else: each is written where the other fund lists its investors. A fund that buys
  /// companies may hold interests besides.
  case funds
}
