// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// What each level of government paid and what came of it: a line a level.
struct PublicSummary {
  private let design: DesignReport
  private let language: Language

  init(_ design: DesignReport, _ language: Language) {
    self.design = design
    self.language = language
  }

  /// The table; empty where no level has an account.
  func lines(width: Int) -> [String] {
    let outcome = design.outcome
    let levels = outcome.kinds.indices.filter { outcome.kinds[$0] == .publicMoney && outcome.hasHeadline[$0] }
    let metrics = [HeadlineMetric.netPresentValue, .outlay, .receipts].filter(outcome.wants.headline.contains)
    guard !levels.isEmpty, !metrics.isEmpty else { return [] }
    let scale = scale(levels, metrics)
    var table = TextTable()
    table.add([SummaryPhrase.publicMoney(unit: scale.name).text(language)] + metrics.map { $0.about.label(language) })
    for level in levels {
      table.add(
        [design.name(ofEntity: level)]
          + metrics.map { design.spread(level, $0, places: 2, scale: scale.yuan) ?? "–" })
    }
    return table.lines(width: width)
  }

  /// The scale that suits the largest quantile shown.
  private func scale(_ levels: [Int], _ metrics: [HeadlineMetric]) -> ValueText.MoneyScale {
    let shown = design.summaries.filter { levels.contains($0.entity) && metrics.contains($0.metric) }
    return .suitable(for: shown.flatMap(\.quantiles).map(\.magnitude).max() ?? 0)
  }
}
