// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
import NumericalCore

/// The distribution of one headline metric of one entity over the replicates where it exists.
public struct MetricSummary: Hashable, Sendable {
  /// Position of the entity among the design's entities.
  public var entity: Int
  /// What is measured.
  public var metric: HeadlineMetric
  /// Replicates where the metric exists.
  public var count: Int
  /// Replicates where it does not.
  public var missing: Int
  /// Mean, of values cut at the metric's cap where no mean exists; the ratio of means for a ratio; nil without values.
  public var mean: Double?
  /// Monte Carlo standard error of the mean, by the delta method for a ratio of means; nil below two values.
  public var standardError: Double?
  /// Standard deviation of what the mean was taken of; nil below two values.
  public var standardDeviation: Double?
  /// Quantiles at 5, 25, 50, 75 and 95 %, type 7 of Hyndman and Fan (1996); empty without values.
  public var quantiles: [Double]
  /// Distribution-free 95 % limits of the median, from order statistics; nil where there are too few values.
  public var medianLimits: ClosedRange<Double>?

  /// The probabilities of `quantiles`.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// Summarises a column.
  ///
  /// - Parameters:
  ///   - entity: Position of the entity.
  ///   - metric: What is measured.
  ///   - sorted: Its values where it exists, in rising order: what the quantiles are taken of.
  ///   - replicates: How many there are with those where it does not.
  ///   - terms: What the mean is taken of; NaN marks a replicate without the metric.
  /// - Complexity: O(n).
  init(entity: Int, metric: HeadlineMetric, sorted: [Double], replicates: Int, terms: [Double]) {
    self.entity = entity
    self.metric = metric
    count = sorted.count
    missing = replicates - sorted.count
    var moments = RunningMoments()
    for value in terms where !value.isNaN { moments.add(value) }
    mean = moments.count > 0 ? moments.mean : nil
    standardError = moments.count > 1 ? moments.standardError : nil
    standardDeviation = moments.count > 1 ? moments.standardDeviation : nil
    quantiles =
      count > 0 ? MetricSummary.probabilities.map { Quantiles.type7(sorted: sorted, probability: $0) } : []
    guard count > 0 else { return }
    let ranks = Quantiles.limits(count: count, probability: 0.5, confidence: 0.95)
    if ranks.lower != nil, ranks.upper != nil { medianLimits = ranks.values(in: sorted) }
  }
}

/// The distribution of one series at one quarter.
public struct PeriodSummary: Hashable, Sendable {
  /// What it describes.
  public var series: PeriodSeries
  /// Replicates.
  public var count: Int
  /// Mean.
  public var mean: Double
  /// Monte Carlo standard error of the mean; nil below two replicates.
  public var standardError: Double?
  /// Quantiles at 5, 25, 50, 75 and 95 % from a histogram with relative error below 0.5 %.
  public var quantiles: [Double]
}

/// One pair of accounts over all replicates.
public struct LedgerLine: Hashable, Sendable {
  /// The account that pays.
  public var from: String
  /// The account that receives.
  public var to: String
  /// What for.
  public var kind: FlowKind
  /// Fen over all replicates.
  public var totalFen: Int128
  /// Yuan on the mean replicate.
  public var meanYuan: Double
  /// Fen by which either account was out of balance, over all replicates; 0 when the books balance.
  public var imbalanceFen: Int128
}

extension DesignOutcome {
  /// The replicate whose value of a metric stands at a probability among all that have it: the smallest value that at
  /// least this part of them does not exceed, the earliest replicate with it.
  public func replicate(at probability: Double, of metric: HeadlineMetric, entity name: String) -> Int? {
    guard let entity = labels.entities.firstIndex(of: name), let position = wants.headline.firstIndex(of: metric)
    else { return nil }
    let column = column(entity: entity, metric: position)
    let sorted = column.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return nil }
    let rank = min(sorted.count - 1, max(0, Int((probability * Double(sorted.count)).rounded(.up)) - 1))
    return column.firstIndex(of: sorted[rank])
  }

  /// Every series by quarter.
  public func periodSummaries() -> [PeriodSummary] {
    series.indices.map { position in
      let error = moments.standardError(position)
      return PeriodSummary(
        series: series[position], count: moments.count, mean: moments.means[position],
        standardError: error.isNaN ? nil : error,
        quantiles: MetricSummary.probabilities.map { histograms[position].quantile($0) })
    }
  }

  /// Every pair of accounts, in the order of the ledger.
  public func ledgerLines() -> [LedgerLine] {
    channels.indices.map { channel in
      let about = channels[channel]
      return LedgerLine(
        from: labels.accounts[about.from], to: labels.accounts[about.to], kind: about.kind,
        totalFen: totals[channel], meanYuan: Double(totals[channel]) / Double(count * 100),
        imbalanceFen: imbalances[about.from] + imbalances[about.to])
    }
  }
}
