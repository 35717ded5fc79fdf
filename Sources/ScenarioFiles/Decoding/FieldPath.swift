// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a field stands in a scenario.
struct FieldPath: Hashable {
  /// The keys from the top, joined by dots; a place in a list is its number from 0.
  private(set) var text = ""
  /// The same with `*` for the ids of collections and the places in lists: what defaults are keyed by.
  private(set) var pattern = ""
  /// Whether it lies in a table, whose cells the register leaves out.
  var isInTable = false
  /// Whether it lies where no number may have a range.
  var isCertain = false
  /// The year whose exchange rates amounts in other currencies are converted at; none for the first year of the run.
  var year: Int?

  /// The path of a key of the mapping here.
  func key(_ key: String) -> FieldPath { appending(key, key) }

  /// The path of a member of the collection or list here.
  func member(_ id: String) -> FieldPath { appending(id, "*") }

  private func appending(_ key: String, _ general: String) -> FieldPath {
    var path = self
    path.text = text.isEmpty ? key : "\(text).\(key)"
    path.pattern = pattern.isEmpty ? general : "\(pattern).\(general)"
    return path
  }
}
