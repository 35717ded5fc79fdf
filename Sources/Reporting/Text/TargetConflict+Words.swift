// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Quantities

extension TargetConflict {
  /// The contradiction in a sentence.
  var message: BilingualText {
    let growth = neededGrowth.map { ValueText.percent($0, places: 1) }
    let end = window.map { BilingualText(" by \($0.upperBound)", "（至 \($0.upperBound)）") } ?? BilingualText("", "")
    let (given, wanted) = (amount(implied), amount(asked))
    let list = (met.joined(separator: ", "), met.joined(separator: "、"))
    switch kind {
    case .notImplied:
      let need = growth.map { BilingualText("; \($0) growth would meet it", "；增速须达 \($0)") }
      return BilingualText(
        "meeting \(list.0) exactly gives \(given.english)\(end.english), \(missed) asks for \(wanted.english)"
          + (need?.english ?? ""),
        "恰好完成 \(list.1) 得到 \(given.chinese)\(end.chinese)，达不到 \(missed) 的 \(wanted.chinese)" + (need?.chinese ?? ""))
    case .impossible:
      return BilingualText(
        "\(list.0) and \(missed) cannot both be met: \(given.english) against \(wanted.english)\(end.english)",
        "\(list.1) 与 \(missed) 无法同时完成：\(given.chinese) 对 \(wanted.chinese)\(end.chinese)")
    }
  }

  private func amount(_ value: Double) -> BilingualText {
    BilingualText(ValueText.measured(value, unit: unit, .english), ValueText.measured(value, unit: unit, .chinese))
  }
}
