// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import Quantities

/// The measures of real dated flows: a row a measure, with the name that scripts know it by.
public struct MeasureTable {
  fileprivate enum Kind {
    case rate
    case multiple
    case money
  }

  fileprivate struct Row {
    let name: String
    let label: BilingualText
    let kind: Kind
    let value: Double?
  }

  private let rate: InternalRate
  private let roots: [Double]
  private let rows: [Row]
  private let equivalents: [Row]

  /// The table of measures.
  ///
  /// - Parameters:
  ///   - rate: The internal rate of return a year.
  ///   - roots: All rates at which the flows are worth nothing.
  ///   - netPresentValue: Where a rate to discount at was given.
  ///   - multiples: In yuan.
  ///   - equivalent: Where an index was given.
  public init(
    rate: InternalRate, roots: [Double], netPresentValue: Double?, multiples: Multiples,
    equivalent: PublicMarketEquivalent?
  ) {
    self.rate = rate
    self.roots = roots
    rows = [
      Row(.npv, .money, netPresentValue), Row(.dpi, .multiple, multiples.dpi), Row(.tvpi, .multiple, multiples.tvpi),
      Row(.rvpi, .multiple, multiples.rvpi), Row(.paidIn, .money, multiples.paidIn),
      Row(.distributed, .money, multiples.distributed), Row(.nav, .money, multiples.netAssetValue),
    ]
    equivalents = equivalent.map(Self.rows) ?? []
  }

  private static func rows(_ equivalent: PublicMarketEquivalent) -> [Row] {
    let nickels = equivalent.longNickels
    let plus = equivalent.plus
    return [
      Row(.ksPme, .multiple, equivalent.kaplanSchoar),
      Row("ln_pme_nav", .init("Long-Nickels: value in the index", "Long-Nickels：指数中的余值"), .money, nickels.quantity),
      Row("ln_pme", .init("Long-Nickels: rate of return a year", "Long-Nickels：年收益率"), .rate, nickels.rate.rate),
      Row(
        "pme_plus_lambda", .init("PME+: scale of the distributions", "PME+：分配的比例系数"), .multiple, plus?.quantity),
      Row("pme_plus", .init("PME+: rate of return a year", "PME+：年收益率"), .rate, plus?.rate.rate),
      Row(.directAlpha, .rate, equivalent.directAlpha.rate),
      Row(
        "log_direct_alpha", .init("Direct alpha, continuously compounded", "直接阿尔法（连续复利）"), .rate,
        equivalent.logDirectAlpha),
    ]
  }

  /// One JSON object; `null` where a measure does not exist.
  public var json: String {
    func members(_ rows: [Row]) -> String {
      rows.map { "\"\($0.name)\": \(Self.exact($0.value))" }.joined(separator: ", ")
    }
    let all = roots.map { NumberText.text($0) }.joined(separator: ", ")
    let pme = equivalents.isEmpty ? "null" : "{\(members(equivalents))}"
    return "{\"irr\": \(Self.exact(rate.rate)), \"irr_status\": \"\(rate.status.rawValue)\", \"irr_roots\": [\(all)], "
      + "\(members(rows)), \"pme\": \(pme)}\n"
  }

  /// A measure a line: its label, its value and its name; a dash where it does not exist.
  public func text(_ language: Language) -> String {
    var table = TextTable(right: [1])
    func add(_ row: Row) { table.add([row.label(language), Self.shown(row.value, row.kind), row.name]) }
    add(Row(.irr, .rate, rate.rate))
    table.add([HeadlineMetric.irrStatus.about.label(language), rate.status.label(language), "irr_status"])
    if roots.count > 1 {
      let label = BilingualText("Rate of return, one of several", "收益率（多个之一）")
      for root in roots { add(Row("irr_roots", label, .rate, root)) }
    }
    for row in rows + equivalents { add(row) }
    return table.lines().joined(separator: "\n") + "\n"
  }

  private static func exact(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? NumberText.text($0) : nil } ?? "null"
  }

  private static func shown(_ value: Double?, _ kind: Kind) -> String {
    guard let value, value.isFinite else { return "–" }
    return switch kind {
    case .rate: ValueText.percent(value, places: 4)
    case .multiple: NumberText.rounded(value, places: 4)
    case .money: NumberText.rounded(value, places: 2)
    }
  }
}

extension MeasureTable.Row {
  /// A measure of the catalogue of metrics.
  fileprivate init(_ metric: HeadlineMetric, _ kind: MeasureTable.Kind, _ value: Double?) {
    self.init(metric.name, metric.about.label, kind, value)
  }

  fileprivate init(_ name: String, _ label: BilingualText, _ kind: MeasureTable.Kind, _ value: Double?) {
    self.name = name
    self.label = label
    self.kind = kind
    self.value = value
  }
}
