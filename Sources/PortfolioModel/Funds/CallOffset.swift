// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether proceeds of a quarter pay for its needs before capital is called.
public enum CallOffset: String, Hashable, Sendable, CaseIterable {
  /// No: everything needed is called, all proceeds are distributed.
  case gross
  /// Yes: cash in hand is used first.
  case net
}
