// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension QuantityKind {
  /// A value in base units as a file would say it, such as `0.3 %`.
  func written(_ value: Double, _ language: Language = .english) -> String {
    switch self {
    case .money:
      let (power, unit) =
        value.magnitude >= 1e8 ? (-8, "亿元") : value.magnitude >= 1e4 ? (-4, "万元") : (0, "元")
      return "\(plain(value, shiftedBy: power)) \(unit)"
    case .share, .annualRate: return "\(plain(value, shiftedBy: 2)) %"
    case .timeSpan: return "\(plain(value)) \(language == .english ? "years" : "年")"
    case .area: return "\(plain(value)) 亩"
    case .floorArea: return "\(plain(value)) m2"
    case .mass: return "\(plain(value)) t"
    case .ratio, .number, .count: return plain(value)
    }
  }

  /// The shortest text of a number times a power of ten; shifted in decimal, so that 0.07 becomes 7.
  private func plain(_ value: Double, shiftedBy power: Int = 0) -> String {
    let text = "\(value)"
    let parts = text.split(separator: "e")
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let shifted = Double("\(parts.first ?? "0")e\(exponent + power)") ?? value
    let result = "\(shifted)"
    return result.hasSuffix(".0") ? String(result.dropLast(2)) : result
  }
}
