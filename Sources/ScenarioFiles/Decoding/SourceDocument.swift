// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A document that values of a scenario come from.
public struct SourceDocument: Hashable, Sendable {
  /// The key that values name.
  public var id: String
  /// What it is called.
  public var title: BilingualText
  /// Where it can be found; empty where that is not known.
  public var location: String
  /// What else is to be known of it; may be empty.
  public var note: String
  /// Whether it comes with the shipped defaults.
  public var isDefault: Bool

  /// What a file says of a document.
  struct Content {
    var title: BilingualText
    var location: String
    var note: String
  }

  init(id: String, _ content: Content, isDefault: Bool) {
    self.id = id
    title = content.title
    location = content.location
    note = content.note
    self.isDefault = isDefault
  }

  /// Reads an entry of `sources:`.
  static func read(_ record: RecordReader) -> Content {
    Content(
      title: record.name("title", "Title", "标题"),
      location: record.optional("location", .label(), "Address or file number", "网址或文号") ?? "",
      note: record.optional("note", .label(), "Note", "说明") ?? "")
  }
}
