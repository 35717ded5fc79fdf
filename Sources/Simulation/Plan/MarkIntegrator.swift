// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

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
    let last = MarkTable.factorCount - 1
    let position = min(Double(last), max(0, (factor - MarkTable.factorMinimum) / MarkTable.factorStep))
    let cell = min(Int(position), last - 1)
    let part = position - Double(cell)
    return expected[row + cell] * (1 - part) + expected[row + cell + 1] * part
  }

  /// The factor at a point of the grid.
  static func factor(_ cell: Int) -> Double { factorMinimum + Double(cell) * factorStep }
}

/// Integrates a law of multiples over what is not known at an age: the time of the exit, the factor then, the score.
///
/// Exits are grouped into equally likely times. Given the group, the score is taken as normal about what the factor now
/// and the group tell of it, with the variance of all the rest; `ScoredMultiples` has the expected multiple then.
struct MarkIntegrator {
  let law: LawPlan
  let plan: MultiplePlan
  let tables: QuantileTables
  let persistence: Double
  let quarters: Int
  private static let groups = 48
  /// The share that is gone at most: where less is alive, the last digits of a probability near 1 would decide.
  private static let mostGone = 1 - 0x1p-30

  func table() -> MarkTable {
    let isDated = plan.timeTable < 0
    let ages = isDated ? min(quarters, Int(plan.timeScale * 4) + 1) : quarters
    if case .fixed(let multiple) = plan.quantile {
      return MarkTable(plan: plan, expected: Array(repeating: multiple, count: ages * MarkTable.factorCount))
    }
    let multiples = ScoredMultiples(plan.quantile, most: law.maxMultiple)
    var expected: [Double] = []
    for age in 0..<ages {
      var sums = Array(repeating: 0.0, count: MarkTable.factorCount)
      let exits = exits(age: age, groups: isDated ? 1 : Self.groups)
      for exit in exits { exit.add(multiples, to: &sums) }
      expected += sums.map { $0 / Double(exits.count) }
    }
    return MarkTable(plan: plan, expected: expected)
  }

  /// What is known of the score at exits of one group: the weight of the factor now, the part of the exit time, and the
  /// deviation of the rest.
  private struct Exit {
    var factor: Double
    var time: Double
    var spread: Double

    /// Adds the expected multiples on the grid of the factor.
    func add(_ multiples: ScoredMultiples, to sums: inout [Double]) {
      let reach = (factor * MarkTable.factorMinimum).magnitude
      let expected = multiples.expected(spread: spread, about: time - reach...time + reach)
      for cell in sums.indices { sums[cell] += expected(time + factor * MarkTable.factor(cell)) }
    }
  }

  /// Equally likely groups of exit times of what is alive at an age.
  private func exits(age: Int, groups: Int) -> [Exit] {
    let gone =
      plan.timeTable < 0
      ? 0 : min(Self.mostGone, tables.gammas[plan.timeTable].cumulative(Double(age) / 4 / plan.timeScale))
    func probability(_ group: Double) -> Double { gone + (1 - gone) * (group / Double(groups)) }
    return (0..<groups).map { group in
      let median = Uniform(nearest: probability(Double(group) + 0.5))
      let years = plan.timeTable < 0 ? plan.timeScale : tables.gammas[plan.timeTable].quantile(median) * plan.timeScale
      let ahead = max(0, Int(years * 4) - age)
      let carried = Elementary.pow(persistence.magnitude, Double(ahead)) * (persistence < 0 && ahead % 2 == 1 ? -1 : 1)
      let score = TimeScore(from: probability(Double(group)), to: probability(Double(group + 1)))
      var variance = law.factor * law.factor * (1 - carried * carried) + law.quality * law.quality
      variance += law.timeNoise * law.timeNoise + law.timeCorrelation * law.timeCorrelation * score.variance
      return Exit(
        factor: law.factor * carried, time: law.timeCorrelation * score.mean, spread: variance.squareRoot())
    }
  }
}

/// Mean and variance of the normal score of a holding time that lies between two of its quantiles.
///
/// With `a` and `b` the scores of the ends and `p` the probability between them, `(φ(a) − φ(b))/p` and
/// `1 + (a φ(a) − b φ(b))/p − mean²`. Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* 1,
/// section 13.10.1.
private struct TimeScore {
  var mean: Double
  var variance: Double

  init(from low: Double, to high: Double) {
    let (a, b) = (Self.score(low), Self.score(high))
    let (atLow, atHigh) = (Elementary.normalDensity(a), Elementary.normalDensity(b))
    mean = min(b, max(a, (atLow - atHigh) / (high - low)))
    variance = min(1, max(0, 1 + (a * atLow - b * atHigh) / (high - low) - mean * mean))
  }

  private static func score(_ probability: Double) -> Double {
    NormalQuantile.shared.quantile(Uniform(nearest: probability))
  }
}
