// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
public import PortfolioModel
public import Quantities
import Simulation

/// What is stated of one target.
public struct TargetFinding: Hashable, Sendable {
  /// Whether a probability can be stated, and what it is worth.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// From the simulation.
    case estimated
    /// A decision of the scenario, held against the target.
    case input
    /// The simulation was set up so as to meet the target, so that it says nothing about it.
    case circular
    /// Nothing that is simulated tells.
    case noData = "no_data"
  }

  /// The id of the target.
  public var id: String
  /// The target.
  public var target: Target
  /// Whether a probability can be stated.
  public var status: Status
  /// Replicates that the numbers rest on; 0 where nothing was simulated.
  public var count = 0
  /// Replicates in which the metric does not exist; the target is not met there.
  public var missing = 0
  /// The probability that it is met, over chance and what is not known of the scenario's numbers.
  public var probability: Double?
  /// 95 % limits of the probability: simulation error only.
  public var limits: ClosedRange<Double>?
  /// The probability that it is met with all numbers at their base values.
  public var probabilityAtBase: Double?
  /// Mean of the metric where it exists.
  public var mean: Double?
  /// Median of the metric where it exists, over the threshold.
  public var medianOverThreshold: Double?
  /// Lead-rate factors at which the probability is 50 and 80 %; nothing where leads do not decide.
  public var leadFactors: [Double?] = [nil, nil]
  /// Mean of what is missing, at least 0 on each replicate.
  public var expectedShortfall: Double?
  /// The quarter of the grid by which half of the replicates have met it.
  public var firstMet: Int?
  /// Of several entities the one that is worst most often where the target is missed.
  public var bindingUnit: String?
  /// What must be reached: the threshold, or what growth comes to in the last window.
  public var required: Double
  /// The unit of it.
  public var requiredUnit: String { target.growsFromBaseline ? target.growth?.unit ?? "" : target.unit }

  /// Why no probability can be stated.
  public var reason: BilingualText? {
    switch target.basis {
    case .circular(let reason), .noData(let reason): reason
    case .simulated:
      status == .noData ? .init("The metric exists on no replicate.", "任何一次模拟都没有该指标。") : nil
    case .decision: nil
    }
  }

  /// A target that the simulation does not tell about.
  init(_ id: String, _ target: Target) {
    self.id = id
    self.target = target
    required = target.required
    switch target.basis {
    case .circular: status = .circular
    case .noData, .simulated: status = .noData
    case .decision(_, let value):
      status = .input
      let isMet = target.inequality.holds(value, target.threshold.value)
      probability = isMet ? 1 : 0
      probabilityAtBase = probability
      mean = value
      medianOverThreshold = target.threshold.value > 0 ? value / target.threshold.value : nil
      expectedShortfall = target.inequality.shortfall(value, target.threshold.value)
    }
  }

  /// A target that the simulation tells about.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - target: The target.
  ///   - column: What became of it.
  ///   - base: What became of it with all numbers at their base values; nothing where that is the same.
  ///   - entities: Names of the entities by position.
  /// - Complexity: O(n log n) in the replicates.
  init(_ id: String, _ target: Target, column: TargetColumn, base: TargetColumn?, entities: [String]) {
    self.init(id, target)
    let present = column.values.filter { !$0.isNaN }
    count = column.values.count
    missing = count - present.count
    guard !present.isEmpty else { return }
    status = .estimated
    let met = target.met(column)
    let successes = met.count(where: \.self)
    let wilson = WilsonInterval(successes: successes, count: count, confidence: 0.95)
    probability = Double(successes) / Double(count)
    limits = wilson.lower...wilson.upper
    probabilityAtBase = base.map { share(target.met($0)) } ?? probability
    mean = present.reduce(0, +) / Double(present.count)
    let median = Quantiles.type7(sorted: present.sorted(), probability: 0.5)
    let threshold = target.threshold.value
    // Below zero a larger ratio would be a smaller number.
    medianOverThreshold = threshold > 0 ? median / threshold : nil
    expectedShortfall =
      present.reduce(0) { $0 + target.inequality.shortfall($1, threshold) } / Double(present.count)
    firstMet = half(column.firstMet)
    bindingUnit = binding(column, met).map { entities[$0] }
  }

  private func share(_ flags: [Bool]) -> Double { Double(flags.count(where: \.self)) / Double(max(1, flags.count)) }

  /// The quarter by which at least half of all replicates have met it.
  private func half(_ quarters: [Int32]) -> Int? {
    let ever = quarters.filter { $0 >= 0 }.sorted()
    let rank = (quarters.count + 1) / 2
    return ever.count >= rank && rank > 0 ? Int(ever[rank - 1]) : nil
  }

  /// The entity that is worst most often where the target is missed; the first of several.
  private func binding(_ column: TargetColumn, _ met: [Bool]) -> Int? {
    var counts: [Int32: Int] = [:]
    for (worst, isMet) in zip(column.worst, met) where worst >= 0 && !isMet { counts[worst, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Int($0.key) }
  }
}

extension Target {
  /// Whether it is met, replicate by replicate; never where the metric does not exist.
  func met(_ column: TargetColumn) -> [Bool] {
    column.values.map { inequality.holds($0, threshold.value) }
  }

  /// Whether it is growth from an amount that is given.
  var growsFromBaseline: Bool { growth?.baseline != nil && window?.from != nil }

  /// The threshold, or what growth comes to in the last window, where the amount that it starts from is given.
  var required: Double {
    guard growsFromBaseline, let growth, let baseline = growth.baseline, let window, let from = window.from else {
      return threshold.value
    }
    let windows = (window.to.index - from.index + 1) / max(1, growth.every.value.wholeQuarters)
    return (0..<windows).reduce(baseline.value) { amount, _ in amount * (1 + threshold.value) }
  }
}
