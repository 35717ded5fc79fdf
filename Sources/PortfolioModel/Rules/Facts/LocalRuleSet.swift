// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules of a province that a fund is subject to besides national ones.
public enum LocalRuleSet: String, Hashable, Sendable, CaseIterable {
  /// The rules of Guangdong for government investment funds.
  case guangdong
}
