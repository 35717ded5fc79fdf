// SPDX-License-Identifier: GPL-3.0-or-later

/// A quantity read from a text with its unit.
@frozen public struct QuantityText: Hashable, Sendable {
  /// The value in the base unit of its kind; money in yuan.
  public var value: Double
  /// The exact number of fen; for money only.
  public var fen: Int64?

  /// Reads a number with its unit, such as `20 亿元`, `CNY 3e8`, `8%` or `18 months`.
  ///
  /// The unit may stand before or after the number. Money is converted exactly in decimal arithmetic; the rest is one
  /// correctly rounded conversion times one factor.
  ///
  /// - Parameters:
  ///   - text: The number with its unit.
  ///   - kind: What it must be.
  ///   - rate: Yuan for one unit of a currency; nil where there is no rate, so that only yuan is money unless one is
  ///     given. The product is rounded to the nearest fen, ties to even.
  /// - Throws: Why the text is no such quantity.
  public init(
    _ text: some StringProtocol, as kind: QuantityKind, yuanPer rate: (Currency) -> Double? = { _ in nil }
  ) throws(UnitProblem) {
    let trimmed = Substring(text).trimmed
    let (number, written) = try QuantityText.separate(trimmed)
    let unit = written.simplified
    guard let factor = kind.units.first(where: { $0.names.contains(unit) }) else {
      throw unit.isEmpty ? .missingUnit : .unknownUnit(unit)
    }
    guard let double = number.double, double.isFinite, double != 0 || number.digits == 0 else { throw .notFinite }
    switch kind {
    case .money:
      guard double.magnitude * QuantityText.tenTo(factor.power) < 9e16 else {
        throw .outOfRange(allowed: "-9e16...9e16 CNY")
      }
      guard let fen = number.whole(timesTenTo: factor.power + 2) else { throw .finerThanFen }
      let amount = try QuantityText.inYuan(fen, factor.currency, rate)
      value = Double(amount) / 100
      self.fen = amount
    case .count:
      guard let whole = number.whole(timesTenTo: 0) else { throw .notWhole }
      value = Double(whole)
      fen = nil
    default:
      value = try QuantityText.scaled(number, by: factor)
      fen = nil
    }
    try QuantityText.checkRange(value, kind)
  }

  /// The fen that hundredths of a currency are.
  private static func inYuan(
    _ hundredths: Int64, _ currency: Currency, _ rate: (Currency) -> Double?
  ) throws(UnitProblem) -> Int64 {
    guard currency != .yuan else { return hundredths }
    guard let rate = rate(currency) else { throw .noExchangeRate(currency) }
    let fen = Double(hundredths) * rate
    guard fen.magnitude < 9e18 else { throw .outOfRange(allowed: "-9e16...9e16 CNY") }
    return Money.nearestFen(fen)
  }

  private static func separate(_ text: Substring) throws(UnitProblem) -> (DecimalText, String) {
    if let (number, rest) = DecimalText.prefix(of: text) { return (number, String(rest.trimmed)) }
    let words = text.split(separator: " ", maxSplits: 1)
    if words.count == 2, let (number, rest) = DecimalText.prefix(of: words[1].trimmed), rest.trimmed.isEmpty {
      return (number, String(words[0]))
    }
    let lowered = text.lowercased()
    if [".nan", "nan", ".inf", "inf", "-.inf", "-inf", "infinity"].contains(lowered) { throw .notFinite }
    throw .notANumber
  }

  /// The decimal point is moved in the text, so that `8 %` is the double nearest to 0.08.
  private static func scaled(_ number: DecimalText, by unit: QuantityKind.Unit) throws(UnitProblem) -> Double {
    let moved = "\(number.digits)e\(number.exponent + unit.power)"
    guard let base = Double(moved), base.isFinite else { throw .notFinite }
    return base * unit.numerator
  }

  private static func checkRange(_ value: Double, _ kind: QuantityKind) throws(UnitProblem) {
    switch kind {
    case .share where !(0...1).contains(value): throw .outOfRange(allowed: "0 %...100 %")
    case .annualRate where value <= -1: throw .outOfRange(allowed: "> -100 %")
    case .timeSpan where value < 0, .area where value < 0, .floorArea where value < 0, .mass where value < 0:
      throw .outOfRange(allowed: ">= 0")
    default: break
    }
  }

  private static func tenTo(_ power: Int) -> Double {
    (0..<abs(power)).reduce(1.0) { result, _ in power < 0 ? result / 10 : result * 10 }
  }
}

extension Substring {
  var trimmed: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

extension String {
  /// The unit in the characters that units are listed with: those of the traditional script are the same words.
  fileprivate var simplified: String {
    let pairs: [Character: Character] = ["億": "亿", "萬": "万", "圓": "元", "畝": "亩", "幣": "币", "個": "个", "頃": "顷"]
    return String(map { pairs[$0] ?? $0 })
  }
}
