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
