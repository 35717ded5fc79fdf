// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Simulation

/// Metrics of the funds side by side, as many as fit.
struct FundSummary {
  private let design: DesignReport
  private let language: Language

  init(_ design: DesignReport, _ language: Language) {
    self.design = design
    self.language = language
  }

  /// Blocks of funds: a line of names, then a line a metric; only the first ones by weight where there is little room.
  func lines(width: Int, height: Int) -> [String] {
    let outcome = design.outcome
    let funds = outcome.kinds.indices.filter { outcome.kinds[$0] == .fund && outcome.hasHeadline[$0] }
    var rest = funds.map(column)[...]
    let labels = [SummaryPhrase.fundLegend.text(language)] + Row.allCases.map { label($0)(language) }
    let known = labels.indices.filter { row in row == 0 || rest.contains { $0[row] != nil } }
    guard known.count > 1 else { return [] }
    let weighty = Set([0] + Row.byWeight.map { $0 + 1 }.filter(known.contains).prefix(max(2, height - 1)))
    let present = known.filter(weighty.contains)
    var lines: [String] = []
    while !rest.isEmpty, lines.count + present.count <= height - (lines.isEmpty ? 0 : 1) {
      let shown = fitting(rest, beside: labels, width: width)
      var table = TextTable()
      for row in present { table.add([labels[row]] + rest.prefix(shown).map { $0[row] ?? "–" }) }
      lines += table.lines(width: width)
      rest = rest.dropFirst(shown)
    }
    if !rest.isEmpty { lines.append(SummaryPhrase.more(rest.count).text(language)) }
    return lines
  }

  /// How many columns fit beside the labels; at least one.
  private func fitting(_ columns: ArraySlice<[String?]>, beside labels: [String], width: Int) -> Int {
    var used = labels.map(TextWidth.columns).max() ?? 0
    var count = 0
    for column in columns {
      used += 2 + (column.map { TextWidth.columns($0 ?? "") }.max() ?? 0)
      if used > width { break }
      count += 1
    }
    return max(1, count)
  }

  /// What is stated of a fund.
  private enum Row: CaseIterable {
    case tvpi
    case dpi
    case irr
    case moic
    case capitalLoss
    case yearsToPayback
    case paidBack

    /// Positions of the rows, those first that nobody should miss.
    static let byWeight = [Row.tvpi, .capitalLoss, .irr, .paidBack, .dpi, .yearsToPayback, .moic]
      .compactMap { allCases.firstIndex(of: $0) }
  }

  private func label(_ row: Row) -> BilingualText {
    switch row {
    case .tvpi: HeadlineMetric.tvpi.about.label
    case .dpi: HeadlineMetric.dpi.about.label
    case .irr: HeadlineMetric.irr.about.label
    case .moic: HeadlineMetric.moic.about.label
    case .capitalLoss: SummaryPhrase.capitalLoss.text
    case .yearsToPayback: SummaryPhrase.yearsToPayback.text
    case .paidBack: SummaryPhrase.paidBack.text
    }
  }

  /// The fund's name, then its cell in every row.
  private func column(_ entity: Int) -> [String?] {
    [design.name(ofEntity: entity)]
      + Row.allCases.map { row in
        switch row {
        case .tvpi: spread(entity, .tvpi, places: 2)
        case .dpi: spread(entity, .dpi, places: 2)
        case .irr: spread(entity, .irr, places: 1, percent: true)
        case .moic: spread(entity, .moic, places: 2)
        case .capitalLoss: probability(entity, .tvpi, .probabilityBelow, level: 1)
        case .yearsToPayback: spread(entity, .yearsToPayback, places: 1)
        case .paidBack: probability(entity, .yearsToPayback, .probabilityExists, level: nil)
        }
      }
  }

  private func spread(_ entity: Int, _ metric: HeadlineMetric, places: Int, percent: Bool = false) -> String? {
    design.spread(entity, metric, places: places, percent: percent)
  }

  private func probability(
    _ entity: Int, _ metric: HeadlineMetric, _ kind: RiskStatistic.Kind, level: Double?
  ) -> String? {
    let found = design.risks.first {
      $0.entity == entity && $0.metric == metric && $0.kind == kind && $0.level == level
    }
    guard let found else { return nil }
    guard let low = found.low, let high = found.high else { return ValueText.percent(found.value) }
    let limits = [low, high].map { NumberText.rounded($0 * 100, places: 1) }
    return "\(ValueText.percent(found.value)) (\(limits[0]) .. \(limits[1]))"
  }
}

extension DesignReport {
  /// The median of a metric with its 5 % and 95 % quantiles; nil where it has no values.
  func spread(
    _ entity: Int, _ metric: HeadlineMetric, places: Int, scale: Double = 1, percent: Bool = false
  ) -> String? {
    guard let summary = summaries.first(where: { $0.entity == entity && $0.metric == metric }) else { return nil }
    guard summary.quantiles.count == TableColumn.quantiles.count else { return nil }
    let factor = percent ? 100 : 1 / scale
    let texts = summary.quantiles.map { NumberText.rounded($0 * factor, places: places) }
    return "\(texts[2])\(percent ? " %" : "") (\(texts[0]) .. \(texts[4]))"
  }
}
