// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the fields of a scenario stand in its files, after what it extends and the settings were laid over each other.
public struct ScenarioPlaces: Hashable, Sendable {
  private let root: LocatedNode

  init(root: LocatedNode) { self.root = root }

  /// The place of the field at a path of keys and numbers in lists, joined by dots; where it is not written, that of the
  /// deepest section around it that is.
  public func position(of path: String) -> SourcePosition {
    var node = root
    for key in path.split(separator: ".") {
      guard let next = node.child(String(key)) else { break }
      node = next
    }
    return node.position
  }
}
