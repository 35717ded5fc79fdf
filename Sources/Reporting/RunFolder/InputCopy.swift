// SPDX-License-Identifier: GPL-3.0-or-later

/// A file that a run has read, to be copied into its folder.
public struct InputCopy: Hashable, Sendable {
  /// The path below `inputs/`: relative, and so that relative paths within the files still lead to each other.
  public var path: String
  /// The bytes that were read.
  public var bytes: [UInt8]

  /// A file that was read.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// Refuses paths that lead outside, occur twice, or belong to the description of the run.
  static func check(_ copies: [InputCopy]) throws(ReportFailure) {
    var seen: Set<String> = [RunRequest.file]
    for copy in copies {
      let parts = copy.path.split(separator: "/", omittingEmptySubsequences: false)
      let isPlain = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
      guard isPlain, seen.insert(copy.path).inserted else { throw .badInputPath(copy.path) }
    }
  }
}
