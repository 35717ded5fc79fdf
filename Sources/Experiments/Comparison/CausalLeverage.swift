// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
import NumericalCore
public import PortfolioModel
public import Quantities
public import Simulation

/// What the public money of a fund, a term or an instrument moved: an outcome with it less the same without it, on the same
/// random numbers, over the public outlay that it took.
///
/// The ratio is one of means over the present value of gross outlay of all levels, with Fieller limits. It rests on what the
/// scenario assumes about those whom public money reaches: how much more likely a supported project is signed (uplift), and
/// how many would have come anyway (deadweight).
public struct CausalLeverage: Hashable, Sendable {
  /// The derived plan, without something.
  public var plan: String
  /// Whose outcome: a region without one above, or `all`.
  public var entity: String
  /// The outcome.
  public var metric: HeadlineMetric
  /// Replicates where both exist.
  public var count: Int
  /// Its mean with it.
  public var meanWith: Double
  /// Its mean without it.
  public var meanWithout: Double
  /// Mean of what public money reaches in the base design and no longer without it.
  public var reached: Double
  /// Mean present value of the outlay that the plan saves.
  public var outlay: Double
  /// The ratio.
  public var leverage: Double
  /// By the delta method.
  public var standardError: Double?
  /// 95 % limits by Fieller's theorem; simulation error only; nil where they are not bounded.
  public var limits: ClosedRange<Double>?

  /// What would not be there without it.
  public var uplift: Double { meanWith - meanWithout }

  /// The part of what is reached that would have come anyway; nil where no more is reached with it than without it.
  public var deadweight: Double? { reached > 0 ? 1 - uplift / reached : nil }
  /// Its 95 % limits by Fieller's theorem; nil where there is none, or where they are not bounded.
  public var deadweightLimits: ClosedRange<Double>?

  /// One a derived plan and outcome, where outlays and the outcome are recorded and the plan saves money.
  ///
  /// - Parameters:
  ///   - outcomes: The base design first.
  ///   - scenario: What they are designs of.
  /// - Returns: Plan by plan.
  /// - Complexity: O(replicates · designs).
  public static func all(_ outcomes: [DesignOutcome], of scenario: Scenario) -> [CausalLeverage] {
    guard let base = outcomes.first, let paid = outlays(base) else { return [] }
    return outcomes.dropFirst().flatMap { design -> [CausalLeverage] in
      guard let saved = outlays(design) else { return [] }
      return Outcome.all(scenario).compactMap { outcome in
        CausalLeverage(outcome, base, design, outlay: zip(paid, saved).map { $0 - $1 })
      }
    }
  }

  /// Present values of the outlays of all levels of government together, replicate by replicate.
  private static func outlays(_ design: DesignOutcome) -> [Double]? {
    guard let metric = design.wants.headline.firstIndex(of: .outlayPresentValue) else { return nil }
    let levels = design.kinds.indices.filter { design.kinds[$0] == .publicMoney && design.hasHeadline[$0] }
    return levels.reduce(into: [Double](repeating: 0, count: design.count)) { sums, level in
      let column = design.column(entity: level, metric: metric)
      for replicate in sums.indices { sums[replicate] += column[replicate] }
    }
  }

  private init?(_ outcome: Outcome, _ base: DesignOutcome, _ design: DesignOutcome, outlay: [Double]) {
    let name = design.labels.prefix + outcome.entity
    guard let with = base.column(outcome.metric, of: outcome.entity),
      let without = design.column(outcome.metric, of: name),
      let reached = base.column(outcome.reached, of: outcome.entity),
      let stillReached = design.column(outcome.reached, of: name)
    else { return nil }
    var (ofOutlay, ofReach) = (PairedMoments(), PairedMoments())
    var means = (with: RunningMoments(), without: RunningMoments())
    for replicate in with.indices {
      let uplift = with[replicate] - without[replicate]
      let reach = reached[replicate] - stillReached[replicate]
      guard (uplift + reach + outlay[replicate]).isFinite else { continue }
      ofOutlay.add(uplift, outlay[replicate])
      ofReach.add(uplift, reach)
      means.with.add(with[replicate])
      means.without.add(without[replicate])
    }
    guard ofOutlay.count > 0, ofOutlay.second.mean > 0 else { return nil }
    let ratio = RatioEstimate(ofOutlay)
    plan = String(design.labels.prefix.dropLast())
    entity = outcome.entity
    metric = outcome.metric
    count = ofOutlay.count
    meanWith = means.with.mean
    meanWithout = means.without.mean
    self.reached = ofReach.second.mean
    self.outlay = ofOutlay.second.mean
    leverage = ratio.value
    standardError = ofOutlay.count > 1 ? ratio.standardError : nil
    limits = ratio.fiellerLimits(confidence: 0.95)
    guard ofReach.second.mean > 0 else { return }
    let causedLimits = RatioEstimate(ofReach).fiellerLimits(confidence: 0.95)
    deadweightLimits = causedLimits.map { 1 - $0.upperBound...1 - $0.lowerBound }
  }

  /// What public money is to move, and how much of it the funds reach.
  private struct Outcome {
    var entity: String
    var metric: HeadlineMetric
    var reached: HeadlineMetric

    /// Money in place in each region without one above, and all that is paid into funds and beside them into their companies,
    /// public money included, without what would have come anyway.
    static func all(_ scenario: Scenario) -> [Outcome] {
      let roots = scenario.promotion?.regions.filter { $0.value.parent == nil } ?? []
      return roots.map { Outcome(entity: "region/\($0.id)", metric: .inPlace, reached: .inPlaceSupported) }
        + [Outcome(entity: "all", metric: .chainTotalNet, reached: .chainTotal)]
    }
  }

  /// What the ratio rests on: parameters that say whom public money reaches, and what that changes.
  public static func assumptions(_ register: [Parameter]) -> [Parameter] {
    let names: Set = ["seeking", "odds", "duration", "landing"]
    return register.filter { row in
      let parts = row.path.split(separator: ".")
      if row.path.hasPrefix("promotion.funding."), parts.count == 3 { return names.contains(String(parts[2])) }
      if row.path.hasPrefix("candidate_streams."), parts.count == 3 { return parts[2] == "deadweight" }
      return row.path.hasPrefix("instruments.") && row.path.hasSuffix(".rescue.revives")
    }
  }
}

extension DesignOutcome {
  fileprivate func column(_ metric: HeadlineMetric, of name: String) -> [Double]? {
    guard let entity = labels.entities.firstIndex(of: name), hasHeadline[entity],
      let position = wants.headline.firstIndex(of: metric)
    else { return nil }
    let column = column(entity: entity, metric: position)
    return column.count == count ? column : nil
  }
}
