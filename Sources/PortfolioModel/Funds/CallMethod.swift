// SPDX-License-Identifier: GPL-3.0-or-later

/// When capital is called.
public enum CallMethod: String, Hashable, Sendable, CaseIterable {
  /// Each quarter what is needed.
  case asNeeded = "as_needed"
  /// A fixed share of commitments whenever cash does not suffice.
  case instalments
}
