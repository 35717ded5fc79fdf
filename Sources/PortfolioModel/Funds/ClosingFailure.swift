// SPDX-License-Identifier: GPL-3.0-or-later

/// What becomes of a fund that misses its minimum closing.
public enum ClosingFailure: String, Hashable, Sendable, CaseIterable {
  /// Everybody else's commitment is cut in the same proportion as what was raised, so that shares stay as designed.
  case shrink
  /// It is not formed: nobody pays anything.
  case dissolve
}
