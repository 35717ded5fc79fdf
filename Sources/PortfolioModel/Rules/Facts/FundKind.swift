// SPDX-License-Identifier: GPL-3.0-or-later

/// The two kinds of government investment fund that the law tells apart.
public enum FundKind: String, Hashable, Sendable, CaseIterable {
  /// A venture capital fund, 创业投资类.
  case venture
  /// An industrial investment fund, 产业投资类.
  case industry
}
