// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities
import Simulation

/// What each level of government and state-owned enterprises paid and what came of it: a line a level.
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
        [design.name(ofEntity: level) + (label(ofEntity: level).map { " " + $0(language) } ?? "")]
          + metrics.map { design.spread(level, $0, places: 2, scale: scale.yuan) ?? "–" })
    }
    return table.lines(width: width)
  }

  /// Whose money it is: a budget's, or that of state-owned enterprises, which is public but no budget's.
  private func label(ofEntity entity: Int) -> BilingualText? {
    let name = design.name(ofEntity: entity).split(separator: "/").last.map(String.init)
    return name.flatMap(PublicLevel.init(rawValue:))?.label
  }

  /// The scale that suits the largest quantile shown.
  private func scale(_ levels: [Int], _ metrics: [HeadlineMetric]) -> ValueText.MoneyScale {
    let shown = design.summaries.filter { levels.contains($0.entity) && metrics.contains($0.metric) }
    return .suitable(for: shown.flatMap(\.quantiles).map(\.magnitude).max() ?? 0)
  }
}

extension PublicLevel {
  /// Whose money it is, beside the name of the level.
  var label: BilingualText {
    switch self {
    case .central: BilingualText("budget", "中央财政")
    case .province: BilingualText("budget", "省级财政")
    case .city: BilingualText("budget", "市级财政")
    case .county: BilingualText("budget", "区县财政")
    case .stateOwned: BilingualText("enterprises", "国有企业")
    }
  }
}
