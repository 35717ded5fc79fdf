// SPDX-License-Identifier: GPL-3.0-or-later

/// A quantity read from a text with its unit.
@frozen public struct QuantityText: Hashable, Sendable {
  /// The value in the base unit of its kind; money in units of its currency.
  public var value: Double
  /// The exact number of hundredths of the currency, fen or cents; for money only.
  public var fen: Int64?
  /// The currency of money; yuan for everything else.
  public var currency: Currency

  /// Reads a number with its unit, such as `20 亿元`, `CNY 3e8`, `8%` or `18 months`.
  ///
  /// The unit may stand before or after the number. Money is converted exactly in decimal arithmetic; the rest is one
  /// correctly rounded conversion times one factor.
  public init(_ text: some StringProtocol, as kind: QuantityKind) throws(UnitProblem) {
    let trimmed = Substring(text).trimmed
    let (number, unit) = try QuantityText.separate(trimmed)
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
      value = Double(fen) / 100
      self.fen = fen
    case .count:
      guard let whole = number.whole(timesTenTo: 0) else { throw .notWhole }
      value = Double(whole)
      fen = nil
    default:
      value = try QuantityText.scaled(number, by: factor)
      fen = nil
    }
    currency = factor.currency
    try QuantityText.checkRange(value, kind)
  }

  /// The amount in yuan at a rate of yuan for one unit of its currency, to the nearest fen, ties to even.
  public func inYuan(at rate: Double) throws(UnitProblem) -> QuantityText {
    guard (value * rate).magnitude < 9e16 else { throw .outOfRange(allowed: "-9e16...9e16 CNY") }
    var amount = self
    let fen = Money(nearestYuan: value * rate).fen
    amount.fen = fen
    amount.value = Double(fen) / 100
    amount.currency = .yuan
    return amount
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
    case .timeSpan where value < 0, .area where value < 0: throw .outOfRange(allowed: ">= 0")
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
