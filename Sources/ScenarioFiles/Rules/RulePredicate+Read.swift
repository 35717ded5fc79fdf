// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension RulePredicate {
  /// Reads `{field: NAME, FORM: …}`, `{all: […]}` or `{any: […]}`; the field is one of the subject's.
  static func read(_ record: RecordReader, _ subject: RuleSubject.Kind) -> RulePredicate {
    // A predicate holds predicates, so describing it would not end.
    guard !record.isDescribing else { return .all([]) }
    let parts = FieldKind<[RulePredicate]>.list(of: .section { read($0, subject) }, atLeast: 1)
    if let all = record.optional("all", parts, "Every one", "全部满足") { return .all(all) }
    if let any = record.optional("any", parts, "At least one", "任一满足") { return .any(any) }
    let names = RuleField.all.filter { $0.subject == subject }.map(\.name)
    let name = record.required("field", .word(among: names), "What is read", "字段")
    guard let field = RuleField.named(name, of: subject) else {
      // Which words a form may have is not clear, and that the field is wrong is already reported.
      record.log.acceptsAnyKey = true
      return .all([])
    }
    let forms = read(record, field)
    record.require(
      forms.count == 1, at: "field", "a predicate has one form", "每个条件只有一种形式")
    return forms.first ?? .all([])
  }

  /// The forms that are written, of which there must be one.
  private static func read(_ record: RecordReader, _ field: RuleField) -> [RulePredicate] {
    func words(_ key: String, _ form: (RuleField, [String]) -> RulePredicate) -> RulePredicate? {
      record.optional(key, .list(of: .word(among: field.words), atLeast: 1), "Words", "词").map { form(field, $0) }
    }
    func number(_ key: String, _ form: (RuleField, Double) -> RulePredicate) -> RulePredicate? {
      record.optional(key, .bound(of: field), "Bound", "界限").map { form(field, $0) }
    }
    let other = record.optional(
      "disjoint_from", .word(among: RuleField.all.filter { $0.subject == field.subject }.map(\.name)), "Other list",
      "另一列表")
    return [
      words("excludes", RulePredicate.excludes), words("includes", RulePredicate.includes),
      words("includes_any", RulePredicate.includesAny), words("within", RulePredicate.within),
      number("at_most", RulePredicate.atMost), number("at_least", RulePredicate.atLeast),
      number("below", RulePredicate.below),
      record.optional("is", .flag(), "Truth value", "是否").map { .flag(field, $0) },
      other.flatMap { RuleField.named($0, of: field.subject) }.map { .disjoint(field, $0) },
    ].compactMap(\.self)
  }
}

extension FieldKind where Value == Double {
  /// A bound in the unit of a field: a share in percent, a time with its unit, or a number.
  fileprivate static func bound(of field: RuleField) -> Self {
    switch field.unit {
    case .share: FieldKind<Sourced<Share>>.share(uncertain: false).map(\.value.fraction)
    case .years: FieldKind<Sourced<TimeSpan>>.timeSpan(uncertain: false).map(\.value.years)
    case .none: FieldKind<Sourced<Double>>.number(uncertain: false).map(\.value)
    }
  }
}
