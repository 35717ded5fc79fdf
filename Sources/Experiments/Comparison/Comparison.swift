// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
import NumericalCore
public import Simulation

/// The paired difference of one metric of one entity between a design and the baseline.
public struct ComparisonRow: Hashable, Sendable {
  /// Name of the entity.
  public var entity: String
  /// What is compared.
  public var metric: HeadlineMetric
  /// Name of the baseline.
  public var baseline: String
  /// Name of the design.
  public var design: String
  /// Replicates where the metric exists in both.
  public var count: Int
  /// Mean over those replicates in the baseline.
  public var meanBaseline: Double
  /// Mean over those replicates in the design.
  public var meanDesign: Double
  /// Mean of design less baseline.
  public var meanDifference: Double
  /// Standard error of the mean difference; nil below two replicates.
  public var standardError: Double?
  /// 95 % limits of the mean difference; simulation error only.
  public var limits: ClosedRange<Double>?
  /// Probability that the design is better on one replicate, ties counted half, as neither better nor worse; values
  /// within `PairedDifference.tieTolerance` of each other are ties. NaN for a ratio that exists in both on
  /// no replicate.
  public var probabilityBetter: Double
  /// (Var A + Var B) / Var(A − B): how many times as many independent runs the same precision would take; nil where the
  /// difference does not vary.
  public var varianceReduction: Double?
}

/// Compares designs that were run on the same random numbers.
public enum Comparison {
  /// All metrics of all entities that the baseline shares with a design.
  ///
  /// Means are those of summaries: metrics without a finite mean are cut at their cap, a ratio is one of means, and the
  /// error of its difference is that of the paired linearised ratios. Which design is better is judged on replicates.
  /// - Parameters:
  ///   - outcomes: One a design, with the same replicates.
  ///   - names: One a design.
  ///   - baseline: Position of the baseline.
  /// - Returns: Rows by design, entity and metric.
  /// - Complexity: O(replicates · metrics · designs).
  public static func rows(_ outcomes: [DesignOutcome], names: [String], baseline: Int) -> [ComparisonRow] {
    outcomes.indices.filter { $0 != baseline }.flatMap { design in
      rows(outcomes[baseline], outcomes[design], names: (names[baseline], names[design]))
    }
  }

  private static func rows(
    _ baseline: DesignOutcome, _ design: DesignOutcome, names: (baseline: String, design: String)
  ) -> [ComparisonRow] {
    var all: [ComparisonRow] = []
    for entity in baseline.kinds.indices where baseline.hasHeadline[entity] {
      let name = String(baseline.labels.entities[entity].dropFirst(baseline.labels.prefix.count))
      guard let other = design.labels.entities.firstIndex(of: design.labels.prefix + name), design.hasHeadline[other]
      else { continue }
      for (position, metric) in baseline.wants.headline.enumerated() {
        guard metric.kinds.contains(baseline.kinds[entity]), !metric.isCategory,
          let column = design.wants.headline.firstIndex(of: metric)
        else { continue }
        let means = paired(
          baseline.termsOfMean(entity: entity, metric: position), design.termsOfMean(entity: other, metric: column),
          metric)
        guard means.count > 0 else { continue }
        let values =
          metric.ratio == nil
          ? means
          : paired(
            baseline.column(entity: entity, metric: position), design.column(entity: other, metric: column), metric)
        all.append(row(means, values, entity: name, metric: metric, names: names))
      }
    }
    return all
  }

  /// Entities and metrics that one design records and another does not, which no row tells about.
  ///
  /// - Parameters:
  ///   - one: A design.
  ///   - other: Another.
  /// - Returns: Names, entities first.
  public static func recorded(in one: DesignOutcome, butNotIn other: DesignOutcome) -> [String] {
    func entities(_ outcome: DesignOutcome) -> [String] {
      outcome.kinds.indices.filter { outcome.hasHeadline[$0] }
        .map { String(outcome.labels.entities[$0].dropFirst(outcome.labels.prefix.count)) }
    }
    let known = Set(entities(other) + other.wants.headline.map(\.name))
    return (entities(one) + one.wants.headline.map(\.name)).filter { !known.contains($0) }
  }

  private static func paired(_ baseline: [Double], _ design: [Double], _ metric: HeadlineMetric) -> PairedDifference {
    var pair = PairedDifference(leastMagnitude: metric.about.unit == "1/year" ? 1 : 0)
    let sign: Double = metric.about.direction == .higher ? 1 : -1
    for (one, other) in zip(design, baseline) where !one.isNaN && !other.isNaN { pair.add(sign * one, sign * other) }
    return pair
  }

  /// A row from what the means are taken of and from the values of the replicates.
  private static func row(
    _ pair: PairedDifference, _ values: PairedDifference, entity: String, metric: HeadlineMetric,
    names: (baseline: String, design: String)
  ) -> ComparisonRow {
    let sign: Double = metric.about.direction == .higher ? 1 : -1
    let limits = pair.studentLimits(confidence: 0.95).map { range in
      let ends = [sign * range.lowerBound, sign * range.upperBound].sorted()
      return ends[0]...ends[1]
    }
    let reduction = pair.varianceReduction
    return ComparisonRow(
      entity: entity, metric: metric, baseline: names.baseline, design: names.design, count: pair.count,
      meanBaseline: sign * pair.designs.second.mean, meanDesign: sign * pair.designs.first.mean,
      meanDifference: sign * pair.difference.mean,
      standardError: pair.count > 1 ? pair.difference.standardError : nil, limits: limits,
      probabilityBetter: values.probabilityOfBeingBetter,
      varianceReduction: reduction.isFinite ? reduction : nil)
  }
}
