// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// What the promotion of capital brought the first region, which the others lie in: a line a metric.
struct PromotionSummary {
  private let design: DesignReport
  private let language: Language

  init(_ design: DesignReport, _ language: Language) {
    self.design = design
    self.language = language
  }

  /// The table; empty where no region has rows. Beside funds only what the budget and people have of it.
  func lines(width: Int) -> [String] {
    let outcome = design.outcome
    guard let region = outcome.kinds.indices.first(where: { outcome.kinds[$0] == .region && outcome.hasHeadline[$0] })
    else { return [] }
    let metrics: [HeadlineMetric] =
      outcome.kinds.contains(.fund)
      ? [.jobs, .retainedTax] : [.signed, .contractedInvestment, .inPlace, .inProduction, .jobs, .retainedTax]
    let rows = metrics.compactMap { row($0, of: region) }
    guard !rows.isEmpty else { return [] }
    var table = TextTable()
    table.add([SummaryPhrase.promotion.text(language), design.name(ofEntity: region)])
    for row in rows { table.add(row) }
    return table.lines(width: width)
  }

  private func row(_ metric: HeadlineMetric, of region: Int) -> [String]? {
    guard metric.about.unit == "CNY" else {
      return design.spread(region, metric, places: 0).map { ["  " + metric.about.label(language), $0] }
    }
    let shown = design.summaries.first { $0.entity == region && $0.metric == metric }?.quantiles ?? []
    let scale = ValueText.MoneyScale.suitable(for: shown.map(\.magnitude).max() ?? 0)
    return design.spread(region, metric, places: 2, scale: scale.yuan).map {
      ["  " + metric.about.label(language) + ", " + scale.name(language), $0]
    }
  }
}
