// SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of quantity that a scenario file can state, with their units.
///
/// One table serves reading, messages, the register of parameters and the JSON Schema.
public enum QuantityKind: String, Hashable, Sendable, CaseIterable {
  /// An amount of money.
  case money
  /// A part of a whole, 0 to 1.
  case share
  /// A rate per year.
  case annualRate = "annual_rate"
  /// A length of time.
  case timeSpan = "time_span"
  /// An area of land.
  case area
  /// An area of floor.
  case floorArea = "floor_area"
  /// A mass, such as that of coal equivalent or of emissions.
  case mass
  /// What one amount is of another, which may be more than the whole or below nothing; a number or in percent.
  case ratio
  /// A pure number.
  case number
  /// A whole number.
  case count

  /// The unit that values of this kind are converted to, as printed in the register and in tables.
  public var baseUnit: String {
    switch self {
    case .money: "CNY"
    case .share: "1"
    case .annualRate: "1/year"
    case .timeSpan: "year"
    case .area: "mu"
    case .floorArea: "m2"
    case .mass: "t"
    case .ratio: "1"
    case .number: ""
    case .count: ""
    }
  }

  /// Values that a message may show as examples.
  public var examples: BilingualText {
    func list(_ examples: String...) -> BilingualText {
      BilingualText(examples.joined(separator: ", "), examples.joined(separator: "、"))
    }
    return switch self {
    case .money: list("20 亿元", "5000 万元", "CNY 3e8")
    case .share: list("30 %", "5 ‰")
    case .annualRate: list("8 %", "50 bp")
    case .timeSpan: BilingualText("2.5 years, 18 months, 90 days", "2.5 年、18 个月、90 天")
    case .area: list("300 亩", "12 ha")
    case .floorArea: list("5000 m2", "20 万平方米")
    case .mass: list("500 吨", "2 万吨标准煤")
    case .ratio: list("1.2", "120 %")
    case .number: list("0.9")
    case .count: list("20")
    }
  }

  /// What one unit is in the base unit, `numerator · 10^power`; of money in its own currency. Empty name = no unit
  /// written.
  struct Unit {
    var names: [String]
    var numerator: Double = 1
    var power = 0
    var currency = Currency.yuan
  }

  var units: [Unit] {
    switch self {
    case .money:
      [
        Unit(names: ["元", "yuan", "CNY", "RMB", "人民币", "¥", "￥"]),
        Unit(names: ["千元", "thousand yuan", "thousand CNY"], power: 3),
        Unit(names: ["万元", "万", "万 元"], power: 4),
        Unit(names: ["百万元", "million yuan", "million CNY"], power: 6),
        Unit(names: ["千万元"], power: 7),
        Unit(names: ["亿元", "亿", "亿 元"], power: 8),
        Unit(names: ["billion yuan", "billion CNY", "十亿元"], power: 9),
        Unit(names: ["万亿元", "万亿"], power: 12),
        Unit(names: ["分", "fen"], power: -2),
        Unit(names: ["美元", "USD", "dollars"], currency: .dollar),
        Unit(names: ["万美元", "万 USD"], power: 4, currency: .dollar),
        Unit(names: ["百万美元", "million USD", "million dollars"], power: 6, currency: .dollar),
        Unit(names: ["亿美元", "亿 USD"], power: 8, currency: .dollar),
        Unit(names: ["十亿美元", "billion USD", "billion dollars"], power: 9, currency: .dollar),
      ]
    case .share:
      [
        Unit(names: ["%", "％", "percent"], power: -2), Unit(names: ["‰", "permille"], power: -3),
        Unit(names: ["bp"], power: -4),
      ]
    case .annualRate:
      [
        Unit(names: ["%", "％", "percent", "% a year", "%/year", "% per year", "%/年"], power: -2),
        Unit(names: ["‰", "‰/year", "‰/年"], power: -3), Unit(names: ["bp", "bp/year"], power: -4),
      ]
    case .timeSpan:
      [
        Unit(names: ["years", "year", "年"]), Unit(names: ["quarters", "quarter", "季度", "个季度"], numerator: 0.25),
        Unit(names: ["months", "month", "个月", "月"], numerator: 1 / 12),
        Unit(names: ["weeks", "week", "周"], numerator: 7 / 365.25),
        Unit(names: ["days", "day", "天", "日"], numerator: 1 / 365.25),
      ]
    case .area:
      [
        Unit(names: ["亩", "mu"]), Unit(names: ["ha", "公顷", "hectares"], numerator: 15),
        Unit(names: ["m2", "m²", "平方米"], numerator: 15 / 10000),
        Unit(names: ["km2", "km²", "平方公里"], numerator: 1500),
      ]
    case .floorArea:
      [
        Unit(names: ["m2", "m²", "平方米", "㎡"]),
        Unit(names: ["万平方米", "万 m2", "万 m²", "万㎡"], power: 4),
      ]
    case .mass:
      [
        Unit(names: ["t", "tce", "tonnes", "tonne", "吨", "吨标准煤"]),
        Unit(names: ["kt", "千吨"], power: 3),
        Unit(names: ["万吨", "万吨标准煤"], power: 4),
        Unit(names: ["kg", "千克", "公斤"], power: -3),
      ]
    case .ratio: QuantityKind.number.units + QuantityKind.share.units
    case .number: [Unit(names: ["", "x", "×", "倍"])]
    case .count: [Unit(names: [""])]
    }
  }

  /// Whether a number without a unit is one of this kind.
  public var takesPlainNumbers: Bool { units.contains { $0.names.contains("") } }

  /// All unit names, for messages and the schema.
  public var unitNames: [String] { units.flatMap(\.names).filter { !$0.isEmpty } }
}
