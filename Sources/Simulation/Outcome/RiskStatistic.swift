// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
import NumericalCore

/// One statement about the bad end of a metric, or a probability.
public struct RiskStatistic: Hashable, Sendable {
  /// What is stated.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The value that the metric falls short of with the probability `level`.
    case valueAtRisk = "value_at_risk"
    /// The mean of the worst part `level`.
    case expectedShortfall = "expected_shortfall"
    /// The probability that the metric is below `level`.
    case probabilityBelow = "probability_below"
    /// The probability that the metric is at least `level`.
    case probabilityAtLeast = "probability_at_least"
    /// The share of replicates where the metric exists.
    case probabilityExists = "probability_exists"
    /// The share of replicates with one unique internal rate of return.
    case statusUnique = "status_unique"
    /// The share with several.
    case statusSeveral = "status_several"
    /// The share with none.
    case statusNone = "status_none"
    /// The share where nothing came back.
    case statusTotalLoss = "status_total_loss"
    /// The share of replicates whose investment direction is excellent.
    case gradeExcellent = "grade_excellent"
    /// The share that is good.
    case gradeGood = "grade_good"
    /// The share that is qualified.
    case gradeQualified = "grade_qualified"
    /// The share that is not.
    case gradeUnqualified = "grade_unqualified"
    /// The share in which what is not known decides the grade.
    case gradeOpen = "grade_open"
  }

  /// Position of the entity among the design's entities.
  public var entity: Int
  /// The metric that is spoken of.
  public var metric: HeadlineMetric
  /// What is stated.
  public var kind: Kind
  /// Tail probability or threshold; nil where neither applies.
  public var level: Double?
  /// The statistic.
  public var value: Double
  /// Lower 95 % limit: simulation error only.
  public var low: Double?
  /// Upper 95 % limit: simulation error only.
  public var high: Double?
  /// Replicates that it rests on.
  public var count: Int
}

/// Where a headline metric of an entity stands.
public struct HeadlinePlace: Hashable, Sendable {
  /// Position of the entity among the design's entities.
  public var entity: Int
  /// Position of the metric among those that were recorded.
  public var metric: Int
}

extension DesignOutcome {
  /// Every headline metric that exists, entity by entity.
  public var headlinePlaces: [HeadlinePlace] {
    kinds.indices.filter { hasHeadline[$0] }.flatMap { entity in
      wants.headline.indices.filter { wants.headline[$0].kinds.contains(kinds[entity]) }
        .map { HeadlinePlace(entity: entity, metric: $0) }
    }
  }

  /// The distribution of every headline metric that is a quantity, entity by entity.
  public func summaries() -> [MetricSummary] {
    headlinePlaces.compactMap { statistics(of: $0, riskLevels: []).summary }
  }

  /// What is stated about every headline metric, entity by entity; see ``statistics(of:riskLevels:)``.
  public func riskStatistics(levels: [Double]) -> [RiskStatistic] {
    headlinePlaces.flatMap { statistics(of: $0, riskLevels: levels).risks }
  }

  /// The distribution of a metric and statements about it: value at risk and expected shortfall at the given tail
  /// probabilities, and the probabilities that people ask for: losing capital, having money back by the end, reaching
  /// 1.5, 2 and 3 times the capital, a negative rate of return. Both at once, since the column is sorted for both.
  ///
  /// Metrics of which less is better are judged by their upper tail. Limits: order statistics for value at risk,
  /// normal for expected shortfall, Wilson (1927) for probabilities.
  ///
  /// - Parameters:
  ///   - place: The metric and its entity.
  ///   - riskLevels: Tail probabilities.
  /// - Returns: The distribution, which a status has not, and the statements.
  /// - Complexity: O(n log n) in the replicates.
  public func statistics(
    of place: HeadlinePlace, riskLevels: [Double]
  ) -> (summary: MetricSummary?, risks: [RiskStatistic]) {
    let (entity, metric) = (place.entity, wants.headline[place.metric])
    let column = column(entity: entity, metric: place.metric)
    guard !metric.isCategory else { return (nil, statuses(column, entity: entity, metric: metric)) }
    let sorted = column.filter { !$0.isNaN }.sorted()
    let summary = MetricSummary(
      entity: entity, metric: metric, sorted: sorted, replicates: column.count,
      terms: termsOfMean(entity: entity, metric: place.metric))
    let risks =
      tails(sorted, levels: riskLevels, entity: entity, metric: metric)
      + probabilities(sorted, of: column.count, entity: entity, metric: metric)
    return (summary, metric == .directionScore ? risks + grades(column, entity: entity) : risks)
  }

  private func tails(
    _ sorted: [Double], levels: [Double], entity: Int, metric: HeadlineMetric
  ) -> [RiskStatistic] {
    guard metric.hasTail, sorted.count > 1, !levels.isEmpty else { return [] }
    let isLower = metric.about.direction == .higher
    let worstFirst = isLower ? sorted : sorted.reversed().map { -$0 }
    let sign: Double = isLower ? 1 : -1
    return levels.flatMap { level in
      let ranks = Quantiles.limits(count: sorted.count, probability: level, confidence: 0.95).values(in: worstFirst)
      let shortfall = ValueAtRisk.expectedShortfall(worstFirst, level: level)
      let limits = shortfall.normalLimits(confidence: 0.95)
      func statistic(_ kind: RiskStatistic.Kind, _ value: Double, _ ends: ClosedRange<Double>?) -> RiskStatistic {
        let edges = ends.map { [sign * $0.lowerBound, sign * $0.upperBound].sorted() }
        return RiskStatistic(
          entity: entity, metric: metric, kind: kind, level: level, value: sign * value, low: edges?[0],
          high: edges?[1], count: sorted.count)
      }
      return [
        statistic(.valueAtRisk, ValueAtRisk.value(worstFirst, level: level).value, ranks),
        statistic(.expectedShortfall, shortfall.value, limits),
      ]
    }
  }

  private func probabilities(
    _ sorted: [Double], of replicates: Int, entity: Int, metric: HeadlineMetric
  ) -> [RiskStatistic] {
    guard replicates > 0 else { return [] }
    func probability(_ kind: RiskStatistic.Kind, _ level: Double?, _ successes: Int, _ count: Int) -> RiskStatistic {
      let limits = WilsonInterval(successes: successes, count: count, confidence: 0.95)
      return RiskStatistic(
        entity: entity, metric: metric, kind: kind, level: level, value: Double(successes) / Double(count),
        low: limits.lower, high: limits.upper, count: count)
    }
    var all = metric.thresholds.compactMap { threshold -> RiskStatistic? in
      guard !sorted.isEmpty else { return nil }
      let below = sorted.prefix { $0 < threshold.value }.count
      return threshold.isBelow
        ? probability(.probabilityBelow, threshold.value, below, sorted.count)
        : probability(.probabilityAtLeast, threshold.value, sorted.count - below, sorted.count)
    }
    if metric == .yearsToPayback || metric == .irr {
      all.append(probability(.probabilityExists, nil, sorted.count, replicates))
    }
    if let clause = metric.clause {
      // Of the replicates on which the clause of the fund can be held against something.
      let judged = judged(by: clause, entity: entity)
      if judged > 0 { all.append(probability(.probabilityExists, nil, sorted.count, judged)) }
    }
    return all
  }

  /// How many replicates have a metric of an entity.
  private func judged(by metric: HeadlineMetric, entity: Int) -> Int {
    guard let position = wants.headline.firstIndex(of: metric) else { return 0 }
    return column(entity: entity, metric: position).count { !$0.isNaN }
  }

  /// The grades of the scores, where the fund is evaluated; together with the open ones they are all scores.
  private func grades(_ least: [Double], entity: Int) -> [RiskStatistic] {
    guard let position = wants.headline.firstIndex(of: .directionScoreMost) else { return [] }
    let scores = zip(least, column(entity: entity, metric: position)).filter { !$0.0.isNaN }
    guard !scores.isEmpty else { return [] }
    let grades = scores.map { least, most in
      let ends = (DirectionGrade(score: least), DirectionGrade(score: most))
      return ends.0 == ends.1 ? ends.0 : nil
    }
    let kinds: [(RiskStatistic.Kind, DirectionGrade?)] = [
      (.gradeExcellent, .excellent), (.gradeGood, .good), (.gradeQualified, .qualified),
      (.gradeUnqualified, .unqualified), (.gradeOpen, nil),
    ]
    return kinds.map { kind, grade in
      let matching = grades.count { $0 == grade }
      let limits = WilsonInterval(successes: matching, count: grades.count, confidence: 0.95)
      return RiskStatistic(
        entity: entity, metric: .directionScore, kind: kind, level: nil,
        value: Double(matching) / Double(grades.count), low: limits.lower, high: limits.upper, count: grades.count)
    }
  }

  private func statuses(_ column: [Double], entity: Int, metric: HeadlineMetric) -> [RiskStatistic] {
    InternalRateStatus.allCases.enumerated().map { code, status in
      let matching = column.count { $0 == Double(code) }
      let limits = WilsonInterval(successes: matching, count: max(1, column.count), confidence: 0.95)
      let kind: RiskStatistic.Kind =
        switch status {
        case .unique: .statusUnique
        case .several: .statusSeveral
        case .none: .statusNone
        case .totalLoss: .statusTotalLoss
        }
      return RiskStatistic(
        entity: entity, metric: metric, kind: kind, level: nil, value: Double(matching) / Double(max(1, column.count)),
        low: limits.lower, high: limits.upper, count: column.count)
    }
  }
}

extension HeadlineMetric {
  /// Whether value at risk and expected shortfall are stated.
  var hasTail: Bool {
    switch self {
    case .irr, .npv, .tvpi, .dpi, .moic, .netPresentValue, .receipts, .lossRatio, .jCurveDepth, .npvAfterDebt,
      .opportunityCost, .debtGap:
      true
    default: false
    }
  }

  /// For the time at which a clause was first met or broken: the metric that exists wherever the clause was judged.
  fileprivate var clause: HeadlineMetric? {
    switch self {
    case .tolerancePassedAfter: .toleranceBreach
    case .reinvestmentReachedAfter: .reinvestmentMultiple
    default: nil
    }
  }

  /// Thresholds whose probabilities are stated: below, or at least.
  var thresholds: [(value: Double, isBelow: Bool)] {
    switch self {
    case .tvpi: [(1, true), (1.5, false), (2, false), (3, false)]
    case .dpi: [(1, false)]
    case .irr, .npv, .netPresentValue, .npvAfterDebt: [(0, true)]
    // From one fen on: the budget of some year was not enough; another use would have been worth more.
    case .budgetArrears, .opportunityCost: [(0.01, false)]
    case .ksPme: [(1, false)]
    case .lossRatio: [(0.4, false), (0.6, false), (0.8, false)]
    case .idleShare: [(0.3, false)]
    case .projectsOverTolerance, .toleranceBreach, .reinvestmentMet: [(1, false)]
    case .yearsToPayback: [(7.25, true), (10.25, true)]
    default: []
    }
  }
}
