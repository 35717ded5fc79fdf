// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import Testing

@testable import Experiments

/// The search for factors on curves whose answer is known.
@Suite struct LeadFactorTests {
  /// Runs a search to its end.
  private func search(
    _ curves: [(Double) -> Double], isFloor: [Bool], moved: [Bool]? = nil
  ) -> (factors: [[Double?]], trials: Int) {
    func probabilities(_ factor: Double) -> [Double] { curves.map { $0(factor) } }
    var search = LeadFactorSearch(probabilities(1), isFloor: isFloor, count: 512)
    var trials = 0
    while let factor = search.next, trials < 1000 {
      search.add(.init(factor: factor, probabilities: probabilities(factor)), moved: moved ?? isFloor.map { _ in true })
      trials += 1
    }
    return (curves.indices.map { search.factors(of: $0) }, trials)
  }

  /// `Φ((ln f − m)/s)`: a half at `e^m`, 80 % at `e^(m + 0.8416 s)`.
  private func normal(_ middle: Double, _ spread: Double) -> (Double) -> Double {
    { Elementary.normalCumulative((Elementary.log($0) - middle) / spread) }
  }

  @Test("on a lognormal curve the answer is exact", arguments: [-1.2, -0.3, 0, 0.4, 1.5], [0.15, 0.5])
  func lognormal(middle: Double, spread: Double) throws {
    let found = search([normal(middle, spread)], isFloor: [true])
    let wanted = [middle, middle + 0.8416212335729143 * spread].map(Elementary.exp)
    for (factor, expected) in zip(found.factors[0], wanted) {
      #expect(abs(try #require(factor) / expected - 1) < 1e-6)
    }
    #expect(found.trials <= 14)
  }

  @Test("a step is found to a tenth, a ceiling from the other side")
  func others() throws {
    let step = search([{ $0 >= 2.5 ? 1 : 0 }], isFloor: [true]).factors[0]
    #expect(step.allSatisfy { $0.map { abs($0 / 2.5 - 1) < 0.1 } == true })
    let ceiling = search([{ 1 - normal(0.5, 0.3)($0) }], isFloor: [false]).factors[0]
    #expect(abs(try #require(ceiling[0]) / Elementary.exp(0.5) - 1) < 1e-6)
    #expect(try #require(ceiling[1]) < #require(ceiling[0]), "fewer leads make it likelier")
  }

  @Test("what leads do not move, and what no factor is enough for, has none")
  func nothing() {
    let never = search([{ _ in 0.1 }, { _ in 0.9 }], isFloor: [true, true])
    #expect(never.factors == [[nil, nil], [nil, nil]] && never.trials == 6)
    let unmoved = search([{ _ in 0.1 }], isFloor: [true], moved: [false])
    #expect(unmoved.factors == [[nil, nil]] && unmoved.trials == 1)
    let far = search([normal(2.5, 0.2)], isFloor: [true])
    #expect(far.factors == [[nil, nil]], "beyond a factor of 8")
  }

  @Test("many targets share their trials")
  func together() {
    let curves = (0..<12).map { normal(Double($0) / 10 - 0.5, 0.3) }
    #expect(search(curves, isFloor: curves.map { _ in true }).trials <= 40)
  }
}
