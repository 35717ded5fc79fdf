// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

@Suite("Counts, choices and tables") struct ChoiceTests {
  @Test("Poisson quantiles invert the distribution function", arguments: [0, 0.05, 0.7, 3, 42.5, 1000, 250_000])
  func poisson(mean: Double) throws {
    let poisson = try PoissonCount(mean: mean)
    let upper = IncompleteGamma.self
    var last = 0
    for step in 1..<200 {
      let u = Uniform(nearest: Double(step) / 200)
      let count = poisson.quantile(u)
      #expect(count >= last)
      last = count
      guard mean > 0 else { continue }
      // P(N ≤ n) = Q(n + 1, mean).
      #expect(upper.init(shape: Double(count) + 1).upper(mean) >= u.value - 1e-9)
      if count > 0 { #expect(upper.init(shape: Double(count)).upper(mean) < u.value + 1e-9) }
    }
    #expect(mean > 0 || last == 0)
  }

  @Test("Poisson quantiles are right at both ends of the uniforms")
  func poissonEnds() throws {
    let poisson = try PoissonCount(mean: 2)
    // The smallest n with P(N > n) ≤ 2⁻⁵⁴ = 5.6e-17, and the smallest n at all.
    #expect(poisson.quantile(Uniform(bits: (1 << 53) - 1)) == 22 && poisson.quantile(Uniform(bits: 0)) == 0)
    #expect(poisson.cumulative(-1) == 0 && poisson.cumulative(10_000) == 1)
    #expect(abs(poisson.cumulative(2) - 5 * Elementary.exp(-2)) < 1e-15)
    #expect(throws: NumericalFailure.self) { try PoissonCount(mean: -1) }
  }

  /// The log of a large mean's mass is right to some 1e-13 of itself, so a uniform within that of a step may take either
  /// side of it: none of these is.
  @Test("summed without a table, Poisson quantiles are the same", arguments: [0, 0.05, 0.7, 3, 42.5, 119, 740, 2500])
  func poissonSummed(mean: Double) throws {
    let poisson = try PoissonCount(mean: mean)
    for step in 1..<400 {
      let u = Uniform(nearest: Double(step) / 400)
      #expect(PoissonCount.quantile(at: u.value, mean: mean) == poisson.quantile(u))
    }
  }

  @Test("a choice never takes an alternative without weight")
  func discrete() throws {
    let choice = try Discrete(weights: [0, 0.1, 0, 0.2, 0.7, 0])
    #expect(choice.quantile(Uniform(bits: 0)) == 1 && choice.quantile(Uniform(bits: (1 << 53) - 1)) == 4)
    #expect(choice.quantile(Uniform(nearest: 0.0999)) == 1 && choice.quantile(Uniform(nearest: 0.1001)) == 3)
    #expect(abs(choice.probability(4) - 0.7) < 1e-15 && choice.probability(0) == 0)
    // Ten tenths do not sum to one in binary.
    let tenths = try Discrete(weights: [Double](repeating: 0.1, count: 10))
    #expect(tenths.quantile(Uniform(bits: (1 << 53) - 1)) == 9)
    let failure = #expect(throws: NumericalFailure.self) { try Discrete(weights: [1, -2]) }
    #expect(failure?.context.english.contains("weight[2] = -2.0") == true)
    #expect(throws: NumericalFailure.self) { try Discrete(weights: [0, 0]) }
    #expect(throws: NumericalFailure.self) { try Discrete(weights: []) }
  }

  @Test("an empirical distribution interpolates without weights and steps with them")
  func empirical() throws {
    let smooth = try Empirical(values: [3, 1, 2, 10])
    QuantileLaws.check(smooth, in: 1...10, moments: 1e-2)
    #expect(abs(smooth.mean - (1.5 + 2.5 + 6.5) / 3) < 1e-15)
    #expect(smooth.cumulative(0.5) == 0 && smooth.cumulative(10) == 1)
    #expect(abs(smooth.cumulative(6) - (2 + 3.0 / 7) / 3) < 1e-15)
    let steps = try Empirical(values: [3, 1, 2], weights: [1, 2, 1])
    QuantileLaws.check(steps, in: 1...3, inversion: nil, moments: 1e-2)
    #expect(steps.quantile(Uniform(nearest: 0.49)) == 1 && steps.quantile(Uniform(nearest: 0.76)) == 3)
    #expect(steps.mean == 1.75 && steps.cumulative(2.5) == 0.75 && steps.variance == 0.6875)
    let single = try Empirical(values: [5])
    #expect(single.quantile(Uniform(nearest: 0.3)) == 5 && single.variance == 0 && single.mean == 5)
    #expect(throws: NumericalFailure.self) { try Empirical(values: []) }
    #expect(throws: NumericalFailure.self) { try Empirical(values: [1], weights: [1, 2]) }
  }

  @Test("a published table gives its shares back")
  func buckets() throws {
    let shares = [64.8, 25.3, 5.9, 2.5, 1.1, 0.4]
    let table = try Buckets(bounds: [1, 5, 10, 20, 50], shares: shares, tailExponent: 1.423, maximum: 300)
    QuantileLaws.check(table, in: 0...300, inversion: 1e-12, moments: 2e-2)
    for (bound, expected) in zip([1.0, 5, 10, 20, 50], [0.648, 0.901, 0.96, 0.985, 0.996]) {
      #expect(abs(table.cumulative(bound) - expected) < 1e-14)
      #expect(abs(table.quantile(Uniform(nearest: expected)) - bound) < 1e-11 * bound)
    }
    // Log-uniform inside: the middle share of 1 to 5 is at √5.
    #expect(abs(table.quantile(Uniform(nearest: 0.648 + 0.253 / 2)) - 5.0.squareRoot()) < 1e-12)
    #expect(table.quantile(Uniform(bits: (1 << 53) - 1)) <= 300 && table.quantile(Uniform(bits: 0)) > 0)
    let closed = try Buckets(bounds: [1, 2], shares: [1, 1, 0], tailExponent: 2, maximum: 3)
    #expect(closed.quantile(Uniform(bits: (1 << 53) - 1)) <= 2)
    #expect(throws: NumericalFailure.self) {
      try Buckets(bounds: [2, 1], shares: [1, 1, 1], tailExponent: 2, maximum: 3)
    }
    #expect(throws: NumericalFailure.self) { try Buckets(bounds: [1], shares: [1], tailExponent: 2, maximum: 3) }
  }
}
