// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// A number in whatever unit its metric has.
struct MeasuredNumber: Hashable {
  var number: Sourced<Double>
  /// The base unit.
  var unit: String
}

extension FieldKind where Value == MeasuredNumber {
  /// A certain number in the unit of a metric; in any unit where the metric's is not known.
  static func measured(in unit: String?, allowed: Interval? = nil) -> Self {
    FieldKind(
      expected: .quantity(MeasuredKinds(unit: unit).kinds[0], allowed: allowed),
      placeholder: { _, _ in MeasuredNumber(number: Sourced(0), unit: unit ?? "") },
      read: { place in
        let kind = MeasuredKinds(unit: unit).fitting(place.node.writtenValue)
        func number<Number>(_ kind: FieldKind<Sourced<Number>>, _ value: (Number) -> Double) -> Sourced<Double> {
          let read = kind.read(place)
          return Sourced(value(read.value), parameter: read.parameter)
        }
        let read =
          switch kind {
          case .money: number(.money(in: allowed, uncertain: false)) { $0.yuan }
          case .share: number(.share(in: allowed, uncertain: false)) { $0.fraction }
          case .annualRate: number(.annualRate(in: allowed, uncertain: false)) { $0.perYear }
          case .timeSpan: number(.timeSpan(in: allowed, uncertain: false)) { $0.years }
          case .area: number(.area(in: allowed, uncertain: false)) { $0 }
          case .floorArea: number(.floorArea(in: allowed, uncertain: false)) { $0 }
          case .mass: number(.mass(in: allowed, uncertain: false)) { $0 }
          case .ratio: number(.ratio(in: allowed, uncertain: false)) { $0 }
          case .number, .count: number(.number(in: allowed, uncertain: false)) { $0 }
          }
        return MeasuredNumber(number: read, unit: unit ?? kind.baseUnit)
      },
      schema: { _, path in
        let limits = QuantityLimits(allowed: nil, usual: nil, uncertain: false)
        let kinds = MeasuredKinds(unit: unit).kinds.map { QuantitySchema.field($0, limits.at(path)) }
        return kinds.count == 1 ? kinds[0] : SchemaParts.anyOf(kinds)
      })
  }
}

/// The kinds of quantity that numbers of a unit are written as.
struct MeasuredKinds {
  /// At least one.
  let kinds: [QuantityKind]

  init(unit: String?) {
    kinds =
      switch unit {
      case nil: [.number, .ratio, .money, .timeSpan, .area, .floorArea, .mass]
      case "CNY": [.money]
      case "1/year": [.annualRate]
      case "year": [.timeSpan]
      case "mu": [.area]
      case "m2": [.floorArea]
      case "t": [.mass]
      case "1": [.ratio]
      default: [.number]
      }
  }

  /// The first kind that a text can be read as; the first of all where there is none.
  func fitting(_ text: String?) -> QuantityKind {
    guard let text else { return kinds[0] }
    return kinds.first { (try? QuantityText(text, as: $0, yuanPer: { _ in 1 })) != nil } ?? kinds[0]
  }
}

extension LocatedNode {
  /// The text of a value in its plain or its long form.
  var writtenValue: String? { (self["value"] ?? self).scalar?.text }
}
