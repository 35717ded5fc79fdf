// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as text: always the same bytes for the same number, in every language and on every machine.
///
/// A `Double` becomes the shortest text that reads back the same number: the digits of the standard library, written
/// plainly or with an exponent, whichever is shorter, plainly when both are equally long (`0.05`, `1e9`, `-2.5`).
/// There is no `-0`; NaN and infinities have no text.
public enum NumberText {
  /// The text of a number; empty for NaN and infinities.
  public static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the text of a number to a buffer; nothing for NaN and infinities.
  /// - Complexity: about 60 ns.
  public static func append(_ number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else { return }
    if number.magnitude < 0x1p53, number == number.rounded(.towardZero) {
      return append(whole: Int64(number), to: &bytes)
    }
    var text = number.description
    text.withUTF8 { digits in
      if isShortest(digits) {
        bytes.append(contentsOf: digits)
      } else {
        DecimalDigits(digits).append(to: &bytes)
      }
    }
  }

  /// Adds an integer.
  public static func append(_ number: some BinaryInteger, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2d) }
    if let small = UInt64(exactly: number.magnitude) {
      append(digitsOf: small, to: &bytes)
    } else {
      bytes.append(contentsOf: String(number.magnitude).utf8)
    }
  }

  /// Adds the decimal digits of a number.
  static func append(digitsOf number: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(0x30 + UInt8(truncatingIfNeeded: digit))
      rest = quotient
    } while rest > 0
    bytes[start...].reverse()
  }

  /// A whole number: with an exponent where many zeros end it.
  private static func append(whole number: Int64, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2d) }
    var digits = number.magnitude
    var zeros = 0
    while digits > 0, digits % 10 == 0 {
      digits /= 10
      zeros += 1
    }
    guard zeros > 2 else { return append(digitsOf: number.magnitude, to: &bytes) }
    var mantissa: [UInt8] = []
    append(digitsOf: digits, to: &mantissa)
    DecimalDigits(digits: mantissa, point: mantissa.count + zeros, isNegative: false).append(to: &bytes)
  }

  /// Whether the standard library's text is already ours: no exponent, no `.0` at the end, no zeros after the point
  /// that an exponent would save.
  private static func isShortest(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.count
    if count >= 5, text[count - 4] == 0x65 || text[count - 5] == 0x65 { return false }
    if count >= 2, text[count - 1] == 0x30 { return false }
    let start = text[0] == 0x2d ? 1 : 0
    return !(text[start] == 0x30 && count > start + 3 && text[start + 2] == 0x30 && text[start + 3] == 0x30)
  }
}
