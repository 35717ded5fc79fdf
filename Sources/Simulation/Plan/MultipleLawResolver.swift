// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// The two inverse distribution functions of a law of multiples.
struct MultiplePlan: Sendable {
  var quantile: MultipleQuantile
  /// Index of the gamma table of the holding time, or −1 where the time is fixed.
  var timeTable: Int
  var timeScale: Double
}

/// The inverse distribution function of a gross multiple.
enum MultipleQuantile: Sendable {
  case fixed(Double)
  case logNormal(mu: Double, sigma: Double)
  case bodyAndTail(loss: Double, tail: Double, mu: Double, sigma: Double, bodyShare: Double, pareto: TruncatedPareto)
  case buckets(Buckets)
  case empirical(Empirical)

  init(_ law: MultipleDistribution, maximum: Double, values: ParameterValues) throws(NumericalFailure) {
    switch law {
    case .fixed(let multiple): self = .fixed(values(multiple))
    case .logNormal(let law):
      self = .logNormal(mu: Elementary.log(values(law.median)), sigma: values(law.sigma))
    case .bodyAndTail(let law):
      let mu = Elementary.log(values(law.body.median))
      let sigma = values(law.body.sigma)
      let start = values(law.tailStart)
      // The body is cut off at the start of the tail: its normal scores run up to this probability.
      let share = Elementary.normalCumulative((Elementary.log(start) - mu) / sigma)
      self = .bodyAndTail(
        loss: values(law.totalLoss), tail: values(law.tail), mu: mu, sigma: sigma, bodyShare: share,
        pareto: try TruncatedPareto(minimum: start, exponent: values(law.tailExponent), maximum: maximum))
    case .buckets(let table):
      self = .buckets(
        try Buckets(
          bounds: table.bounds, shares: table.shares.map { values($0) }, tailExponent: values(table.tailExponent),
          maximum: maximum))
    case .empirical(let values): self = .empirical(try Empirical(values: values))
    }
  }

  /// The multiple at a normal score.
  func callAsFunction(score: Double) -> Double {
    switch self {
    case .fixed(let multiple): return multiple
    case .logNormal(let mu, let sigma): return Elementary.exp(mu + sigma * score)
    case .bodyAndTail(let loss, let tail, let mu, let sigma, let bodyShare, let pareto):
      let upper = Elementary.normalCumulative(-score)
      if upper < tail { return pareto.quantile(Uniform(nearest: 1 - upper / tail)) }
      let lower = Elementary.normalCumulative(score)
      if lower < loss { return 0 }
      let part = (lower - loss) / (1 - loss - tail) * bodyShare
      return Elementary.exp(mu + sigma * NormalQuantile.shared.quantile(Uniform(nearest: part)))
    case .buckets(let buckets): return buckets.quantile(Uniform(nearest: Elementary.normalCumulative(score)))
    case .empirical(let empirical): return empirical.quantile(Uniform(nearest: Elementary.normalCumulative(score)))
    }
  }
}

/// E[M | alive at an age, factor now], tabulated by quarter of age and on a grid of the factor.
struct MarkTable: Sendable {
  static let factorMinimum = -4.0
  static let factorStep = 0.25
  static let factorCount = 33
  var plan: MultiplePlan
  /// Expected multiples, one row of `factorCount` a quarter of age.
  var expected: [Double]

  /// The expected multiple, linear between grid points, the last age beyond the end.
  func mark(age: Int, factor: Double) -> Double {
    let row = min(age, expected.count / MarkTable.factorCount - 1) * MarkTable.factorCount
    let position = min(31.999, max(0, (factor - MarkTable.factorMinimum) / MarkTable.factorStep))
    let cell = Int(position)
    let part = position - Double(cell)
    return expected[row + cell] * (1 - part) + expected[row + cell + 1] * part
  }
}

/// Integrates a law of multiples over what is not known at an age: the time of the exit, the factor then, the score.
struct MarkIntegrator {
  let law: LawPlan
  let plan: MultiplePlan
  let tables: QuantileTables
  let persistence: Double
  let quarters: Int
  private static let nodes = 24
  /// Equally likely normal scores.
  private static let scores = (0..<nodes).map {
    NormalQuantile.shared.quantile(Uniform(nearest: (Double($0) + 0.5) / Double(nodes)))
  }

  func table() -> MarkTable {
    let ages = plan.timeTable < 0 ? min(quarters, Int(plan.timeScale * 4) + 1) : quarters
    if case .fixed(let multiple) = plan.quantile {
      return MarkTable(plan: plan, expected: Array(repeating: multiple, count: ages * MarkTable.factorCount))
    }
    var expected: [Double] = []
    for age in 0..<ages {
      let exits = exits(age: age)
      for cell in 0..<MarkTable.factorCount {
        expected.append(mean(exits, factor: MarkTable.factorMinimum + Double(cell) * MarkTable.factorStep))
      }
    }
    return MarkTable(plan: plan, expected: expected)
  }

  /// What is known of the score at one of the exit times: the weight of the factor now, the part of the exit time, and
  /// the deviation of the rest.
  private struct Exit {
    var factor: Double
    var time: Double
    var spread: Double
  }

  /// Equally likely exit times of what is alive at an age.
  private func exits(age: Int) -> [Exit] {
    let survived = plan.timeTable < 0 ? 0 : tables.gammas[plan.timeTable].cumulative(Double(age) / 4 / plan.timeScale)
    let own = law.quality * law.quality
    return (0..<Self.nodes).map { node in
      // Product before quotient: the other order moves last bits of published values.
      let probability = survived + (1 - survived) * (Double(node) + 0.5) / Double(Self.nodes)
      let uniform = Uniform(nearest: probability)
      let years = plan.timeTable < 0 ? plan.timeScale : tables.gammas[plan.timeTable].quantile(uniform) * plan.timeScale
      let ahead = max(0, Int(years * 4) - age)
      let carried = Elementary.pow(persistence.magnitude, Double(ahead)) * (persistence < 0 && ahead % 2 == 1 ? -1 : 1)
      let variance = law.factor * law.factor * (1 - carried * carried) + own + law.timeNoise * law.timeNoise
      return Exit(
        factor: law.factor * carried, time: law.timeCorrelation * NormalQuantile.shared.quantile(uniform),
        spread: variance.squareRoot())
    }
  }

  /// Midpoint rule over exit times and normal scores.
  private func mean(_ exits: [Exit], factor: Double) -> Double {
    var sum = 0.0
    for exit in exits {
      let centre = exit.factor * factor + exit.time
      for score in Self.scores { sum += min(law.maxMultiple, plan.quantile(score: centre + exit.spread * score)) }
    }
    return sum / Double(Self.nodes * Self.nodes)
  }
}
