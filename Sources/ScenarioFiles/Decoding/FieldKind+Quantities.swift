// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// What a quantity may be.
struct QuantityLimits {
  /// What is allowed; anything else is an error.
  var allowed: Interval?
  /// What is usual, in base units; anything else is a warning.
  var usual: ClosedRange<Double>?
  /// Whether the field may have a range that it is drawn from.
  var uncertain = true

  /// All that is allowed of a kind.
  func interval(of kind: QuantityKind) -> Interval { allowed.map(kind.domain.intersection) ?? kind.domain }

  /// The limits at a place: nothing is uncertain in what is tabulated once.
  func at(_ path: FieldPath) -> QuantityLimits {
    var limits = self
    limits.uncertain = uncertain && !path.isCertain
    return limits
  }
}

extension FieldKind {
  /// An amount of money.
  static func money(in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true) -> Self
  where Value == Sourced<Money> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.money, limits, .zero) { $0.fen.map { Money(fen: $0) } }
  }

  /// A share, 0 to 1.
  static func share(in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true) -> Self
  where Value == Sourced<Share> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.share, limits, .none) { try? Share($0.value) }
  }

  /// A rate per year.
  static func annualRate(
    in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true
  ) -> Self where Value == Sourced<AnnualRate> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.annualRate, limits, .zero) { try? AnnualRate(perYear: $0.value) }
  }

  /// A length of time.
  static func timeSpan(in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true) -> Self
  where Value == Sourced<TimeSpan> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.timeSpan, limits, .zero) { try? TimeSpan(years: $0.value) }
  }

  /// An area of land, in mu.
  static func area(in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true) -> Self
  where Value == Sourced<Double> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.area, limits, 0) { $0.value }
  }

  /// An area of floor, in square metres.
  static func floorArea(
    in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true
  ) -> Self where Value == Sourced<Double> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.floorArea, limits, 0) { $0.value }
  }

  /// A mass, in tonnes.
  static func mass(in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true) -> Self
  where Value == Sourced<Double> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.mass, limits, 0) { $0.value }
  }

  /// A pure number.
  static func number(in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true) -> Self
  where Value == Sourced<Double> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.number, limits, 0) { $0.value }
  }

  /// A ratio of two amounts, as a number or in percent.
  static func ratio(in allowed: Interval? = nil, usual: ClosedRange<Double>? = nil, uncertain: Bool = true) -> Self
  where Value == Sourced<Double> {
    let limits = QuantityLimits(allowed: allowed, usual: usual, uncertain: uncertain)
    return quantity(.ratio, limits, 0) { $0.value }
  }

  /// A whole number, which cannot be uncertain.
  static func count(in allowed: ClosedRange<Int>? = nil, usual: ClosedRange<Int>? = nil) -> Self
  where Value == Sourced<Int> {
    let limits = QuantityLimits(
      allowed: allowed.map {
        $0.upperBound == .max
          ? .atLeast(Double($0.lowerBound)) : .between(Double($0.lowerBound), Double($0.upperBound))
      },
      usual: usual.map { Double($0.lowerBound)...Double($0.upperBound) }, uncertain: false)
    return quantity(.count, limits, max(0, allowed?.lowerBound ?? 0)) { Int(exactly: $0.value) }
  }

  private static func quantity<Number: Hashable & Sendable>(
    _ kind: QuantityKind, _ limits: QuantityLimits, _ placeholder: Number,
    convert: @escaping (QuantityText) -> Number?
  ) -> Self where Value == Sourced<Number> {
    FieldKind(
      expected: .quantity(kind, allowed: limits.allowed),
      placeholder: { _, _ in Sourced(placeholder) },
      read: { place in
        guard let (quantity, parameter) = place.quantity(kind, limits), let number = convert(quantity) else {
          return Sourced(placeholder)
        }
        return Sourced(number, parameter: parameter)
      },
      schema: { _, path in QuantitySchema.field(kind, limits.at(path)) })
  }
}

extension FieldPlace {
  /// The quantity here and its place in the register; nothing after an issue was reported.
  fileprivate func quantity(_ kind: QuantityKind, _ limits: QuantityLimits) -> (QuantityText, parameter: Int)? {
    let expected = Expectation.quantity(kind, allowed: limits.allowed)
    // A shipped default may serve places where its range is used and places where it is not.
    let isUncertain = limits.at(path).uncertain
    let isShipped = node.position.file == ShippedDefaults.fileName
    guard let written = sourcedText(rangeAllowed: isUncertain || isShipped, expected: expected) else { return nil }
    let ends = [written.low, written.high].map { end in
      end.map { quantity(of: $0.text, at: $0.position, kind, limits) }
    }
    guard let base = quantity(of: written.text.text, at: written.position, kind, limits) else { return nil }
    if let usual = limits.usual, !usual.contains(base.value) {
      report(
        .unusualValue(text: written.text.text), at: written.position,
        expected: .usual(kind, .between(usual.lowerBound, usual.upperBound)))
    }
    let range = isUncertain ? uncertainty(of: written, base: base, low: ends[0], high: ends[1]) : nil
    return (base, register(written, unit: kind.baseUnit, uncertainty: range, allowed: limits.interval(of: kind)))
  }

  private func quantity(
    of text: String, at position: SourcePosition, _ kind: QuantityKind, _ limits: QuantityLimits
  ) -> QuantityText? {
    var expected = Expectation.quantity(kind, allowed: limits.allowed)
    do throws(UnitProblem) {
      let quantity = try QuantityText(text, as: kind) { context.yuan(per: $0, in: path.year) }
      if !kind.domain.contains(quantity.value) {
        report(.outOfRange(text: text), at: position, expected: .quantity(kind, allowed: limits.interval(of: kind)))
        return nil
      }
      if let allowed = limits.allowed, !allowed.contains(quantity.value) {
        report(.outOfRange(text: text), at: position, expected: expected)
        return nil
      }
      return quantity
    } catch .noExchangeRate(let currency) {
      // Where the economy could not be read, there may be a rate.
      guard context.couldRead("economy") else { return nil }
      report(
        .quantity(.noExchangeRate(currency), text: text), at: position,
        expected: .words(BilingualText("economy.fx.usd, yuan for one dollar", " economy.fx.usd（一美元合多少元）")))
      return nil
    } catch {
      var suggestion: String?
      // Beyond what any field of the kind allows the field's own limits may say nothing.
      if case .outOfRange = error { expected = .quantity(kind, allowed: limits.interval(of: kind)) }
      if case .unknownUnit(let unit) = error { suggestion = Spelling.suggestion(for: unit, among: kind.usualUnitNames) }
      report(.quantity(error, text: text), at: position, expected: expected, suggestion: suggestion)
      return nil
    }
  }

  /// The range of the value; the ends are missing, unreadable (an issue was reported) or read.
  private func uncertainty(
    of written: SourcedText, base: QuantityText, low: QuantityText??, high: QuantityText??
  ) -> Uncertainty? {
    switch (low, high) {
    case (nil, nil): return nil
    case (nil, _?), (_?, nil):
      report(.rangeIncomplete, expected: .words(BilingualText("both low and high", "同时给出 low 和 high")))
      return nil
    case (let low??, let high??):
      let isOrdered = low.value <= base.value && base.value <= high.value && low.value < high.value
      guard isOrdered, written.shape != .lognormal || low.value > 0 else {
        report(
          .baseOutsideRange(
            base: written.text.text, low: written.low?.text ?? "", high: written.high?.text ?? ""),
          at: written.low?.position,
          expected: .words(
            BilingualText(
              "low ≤ value ≤ high, low < high, and low > 0 for a lognormal range",
              "low ≤ value ≤ high 且 low < high；对数正态区间须 low > 0")))
        return nil
      }
      return Uncertainty(low: low.value, base: base.value, high: high.value, shape: written.shape)
    default: return nil
    }
  }
}

extension QuantityKind {
  /// What no field may leave, so that sums of money and numbers of quarters cannot overflow: 100 trillion yuan, 1000
  /// years, 1000 % a year.
  var domain: Interval {
    switch self {
    case .money: .between(-1e14, 1e14)
    case .share: .between(0, 1)
    case .annualRate: .above(-1, upTo: 10)
    case .timeSpan: .between(0, 1000)
    case .area: .between(0, 1e9)
    case .floorArea, .mass: .between(0, 1e12)
    case .ratio, .number: .between(-1e12, 1e12)
    case .count: .between(-1e9, 1e9)
    }
  }

  /// The unit names without those that only differ from another one by a space.
  fileprivate var usualUnitNames: [String] {
    unitNames.filter { name in !name.contains(" ") || !unitNames.contains(name.replacing(" ", with: "")) }
  }
}
