// SPDX-License-Identifier: GPL-3.0-or-later

/// What becomes of a company that was invested in.
public enum CompanyLaw: Hashable, Sendable {
  /// It passes through stages of financing, look-through.
  case staged(StagedLaw)
  /// It returns a multiple of cost after a time.
  case multiple(MultipleLaw)
}
