// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Characters that input methods, word processors and spreadsheets write where YAML and tables want others that look alike.
enum Lookalike {
  /// What is meant by a character; nothing where it is no such character.
  static func meant(by scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\t", "\u{A0}", "\u{3000}": " "
    case "：": ":"
    case "，", "、": ","
    case "；": ";"
    case "｛": "{"
    case "｝": "}"
    case "［", "【": "["
    case "］", "】": "]"
    case "“", "”", "＂": "\""
    case "‘", "’", "＇": "'"
    case "＃": "#"
    case "－": "-"
    default: nil
    }
  }

  /// What a message calls a character.
  static func name(of scalar: Unicode.Scalar) -> BilingualText {
    switch scalar {
    case " ": BilingualText("a space", "半角空格")
    case "\t": BilingualText("a tab", "制表符")
    case "\u{A0}": BilingualText("a no-break space (U+00A0)", "不换行空格（U+00A0）")
    case "\u{3000}": BilingualText("a full-width space (U+3000)", "全角空格（U+3000）")
    case _ where scalar.isASCII: BilingualText("'\(scalar)'", "半角“\(scalar)”")
    default: BilingualText("full-width '\(scalar)'", "全角“\(scalar)”")
    }
  }

  /// What would be right where such a character stands among others.
  static func expectation(in text: some Sequence<Unicode.Scalar>, at place: String = "") -> Expectation? {
    for scalar in text {
      guard let meant = meant(by: scalar) else { continue }
      let (wanted, found) = (name(of: meant), name(of: scalar))
      return .words(
        BilingualText(
          "\(wanted.english) in the place of \(found.english)\(place.isEmpty ? "" : " at \(place)")",
          "\(wanted.chinese)，而非\(place.isEmpty ? "" : " \(place) 处的")\(found.chinese)"))
    }
    return nil
  }
}
