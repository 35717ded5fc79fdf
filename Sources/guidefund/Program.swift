// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting

/// Which program this is.
enum Program {
  /// The version of the program, and of its results: the second rises whenever a published number moves, with a line
  /// in CHANGELOG.
  static let version = ProgramVersion(program: "0.1.0", results: 1, build: "0.1.0")
}
