// SPDX-License-Identifier: GPL-3.0-or-later

/// What a manifest says of one file.
public struct FileRecord: Hashable, Sendable {
  /// The path below the run folder.
  public var path: String
  /// Rows besides the header; nil for a file that is no table.
  public var rows: Int?
  /// The length in bytes.
  public var bytes: Int
  /// The SHA-256 digest in lower-case hexadecimal digits.
  public var sha256: String

  /// What a manifest says of one file.
  public init(path: String, rows: Int?, bytes: Int, sha256: String) {
    self.path = path
    self.rows = rows
    self.bytes = bytes
    self.sha256 = sha256
  }
}
