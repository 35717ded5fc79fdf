// SPDX-License-Identifier: GPL-3.0-or-later

/// What a failure to pay leads to. In every case the rest of the commitment lapses, and the fund plans for what is left.
public enum DefaultRemedy: String, Hashable, Sendable, CaseIterable {
  /// A part of the stake passes to the others.
  case dilution
  /// The whole stake does.
  case forfeiture
  /// Nothing does: only the investment plan is cut.
  case cut
}
