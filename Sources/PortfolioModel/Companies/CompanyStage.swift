// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a company has come; graduation leads to the next stage that its law knows.
public enum CompanyStage: String, Hashable, Sendable, CaseIterable {
  /// First outside money.
  case seed
  /// Angel round.
  case angel
  /// Series A.
  case a
  /// Series B.
  case b
  /// Series C.
  case c
  /// The last private round before a listing.
  case preIpo = "pre_ipo"
  /// Grown, private.
  case mature

  /// Whether companies of this stage count as early.
  public var isEarly: Bool { self == .seed || self == .angel || self == .a }
}
