// SPDX-License-Identifier: GPL-3.0-or-later

extension NumberText {
  /// Adds a replicate's money: yuan with exactly two decimals, halves to even; nothing for NaN and infinities.
  ///
  /// Beyond 1e34 yuan, where two decimals would say nothing, the shortest text is written instead.
  public static func append(yuan: Double, to bytes: inout [UInt8]) {
    guard yuan.isFinite else { return }
    guard yuan.magnitude < 1e34 else { return append(yuan, to: &bytes) }
    let fen = (yuan * 100).rounded(.toNearestOrEven)
    if fen.magnitude < 0x1p63 {
      append(fen: Int64(fen), to: &bytes)
    } else {
      append(fen: Int128(fen), to: &bytes)
    }
  }

  /// Adds an amount of fen as yuan with two decimals.
  public static func append(fen: some FixedWidthInteger, to bytes: inout [UInt8]) {
    if fen < 0 { bytes.append(0x2d) }
    let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    append(whole, to: &bytes)
    bytes.append(0x2e)
    bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / 10))
    bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
  }

  /// The text of a number for people: a fixed number of decimals, at most 12, halves away from zero, thousands
  /// separated by commas; a dash for NaN and infinities.
  public static func rounded(_ number: Double, places: Int) -> String {
    guard number.isFinite else { return "–" }
    var scale: UInt64 = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = (number.magnitude * Double(scale)).rounded()
    guard scaled < 0x1p63 else { return text(number) }
    let (whole, rest) = UInt64(scaled).quotientAndRemainder(dividingBy: scale)
    let sign = number < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + grouped(whole) }
    let decimals = String(rest)
    return sign + grouped(whole) + "." + String(repeating: "0", count: places - decimals.utf8.count) + decimals
  }

  /// The digits of a number in groups of three.
  public static func grouped(_ number: some BinaryInteger) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
