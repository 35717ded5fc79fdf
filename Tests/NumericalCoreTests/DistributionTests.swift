// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

@Suite("Distributions") struct DistributionTests {
  static let everything = -Double.infinity...Double.infinity

  @Test("continuous distributions obey the laws")
  func laws() throws {
    QuantileLaws.check(NormalQuantile.shared, in: Self.everything, inversion: 1e-10)
    QuantileLaws.check(try LogNormal(mu: -0.648, sigma: 0.8), in: 0...(.infinity), inversion: 1e-10, moments: 1e-5)
    QuantileLaws.check(try LogNormal(median: 2, sigma: 0.1), in: 0...(.infinity), inversion: 1e-10)
    QuantileLaws.check(try Exponential(mean: 3), in: 0...(.infinity))
    QuantileLaws.check(try Weibull(shape: 1.7, scale: 2), in: 0...(.infinity))
    QuantileLaws.check(try Weibull(shape: 0.7, scale: 2), in: 0...(.infinity))
    QuantileLaws.check(try Triangular(minimum: -1, mode: 0.5, maximum: 4), in: -1...4, moments: 1e-5)
    QuantileLaws.check(try Triangular(minimum: 1, mode: 1, maximum: 4), in: 1...4)
    QuantileLaws.check(try Triangular(minimum: 0, mode: 4, maximum: 4), in: 0...4)
    QuantileLaws.check(try UniformRange(lower: 0, upper: 5), in: 0...5)
    QuantileLaws.check(try UniformRange(lower: -2, upper: 5), in: -2...5)
    QuantileLaws.check(try PointMass(7), in: 7...7, inversion: nil)
  }

  @Test("tabulated distributions obey the laws", arguments: [0.3, 1, 2.5, 50])
  func tabulated(shape: Double) throws {
    QuantileLaws.check(try Gamma(shape: shape, mean: 3), in: 0...(.infinity), inversion: 1e-7)
    QuantileLaws.check(try Beta(a: shape, b: 2), in: 0...1, inversion: 1e-7)
    QuantileLaws.check(try Pert(minimum: 1, mode: 2, maximum: 9, weight: shape), in: 1...9, inversion: 1e-7)
  }

  @Test("truncated Pareto obeys the laws", arguments: [0.5, 1, 1.423, 2, 3])
  func pareto(exponent: Double) throws {
    let pareto = try TruncatedPareto(minimum: 10, exponent: exponent, maximum: 200)
    QuantileLaws.check(pareto, in: 10...200, inversion: 1e-11, moments: 1e-5)
    #expect(pareto.cumulative(9) == 0 && pareto.cumulative(200) == 1)
  }

  @Test("the mean of the truncated Pareto is the published formula")
  func paretoMean() throws {
    let ratio = 10.0 / 200
    let expected =
      10 * 1.423 / 0.423 * (1 - Elementary.pow(ratio, 0.423)) / (1 - Elementary.pow(ratio, 1.423))
    #expect(relativeError(try TruncatedPareto(minimum: 10, exponent: 1.423, maximum: 200).mean, expected) < 1e-13)
    let unit = try TruncatedPareto(minimum: 10, exponent: 1, maximum: 200).mean
    #expect(relativeError(unit, 10 * Elementary.log(20) / (1 - ratio)) < 1e-14)
  }

  @Test("the lognormal fitted to the published buckets gives them back")
  func publishedLogNormal() throws {
    let fit = try LogNormal(mu: -0.64794, sigma: 1.71732)
    let shares = [1.0, 5, 10, 20, 50].map { fit.cumulative($0) }
    for (share, expected) in zip(shares, [0.6470, 0.9056, 0.9571, 0.9831, 0.9961]) {
      #expect(abs(share - expected) < 3e-4)
    }
    #expect(abs(fit.mean - 2.286) < 1e-3 && abs(fit.quantile(Uniform(nearest: 0.5)) - 0.523) < 1e-3)
    #expect(abs(fit.cumulative(0.05) - 0.086) < 5e-4 && abs(fit.cumulative(0.1) - 0.168) < 5e-4)
  }

  @Test("the PERT distribution is a beta distribution between its ends")
  func pert() throws {
    let pert = try Pert(minimum: 2, mode: 5, maximum: 10)
    #expect(relativeError(pert.mean, (2 + 20 + 10) / 6.0) < 1e-15)
    let beta = try Beta(a: 2.5, b: 3.5)
    let u = Uniform(nearest: 0.2)
    #expect(relativeError(pert.quantile(u), 2 + 8 * beta.quantile(u)) < 1e-15)
  }

  @Test("bad parameters are refused, and the message says what is needed")
  func refusals() {
    let failure = #expect(throws: NumericalFailure.self) { try LogNormal(mu: 0, sigma: -1) }
    #expect(failure?.description.contains("sigma -1.0; needs |mu| < ∞, 0 <= sigma < ∞") == true)
    #expect(throws: NumericalFailure.self) { try LogNormal(median: 0, sigma: 1) }
    #expect(throws: NumericalFailure.self) { try Exponential(mean: .nan) }
    #expect(throws: NumericalFailure.self) { try Weibull(shape: 0, scale: 1) }
    #expect(throws: NumericalFailure.self) { try TruncatedPareto(minimum: 2, exponent: 1, maximum: 2) }
    #expect(throws: NumericalFailure.self) { try Triangular(minimum: 0, mode: 2, maximum: 1) }
    #expect(throws: NumericalFailure.self) { try Pert(minimum: 0, mode: 2, maximum: 1) }
    #expect(throws: NumericalFailure.self) { try UniformRange(lower: 1, upper: 1) }
    #expect(throws: NumericalFailure.self) { try PointMass(.infinity) }
  }
}
