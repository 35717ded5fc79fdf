// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

@Suite("Dependence") struct DependenceTests {
  @Test("factors have the correlations that were asked for")
  func factors() throws {
    let correlation = [[1, 0.5, -0.3], [0.5, 1, 0.2], [-0.3, 0.2, 1]]
    let factors = try CorrelatedFactors(correlation: correlation)
    // The rows of L are the images of the unit vectors.
    let columns = (0..<3).map { index in
      var unit = [0.0, 0, 0]
      unit[index] = 1
      factors.apply(to: &unit)
      return unit
    }
    for row in 0..<3 {
      for column in 0..<3 {
        let product = columns.reduce(0) { $0 + $1[row] * $1[column] }
        #expect(abs(product - correlation[row][column]) < 1e-15)
      }
    }
    #expect(columns[1][0] == 0 && columns[2][1] == 0)
  }

  @Test("a matrix that is none is refused with its place")
  func refusals() {
    func context(_ matrix: [[Double]]) -> String {
      (#expect(throws: NumericalFailure.self) { try CorrelatedFactors(correlation: matrix) })?.context.english ?? ""
    }
    #expect(context([]).contains("empty"))
    #expect(context([[1, 0.1]]).contains("row 1 has 2 entries"))
    #expect(context([[1, 0.1], [0.1, 0.9]]).contains("entry (2, 2) is 0.9, not 1"))
    #expect(context([[1, 0.1], [0.2, 1]]).contains("entry (2, 1) is 0.2, its mirror image 0.1"))
    #expect(context([[1, .nan], [.nan, 1]]).contains("outside -1...1"))
    let impossible = [[1, 0.1, 0.9], [0.1, 1, -0.9], [0.9, -0.9, 1]]
    #expect(context(impossible).contains("first 3 factors is not positive definite"))
  }

  @Test(
    "Vasicek's loss quantile, known answers",
    arguments: [
      (0.01, 0.12, 0.999, 0.09032583133), (0.5, 0.2, 0.95, 0.7945830), (0.65, 0.15, 0.99, 0.9185223),
    ])
  func vasicek(probability: Double, correlation: Double, level: Double, expected: Double) throws {
    let copula = try OneFactorCopula(probability: probability, correlation: correlation)
    #expect(abs(copula.shareQuantile(level: level) - expected) < 6e-8)
  }

  @Test(
    "joint failure and its correlation, known answers",
    arguments: [
      (0.5, 0.2, 0.28204710842, 0.12818843), (0.3, 0.2, 0.11494522, 0.118787), (0.01, 0.2, 3.3891718e-4, 0.024133),
    ])
  func jointFailure(probability: Double, correlation: Double, joint: Double, expected: Double) throws {
    let copula = try OneFactorCopula(probability: probability, correlation: correlation)
    #expect(abs(copula.jointProbability - joint) < 1e-8)
    #expect(abs(copula.failureCorrelation - expected) < 5e-7)
  }

  @Test("the mean of the conditional probability is the probability")
  func meanIsKept() throws {
    let copula = try OneFactorCopula(probability: 0.07, correlation: 0.3)
    var sum = 0.0
    for step in -1000...1000 {
      let z = Double(step) / 100
      sum += copula.conditionalProbability(factor: z) * Elementary.normalDensity(z) / 100
    }
    #expect(abs(sum - 0.07) < 1e-12)
    #expect(copula.conditionalProbability(factor: -1) > copula.conditionalProbability(factor: 1))
    #expect(throws: NumericalFailure.self) { try OneFactorCopula(probability: 0, correlation: 0.1) }
    #expect(throws: NumericalFailure.self) { try OneFactorCopula(probability: 0.1, correlation: 1) }
  }

  @Test("failures of 20 equal risks: variance and tails of the share, known answers")
  func twentyRisks() throws {
    let copula = try OneFactorCopula(probability: 0.5, correlation: 0.2)
    let joint = copula.jointProbability
    #expect(abs(0.25 / 20 + (1 - 1.0 / 20) * (joint - 0.25) - 0.0429448) < 1e-7)
    var (low, high) = (0.0, 0.0)
    for step in -400...400 {
      let z = Double(step) / 50
      let p = copula.conditionalProbability(factor: z)
      let weight = Elementary.normalDensity(z) / 50
      low += weight * (1 - IncompleteBeta(a: 6, b: 15).lower(p))
      high += weight * (1 - IncompleteBeta(a: 16, b: 5).lower(p))
    }
    #expect(abs(low - 0.154617) < 1e-6 && abs(high - 0.898431) < 1e-6)
  }

  /// Basel II, paragraph 272: corporate exposures, LGD 45 %, maturity 2.5 years; published in Annex 5 to two digits.
  @Test(
    "the Basel II risk weights of Annex 5",
    arguments: [
      (0.03, 14.44), (0.05, 19.65), (0.10, 29.65), (0.25, 49.47), (0.40, 62.72), (0.50, 69.61), (0.75, 82.78),
      (1.00, 92.32), (1.30, 100.95), (1.50, 105.59), (2.00, 114.86), (2.50, 122.16), (3.00, 128.44),
    ])
  func basel(percent: Double, published: Double) throws {
    let p = percent / 100
    let weight = (1 - Elementary.exp(-50 * p)) / (1 - Elementary.exp(-50))
    let copula = try OneFactorCopula(probability: p, correlation: 0.12 * weight + 0.24 * (1 - weight))
    let slope = 0.11852 - 0.05478 * Elementary.log(p)
    let maturity = 1 / (1 - 1.5 * slope * slope)  // (1 + (2.5 − 2.5) b)/(1 − 1.5 b)
    let capital = 0.45 * (copula.shareQuantile(level: 0.999) - p) * maturity
    #expect(abs(capital * 12.5 * 100 - published) < 0.006)
  }

  @Test(
    "two correlated normal numbers, against 50-digit quadrature",
    arguments: [
      (0, 0, 0.5, 0.3333333333333333), (-1, -2, 0.3, 0.008687897414719306), (0.5, -0.5, -0.7, 0.11093582200391953),
      (-2.326, -2.326, 0.2, 0.0003394507275603157), (1, 1.2, 0.95, 0.8303426461619976),
      (-1.5, 0.3, 0.99, 0.06680720126885807), (0, 0, -0.5, 1.0 / 6), (1, 1, 1, 0.8413447460685429),
    ] as [(Double, Double, Double, Double)])
  func bivariate(h: Double, k: Double, correlation: Double, expected: Double) {
    #expect(abs(BivariateNormal.cumulative(h, k, correlation: correlation) - expected) < 1e-13)
    #expect(abs(BivariateNormal.cumulative(k, h, correlation: correlation) - expected) < 1e-13)
  }
}
