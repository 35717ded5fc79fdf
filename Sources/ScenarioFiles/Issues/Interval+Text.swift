// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

extension Interval {
  /// The interval in words; an end at infinity is left out.
  func text(_ kind: QuantityKind) -> BilingualText {
    BilingualText(text(kind, .english), text(kind, .chinese))
  }

  private func text(_ kind: QuantityKind, _ language: Language) -> String {
    func word(_ english: String, _ chinese: String) -> String { BilingualText(english, chinese)(language) }
    let low = low.isFinite ? kind.written(low, language) : nil
    let high = high.isFinite ? kind.written(high, language) : nil
    if let low, let high, includesLow, includesHigh { return "\(low) \(word("to", "至")) \(high)" }
    let least = low.map { "\(includesLow ? word("at least", "不小于") : word("above", "大于")) \($0)" }
    let most = high.map { "\(includesHigh ? word("at most", "不大于") : word("below", "小于")) \($0)" }
    let limits = [least, most].compactMap(\.self)
    return limits.isEmpty ? word("any", "任意") : limits.joined(separator: word(" and ", "且"))
  }
}
