// SPDX-License-Identifier: GPL-3.0-or-later

extension JSONValue {
  /// The text with one element a line, indented by two spaces a level, without a line end after it.
  public func rendered() -> String {
    var output = ""
    render(into: &output, indent: "")
    return output
  }

  /// The same with a line end after it, as a file holds it.
  public func document() -> String { rendered() + "\n" }

  private func render(into output: inout String, indent: String) {
    switch self {
    case .null: output += "null"
    case .flag(let flag): output += flag ? "true" : "false"
    case .number(let digits): output += digits
    case .text(let text): output += JSONValue.quoted(text)
    case .list(let values):
      JSONValue.render(values, "[", "]", into: &output, indent: indent) { value, output, inner in
        value.render(into: &output, indent: inner)
      }
    case .object(let members):
      JSONValue.render(members, "{", "}", into: &output, indent: indent) { member, output, inner in
        output += "\(JSONValue.quoted(member.name)): "
        member.value.render(into: &output, indent: inner)
      }
    }
  }

  private static func render<Element>(
    _ elements: [Element], _ open: String, _ close: String, into output: inout String, indent: String,
    element: (Element, inout String, String) -> Void
  ) {
    output += open
    let inner = indent + "  "
    for (position, value) in elements.enumerated() {
      output += position == 0 ? "\n\(inner)" : ",\n\(inner)"
      element(value, &output, inner)
    }
    output += elements.isEmpty ? close : "\n\(indent)\(close)"
  }

  /// A text in quotes, with the escapes that JSON asks for and no others.
  public static func quoted(_ text: String) -> String {
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
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
