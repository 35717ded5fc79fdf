// SPDX-License-Identifier: GPL-3.0-or-later

/// What became of a package that was signed.
public enum PackageState: String, Hashable, Sendable, CaseIterable {
  /// It is being paid.
  case active
  /// It was stopped.
  case stopped
  /// It was agreed anew.
  case renegotiated
}
