// SPDX-License-Identifier: GPL-3.0-or-later

/// The significant digits of a number with the place of its decimal point: `0.d₁d₂… · 10^point`.
struct DecimalDigits {
  /// ASCII digits; neither the first nor the last is a zero.
  private(set) var digits: [UInt8] = []
  /// How many digits stand before the decimal point; negative for zeros after it.
  private(set) var point = 0
  private var isNegative = false

  init(digits: [UInt8], point: Int, isNegative: Bool) {
    self.digits = digits
    self.point = point
    self.isNegative = isNegative
  }

  /// Reads the standard library's text of a finite number, such as `-1.5`, `1e-07` or `120.0`.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var exponent = 0
    var exponentSign = 0
    var places: Int?
    for byte in text {
      switch byte {
      case 0x2d: if exponentSign == 0 { isNegative = true } else { exponentSign = -1 }
      case 0x65: exponentSign = 1
      case 0x2e: places = digits.count
      case 0x30...0x39 where exponentSign != 0: exponent = exponent * 10 + Int(byte - 0x30)
      case 0x30...0x39: digits.append(byte)
      default: break
      }
    }
    point = (places ?? digits.count) + exponentSign * exponent
    while digits.last == 0x30 { digits.removeLast() }
    let leading = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(leading)
    point -= leading
  }

  /// Adds the shorter of the plain form and the form with an exponent, the plain one when both are equally long.
  func append(to bytes: inout [UInt8]) {
    guard !digits.isEmpty else { return bytes.append(0x30) }
    if isNegative { bytes.append(0x2d) }
    if exponentLength < plainLength { appendExponent(to: &bytes) } else { appendPlain(to: &bytes) }
  }

  private var plainLength: Int {
    if point <= 0 { return 2 - point + digits.count }
    return point < digits.count ? digits.count + 1 : point
  }

  private var exponentLength: Int { digits.count + (digits.count > 1 ? 1 : 0) + 1 + String(point - 1).utf8.count }

  private func appendExponent(to bytes: inout [UInt8]) {
    bytes.append(digits[0])
    if digits.count > 1 {
      bytes.append(0x2e)
      bytes.append(contentsOf: digits[1...])
    }
    bytes.append(0x65)
    bytes.append(contentsOf: String(point - 1).utf8)
  }

  private func appendPlain(to bytes: inout [UInt8]) {
    if point <= 0 {
      bytes.append(contentsOf: [0x30, 0x2e])
      bytes.append(contentsOf: repeatElement(0x30, count: -point))
      return bytes.append(contentsOf: digits)
    }
    bytes.append(contentsOf: digits.prefix(point))
    if point < digits.count {
      bytes.append(0x2e)
      bytes.append(contentsOf: digits[point...])
    } else {
      bytes.append(contentsOf: repeatElement(0x30, count: point - digits.count))
    }
  }
}
