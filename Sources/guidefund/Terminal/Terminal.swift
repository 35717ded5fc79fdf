// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Standard output and standard error.
enum Terminal {
  /// Writes to standard output; a reader that has gone away ends the program as the system expects.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes to standard error.
  static func writeError(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Whether people see standard error as it is written.
  static var showsProgress: Bool { isatty(2) == 1 }
}
