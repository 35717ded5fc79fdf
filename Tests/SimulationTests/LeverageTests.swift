// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Simulation
import TestSupport
import Testing

/// Leverage is summarised as a ratio of means, with the error of the delta method.
@Suite struct LeverageTests {
  /// A fund whose investors commit uncertain amounts, so that leverage differs between replicates.
  private static let investors =
    "{city: {class: city_fiscal, source_of_funds: general_budget, "
    + "commitment: {value: 4 亿元, low: 1 亿元, high: 6 亿元, grade: prior}}, "
    + "social: {class: social_capital, source_of_funds: own_funds, "
    + "commitment: {value: 6 亿元, low: 2 亿元, high: 8 亿元, grade: prior}}}"

  private func outcome(investors: String = investors, metrics: String = "leverage_fund") async throws -> DesignOutcome {
    let text = SmallFund.text(
      law: SmallFund.fixed(2, years: 4), fund: ["investors": investors],
      extra: "outputs: {replicate_metrics: [\(metrics)], replicate_entities: [funds]}")
    let design = try ScenarioWorkshop.written(text, ["run.uncertainty=on"])
    return try await Ensemble([design]).run(count: 400, width: 1)[0]
  }

  @Test("whoever wants leverage gets both of its parts, and they give it in every replicate")
  func parts() async throws {
    let outcome = try await outcome()
    #expect(outcome.wants.headline == [.paidIn, .publicPaidIn, .leverageFund])
    let columns = (0..<3).map { outcome.column(entity: 0, metric: $0) }
    for replicate in 0..<outcome.count {
      #expect((columns[2][replicate] * columns[1][replicate] / columns[0][replicate] - 1).magnitude < 1e-15)
    }
    #expect(try await self.outcome(metrics: "tvpi").wants.headline == [.tvpi])
  }

  @Test("its mean is the ratio of means with the error of the delta method; quantiles are of replicates")
  func summary() async throws {
    let outcome = try await outcome()
    let columns = (0..<3).map { outcome.column(entity: 0, metric: $0) }
    var moments = PairedMoments()
    for (x, y) in zip(columns[0], columns[1]) { moments.add(x, y) }
    let ratio = RatioEstimate(moments)
    let summary = try #require(outcome.summaries().first { $0.metric == .leverageFund })
    let mean = try #require(summary.mean)
    let error = try #require(summary.standardError)
    #expect((mean / ratio.value - 1).magnitude < 1e-13)
    #expect((error / ratio.standardError - 1).magnitude < 1e-9)
    let ofRatios = columns[2].reduce(0, +) / Double(outcome.count)
    #expect(ofRatios - mean > 3 * error, "the mean of ratios is another number")
    #expect(summary.quantiles[2] == Quantiles.type7(sorted: columns[2].sorted(), probability: 0.5))
  }

  @Test("the error is about that of the jackknife")
  func jackknife() async throws {
    let outcome = try await outcome()
    let (above, below) = (outcome.column(entity: 0, metric: 0), outcome.column(entity: 0, metric: 1))
    let sums = (above.reduce(0, +), below.reduce(0, +))
    let without = zip(above, below).map { (sums.0 - $0) / (sums.1 - $1) }
    let count = Double(without.count)
    let middle = without.reduce(0, +) / count
    let variance = without.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } * (count - 1) / count
    let summary = try #require(outcome.summaries().first { $0.metric == .leverageFund })
    #expect((try #require(summary.standardError) / variance.squareRoot() - 1).magnitude < 0.05)
  }

  @Test("a fund without public money has no leverage")
  func noPublicMoney() async throws {
    let outcome = try await outcome(
      investors: "{social: {class: social_capital, commitment: 6 亿元, source_of_funds: own_funds}}")
    let summary = try #require(outcome.summaries().first { $0.metric == .leverageFund })
    #expect(summary.count == 0 && summary.mean == nil && summary.standardError == nil && summary.quantiles.isEmpty)
  }
}
