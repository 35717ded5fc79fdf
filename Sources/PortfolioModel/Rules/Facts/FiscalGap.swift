// SPDX-License-Identifier: GPL-3.0-or-later

/// What a government cannot pay in full.
public enum FiscalGap: String, Hashable, Sendable, CaseIterable {
  /// Livelihood, wages and the running of offices, 三保.
  case threeGuarantees = "three_guarantees"
  /// Interest and principal of its debt.
  case debtService = "debt_service"
}
