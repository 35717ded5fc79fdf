// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A document that rules come from.
public struct LegalDocument: Hashable, Sendable {
  /// Its key in the rule book.
  public var id: String

  /// What it is called.
  public var title: BilingualText

  /// Its file number; empty where it has none.
  public var number: String

  /// The first day on which it holds; none where it had not been issued when the rule book was made.
  public var effectiveFrom: CalendarDate?

  /// How well that day is known.
  public var dateGrade: Grade?

  /// The first day on which it holds no longer; none where it holds.
  public var effectiveUntil: CalendarDate?

  /// Takes every field.
  public init(
    id: String, title: BilingualText, number: String, effectiveFrom: CalendarDate?, dateGrade: Grade?,
    effectiveUntil: CalendarDate?
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.effectiveFrom = effectiveFrom
    self.dateGrade = dateGrade
    self.effectiveUntil = effectiveUntil
  }

  /// Whether it holds on a day; one without a date holds wherever a scenario brings it in.
  public func isInForce(on day: CalendarDate) -> Bool {
    (effectiveFrom.map { $0 <= day } ?? true) && (effectiveUntil.map { day < $0 } ?? true)
  }
}
