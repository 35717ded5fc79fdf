// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// The JSON Schema of quantities. Numbers with a unit are texts, whose ranges a schema cannot check.
enum QuantitySchema {
  /// A quantity in its plain or its long form.
  static func field(_ kind: QuantityKind, _ limits: QuantityLimits) -> JSONValue {
    let reference = SchemaParts.reference(name(kind, hasRange: limits.uncertain))
    guard kind.takesPlainNumbers, let allowed = limits.allowed else { return reference }
    return
      reference
      .adding("if", .object([JSONValue.Member("type", .text("number"))]))
      .adding("then", .object(bounds(allowed)))
  }

  /// The definitions that fields refer to.
  static var definitions: [JSONValue.Member] {
    QuantityKind.allCases.flatMap { kind in
      [true, false].map { hasRange in
        let plain = kind.takesPlainNumbers ? plainNumber(kind) : text(kind)
        return JSONValue.Member(
          name(kind, hasRange: hasRange),
          SchemaParts.anyOf([plain, SchemaParts.longForm(plain, hasRange: hasRange)]))
      }
    }
  }

  private static func name(_ kind: QuantityKind, hasRange: Bool) -> String {
    hasRange ? kind.rawValue : "certain_\(kind.rawValue)"
  }

  private static func bounds(_ allowed: Interval) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if allowed.low.isFinite {
      members.append(JSONValue.Member(allowed.includesLow ? "minimum" : "exclusiveMinimum", .decimal(allowed.low)))
    }
    if allowed.high.isFinite {
      members.append(JSONValue.Member(allowed.includesHigh ? "maximum" : "exclusiveMaximum", .decimal(allowed.high)))
    }
    return members
  }

  private static func plainNumber(_ kind: QuantityKind) -> JSONValue {
    let type = JSONValue.object([JSONValue.Member("type", .text(kind == .count ? "integer" : "number"))])
    return SchemaParts.anyOf([type, text(kind)])
  }

  private static func text(_ kind: QuantityKind) -> JSONValue {
    .object([
      JSONValue.Member("type", .text("string")),
      JSONValue.Member("pattern", .text(pattern(kind))),
      JSONValue.Member("examples", .texts(kind.examples.english.split(separator: ", ").map(String.init))),
    ])
  }

  /// A number with the unit after it, or before it and a space.
  static func pattern(_ kind: QuantityKind) -> String {
    let number = #"[-+−]?[0-9][0-9,_]*(\.[0-9]+)?([eE][-+]?[0-9]+)?"#
    let names = kind.unitNames.map(escaped)
    guard !names.isEmpty else { return "^\\s*\(number)\\s*$" }
    let units = names.joined(separator: "|")
    return "^\\s*(\(number)\\s*(\(units))\(kind.takesPlainNumbers ? "?" : "")|(\(units))\\s+\(number))\\s*$"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\^$.|?*+()[]{}/".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
