// SPDX-License-Identifier: GPL-3.0-or-later

/// A scalar as it was written: never interpreted as a number, a date or a truth value by the YAML library.
struct ScalarText: Hashable, Sendable {
  var text: String
  /// Whether it stood in quotes or in a block, so that it is text whatever it looks like.
  var isQuoted: Bool

  /// Whether it means that there is no value.
  var isNull: Bool { !isQuoted && ["", "~", "null", "Null", "NULL"].contains(text) }
}
