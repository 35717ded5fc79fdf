// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import NumericalCore
import Testing

@testable import Simulation

/// Expected multiples on the way, against closed forms and against plain integration.
@Suite struct MarkTests {
  private static let persistence = 0.9

  struct Law: CustomTestStringConvertible, Sendable {
    var name: String
    var quantile: MultipleQuantile
    var most = 100.0
    var testDescription: String { name }
  }

  private static let laws: [Law] = {
    guard let pareto = try? TruncatedPareto(minimum: 10, exponent: 1.4, maximum: 100),
      let buckets = try? Buckets(
        bounds: [1, 5, 10, 20, 50], shares: [0.648, 0.253, 0.059, 0.025, 0.011, 0.004], tailExponent: 1.42, maximum: 100
      ),
      let empirical = try? Empirical(values: [0, 0.4, 1.2, 6])
    else { return [] }
    let share = Elementary.normalCumulative(Elementary.log(10 / 0.8))
    return [
      Law(name: "log-normal", quantile: .logNormal(mu: Elementary.log(0.5), sigma: 1.7)),
      Law(
        name: "body and tail",
        quantile: .bodyAndTail(
          loss: 0.3, tail: 0.05, mu: Elementary.log(0.8), sigma: 1, bodyShare: share, pareto: pareto)),
      Law(name: "buckets", quantile: .buckets(buckets)), Law(name: "empirical", quantile: .empirical(empirical)),
    ]
  }()

  /// A gamma holding time of shape 2 and a mean of 6 years, or one of 5 years.
  private func integrator(
    _ quantile: MultipleQuantile, most: Double = 1e9, isDated: Bool = false, factor: Double = 0.16,
    quality: Double = 0.1,
    correlation: Double = -0.3
  ) throws -> MarkIntegrator {
    var tables = QuantileTables()
    let gamma = try tables.gamma(shape: 2)
    let rest = (1 - factor - quality).squareRoot()
    var law = LawPlan(
      isStaged: false, factor: factor.squareRoot(), quality: quality.squareRoot(), noise: rest, maxMultiple: most)
    law.timeCorrelation = rest * correlation
    law.timeNoise = rest * (1 - correlation * correlation).squareRoot()
    let plan = MultiplePlan(quantile: quantile, timeTable: isDated ? -1 : gamma, timeScale: isDated ? 5 : 6)
    return MarkIntegrator(law: law, plan: plan, tables: tables, persistence: Self.persistence, quarters: 60)
  }

  /// `E[M] = exp(μ + σ²/2)`: a mean over the factor, which is standard normal at entry, gives the law's own mean.
  @Test("at entry marks are worth the mean of the law, also where it comes from a few", arguments: [0.5, 1, 1.7])
  func mean(sigma: Double) throws {
    let marks = try integrator(.logNormal(mu: 0, sigma: sigma)).table()
    var mean = 0.0
    for step in -64...64 {
      let factor = Double(step) / 16
      mean += marks.mark(age: 0, factor: factor) * exp(-factor * factor / 2) / (2 * Double.pi).squareRoot() / 16
    }
    #expect(abs(mean / exp(sigma * sigma / 2) - 1) < 0.005)
  }

  /// `E[M | F] = exp(μ + σ f φᵏ F + σ² (1 − f² φ²ᵏ)/2)`, k quarters before the exit.
  @Test func closedForm() throws {
    let marks = try integrator(.logNormal(mu: 0.2, sigma: 1.7), isDated: true).table()
    #expect(marks.expected.count == 21 * MarkTable.factorCount)
    for age in [0, 7, 19, 20] {
      for cell in 0..<MarkTable.factorCount {
        let loading = 0.4 * pow(Self.persistence, Double(20 - age))
        let factor = MarkTable.factor(cell)
        let expected = exp(0.2 + 1.7 * loading * factor + 1.7 * 1.7 * (1 - loading * loading) / 2)
        #expect(abs(marks.mark(age: age, factor: factor) / expected - 1) < 1e-4, "age \(age), factor \(factor)")
      }
    }
  }

  @Test("marks agree with plain integration over times and scores", arguments: laws)
  func plain(law: Law) throws {
    let integrator = try integrator(law.quantile, most: law.most)
    let marks = integrator.table()
    for age in [0, 30] {
      for factor in [-2.0, 0, 2] {
        let expected = integrated(integrator, age: age, factor: factor)
        let mark = marks.mark(age: age, factor: factor)
        #expect(abs(mark / expected - 1) < 0.003, "age \(age), factor \(factor): \(mark), not \(expected)")
      }
    }
  }

  @Test("what is nearly certain is worth what it will bring", arguments: laws)
  func certain(law: Law) throws {
    let marks = try integrator(law.quantile, most: law.most, isDated: true, factor: 1, quality: 0).table()
    for factor in [-1.5, 0.25, 1] {
      #expect(abs(marks.mark(age: 20, factor: factor) - law.quantile(score: factor)) < 1e-12)
    }
  }

  @Test("a better factor now is never worth less, and no mark leaves the law's limits", arguments: laws)
  func bounds(law: Law) throws {
    let expected = try integrator(law.quantile, most: law.most).table().expected
    #expect(expected.count == 60 * MarkTable.factorCount)
    #expect(expected.allSatisfy { $0 > 0 && $0 < law.most })
    for row in stride(from: 0, to: expected.count, by: MarkTable.factorCount) {
      let cells = expected[row..<row + MarkTable.factorCount]
      #expect(zip(cells, cells.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func fixed() throws {
    let marks = try integrator(.fixed(1.4)).table()
    #expect(marks.expected.allSatisfy { $0 == 1.4 })
  }

  /// Midpoints of 400 equally likely times, with the score of each, and scores a tenth of a deviation apart.
  private func integrated(_ integrator: MarkIntegrator, age: Int, factor: Double) -> Double {
    let (law, gamma) = (integrator.law, integrator.tables.gammas[integrator.plan.timeTable])
    let gone = gamma.cumulative(Double(age) / 4 / integrator.plan.timeScale)
    var sum = 0.0
    for node in 0..<400 {
      let uniform = Uniform(nearest: gone + (1 - gone) * (Double(node) + 0.5) / 400)
      let ahead = max(0, Int(gamma.quantile(uniform) * integrator.plan.timeScale * 4) - age)
      let carried = pow(integrator.persistence, Double(ahead))
      let centre = law.factor * carried * factor + law.timeCorrelation * NormalQuantile.shared.quantile(uniform)
      let own = law.quality * law.quality + law.timeNoise * law.timeNoise
      let spread = (law.factor * law.factor * (1 - carried * carried) + own).squareRoot()
      for step in -80...80 {
        let score = Double(step) / 10
        let multiple = min(law.maxMultiple, integrator.plan.quantile(score: centre + spread * score))
        sum += multiple * exp(-score * score / 2) / (2 * Double.pi).squareRoot() / 10
      }
    }
    return sum / 400
  }
}
