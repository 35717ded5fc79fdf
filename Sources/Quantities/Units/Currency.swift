// SPDX-License-Identifier: GPL-3.0-or-later

/// A currency that an amount may be written in. All reckoning is in yuan.
public enum Currency: String, Hashable, Sendable, CaseIterable {
  /// The yuan of the People's Republic of China.
  case yuan = "CNY"
  /// The dollar of the United States.
  case dollar = "USD"
}
