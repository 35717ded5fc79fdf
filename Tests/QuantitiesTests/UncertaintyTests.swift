// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite struct UncertaintyTests {
  private func parameter(_ shape: Uncertainty.Shape, _ allowed: Interval?, grade: Grade? = nil) -> Parameter {
    Parameter(
      path: "p", text: "2", unit: "", source: "", grade: grade, isDefault: false, labelEnglish: "", labelChinese: "",
      uncertainty: Uncertainty(low: 1, base: 2, high: 4, shape: shape), allowed: allowed)
  }

  @Test(
    "how far draws reach",
    arguments: [
      (.triangular, nil, 1...4), (.uniform, .between(0, 5), 1...4), (.normal, nil, -0.5...5.5),
      (.normal, .atLeast(0), 0...5.5), (.normal, .above(0), 0.5...5.5), (.normal, .between(1, 4), 1...4),
      (.normal, .strictlyBetween(-1, 5), 0...4.5), (.lognormal, nil, 0.5...8), (.lognormal, .between(0, 5), 0.5...5),
    ] as [(Uncertainty.Shape, Interval?, ClosedRange<Double>)])
  func reach(shape: Uncertainty.Shape, allowed: Interval?, reach: ClosedRange<Double>) {
    #expect(parameter(shape, allowed).reach == reach)
    #expect(parameter(shape, allowed, grade: .verified).reach == nil)
  }

  @Test func intersections() {
    #expect(Interval.atLeast(0).intersection(.between(-1, 1)) == .between(0, 1))
    #expect(Interval.above(0).intersection(.between(0, 1)) == Interval.between(0, 1).intersection(.above(0)))
    #expect(!Interval.above(0).intersection(.between(0, 1)).includesLow)
    #expect(Interval.from(0, below: 1).contains(0) && !Interval.from(0, below: 1).contains(1))
  }
}
