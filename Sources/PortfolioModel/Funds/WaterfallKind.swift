// SPDX-License-Identifier: GPL-3.0-or-later

/// Over what the carried interest is reckoned.
public enum WaterfallKind: String, Hashable, Sendable, CaseIterable {
  /// The whole fund: contributions come back first.
  case european
  /// Each deal that is realised, with losses carried forward.
  case american
}
