// SPDX-License-Identifier: GPL-3.0-or-later

/// A JSON value whose objects keep their order, so that its text is always the same.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([Member])

  /// One member of an object.
  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A list of texts.
  static func texts(_ texts: some Sequence<String>) -> JSONValue { .list(texts.map { .text($0) }) }

  /// The members, if this is an object.
  var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The value of a member, if this is an object that has it.
  subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  /// The object with a member more.
  func adding(_ name: String, _ value: JSONValue?) -> JSONValue {
    guard let value else { return self }
    return .object(members + [Member(name, value)])
  }

  /// The text, indented by two spaces a level, without a line end after it.
  func rendered() -> String {
    var output = ""
    render(into: &output, indent: "")
    return output
  }

  private func render(into output: inout String, indent: String) {
    switch self {
    case .null: output += "null"
    case .flag(let flag): output += flag ? "true" : "false"
    case .whole(let number): output += "\(number)"
    case .number(let number):
      output += number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    case .text(let text): output += JSONValue.quoted(text)
    case .list(let values):
      JSONValue.render(values, "[", "]", into: &output, indent: indent) { value, output, indent in
        value.render(into: &output, indent: indent)
      }
    case .object(let members):
      JSONValue.render(members, "{", "}", into: &output, indent: indent) { member, output, indent in
        output += "\(JSONValue.quoted(member.name)): "
        member.value.render(into: &output, indent: indent)
      }
    }
  }

  private static func render<Element>(
    _ elements: [Element], _ open: String, _ close: String, into output: inout String, indent: String,
    element: (Element, inout String, String) -> Void
  ) {
    guard !elements.isEmpty else {
      output += open + close
      return
    }
    let inner = indent + "  "
    output += open
    for (index, value) in elements.enumerated() {
      output += index == 0 ? "\n\(inner)" : ",\n\(inner)"
      element(value, &output, inner)
    }
    output += "\n\(indent)\(close)"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
