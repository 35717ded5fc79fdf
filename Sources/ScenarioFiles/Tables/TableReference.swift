// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// A value that stands in a table: the path of a `.csv` file, or `{table: path, source, grade, note}`.
struct TableReference {
  static let keys = ["table", "source", "grade", "note"]

  /// The path as it is written.
  var path: ScalarText
  var position: SourcePosition

  /// A reference, if the node is one.
  init?(_ node: LocatedNode) {
    if let text = node.scalar, text.text.hasSuffix(".csv") {
      path = text
      position = node.position
    } else if let table = node["table"], let text = table.scalar {
      path = text
      position = table.position
    } else {
      return nil
    }
  }
}
