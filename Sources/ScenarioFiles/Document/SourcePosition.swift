// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a file that was read.
public struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file as it is named in messages; `--set` for values of the command line, whose line is the number of the
  /// option, and `<defaults>` for the shipped defaults.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// A place in a file.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The start of a file.
  public init(startOf file: String) { self.init(file: file, line: 1, column: 1) }

  /// Such as `scenario.yaml:41:13`.
  public var description: String { "\(file):\(line):\(column)" }

  /// The order of reading: by file, line and column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
