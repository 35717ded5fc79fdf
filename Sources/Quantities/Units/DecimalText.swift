// SPDX-License-Identifier: GPL-3.0-or-later

/// A decimal number as it was written, kept exactly: `digits · 10^exponent`.
struct DecimalText: Hashable {
  /// All digits as one signed integer; at most 34 of them.
  var digits: Int128
  /// The power of ten.
  var exponent: Int
  /// The number without leading sign marks or separators, for conversion to a double.
  var plain: String

  /// Reads the longest number at the start of `text`: an optional sign, digits with an optional point and optional
  /// thousands commas or underscores, an optional exponent.
  /// - Returns: The number and the rest of the text, or nil where the text does not start with a number.
  static func prefix(of text: Substring) -> (number: DecimalText, rest: Substring)? {
    var scanner = Scanner(rest: text)
    guard scanner.readMantissa() else { return nil }
    scanner.readExponent()
    return (DecimalText(digits: scanner.digits, exponent: scanner.exponent, plain: scanner.plain), scanner.rest)
  }

  /// The nearest double, correctly rounded by the standard library.
  var double: Double? { Double(plain) }

  /// The number times ten to a power, if it is a whole number that fits.
  func whole(timesTenTo power: Int) -> Int64? {
    var value = digits
    var power = exponent + power
    if value == 0 { return 0 }
    while power > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      power -= 1
    }
    while power < 0 {
      guard value % 10 == 0 else { return nil }
      value /= 10
      power += 1
    }
    return Int64(exactly: value)
  }

  private struct Scanner {
    var rest: Substring
    var digits: Int128 = 0
    var exponent = 0
    var plain = ""

    mutating func readMantissa() -> Bool {
      var negative = false
      if let sign = rest.first, sign == "-" || sign == "+" || sign == "−" {
        negative = sign != "+"
        rest.removeFirst()
      }
      plain = negative ? "-" : ""
      var count = 0
      var point = false
      while let character = rest.first {
        if let digit = character.isASCII ? character.wholeNumberValue : nil {
          guard count < 34 else { return false }
          digits = digits * 10 + Int128(digit)
          count += digits == 0 ? 0 : 1
          exponent -= point ? 1 : 0
          plain.append(character)
        } else if character == ".", !point, rest.dropFirst().first?.isASCIIDigit == true {
          point = true
          plain.append(character)
        } else if character == "," || character == "_", !point, isThousandsGroup(rest.dropFirst()) {
        } else {
          break
        }
        rest.removeFirst()
      }
      if negative { digits = -digits }
      return plain.contains { $0.isASCIIDigit }
    }

    private func isThousandsGroup(_ text: Substring) -> Bool {
      let run = text.prefix { $0.isASCIIDigit }
      return run.count == 3 && plain.contains { $0.isASCIIDigit }
    }

    mutating func readExponent() {
      guard let mark = rest.first, mark == "e" || mark == "E" else { return }
      var tail = rest.dropFirst()
      var sign = ""
      if let character = tail.first, character == "-" || character == "+" {
        sign = character == "-" ? "-" : ""
        tail.removeFirst()
      }
      let run = tail.prefix { $0.isASCIIDigit }
      guard !run.isEmpty, let power = Int(sign + run.prefix(6)) else { return }
      exponent += power
      plain += "e\(sign)\(run.prefix(6))"
      rest = tail.dropFirst(run.count)
    }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
