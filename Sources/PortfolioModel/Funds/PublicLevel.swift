// SPDX-License-Identifier: GPL-3.0-or-later

/// A level of government with an account of public money.
public enum PublicLevel: String, Hashable, Sendable, CaseIterable {
  /// Central government.
  case central
  /// Provincial government.
  case province
  /// City government.
  case city
  /// County or district government.
  case county
  /// State-owned enterprises, whose money is public.
  case stateOwned = "state_owned"
}
