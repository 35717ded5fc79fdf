// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension LegalDocument {
  /// What the file says of a document; its key is its id.
  struct Content {
    var title: BilingualText
    var number: String
    var from: (day: CalendarDate, grade: Grade)?
    var until: CalendarDate?

    static func read(_ record: RecordReader) -> Content {
      Content(
        title: record.name("title", "Title", "标题"),
        number: record.optional("number", .label(), "File number", "文号") ?? "",
        from: record.optional("effective_from", .section(readDay), "First day in force", "施行日期"),
        until: record.optional("effective_until", .date(), "First day no longer in force", "失效日期"))
    }

    private static func readDay(_ record: RecordReader) -> (day: CalendarDate, grade: Grade) {
      _ = record.optional("note", .label(), "What is known of it", "说明")
      return (
        record.date("day", "Day", "日期"), record.choice("grade", Grade.self, "How well it is known", "等级")
      )
    }
  }

  init(id: String, _ content: Content) {
    self.init(
      id: id, title: content.title, number: content.number, effectiveFrom: content.from?.day,
      dateGrade: content.from?.grade, effectiveUntil: content.until)
  }
}
