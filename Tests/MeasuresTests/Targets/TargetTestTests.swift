// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities
import Testing

/// Windows, growth and first dates on series of eight quarters that can be added up by hand.
@Suite struct TargetTestTests {
  /// Ten numbers of which eight are the series, so that a wrong start is seen.
  private static let flows: [Double] = [999, 1, 2, 3, 4, 5, 6, 7, 8, 999]

  @Test(
    "amounts of windows",
    arguments: [
      (Accumulation.flow, 0, 7, 36.0), (.flow, 4, 7, 26), (.flow, 3, 3, 4), (.level, 0, 7, 8), (.level, 2, 5, 6),
      (.running, 0, 7, 8), (.running, 4, 7, 4), (.running, 1, 1, 1),
    ])
  func amounts(accumulation: Accumulation, first: Int, last: Int, expected: Double) {
    #expect(accumulation.value(Self.flows, at: 1, over: first...last) == expected)
  }

  @Test(
    "a threshold is reached or not to the last digit",
    arguments: [
      (Inequality.atLeast, 36.0, true), (.above, 36, false), (.atMost, 36, true), (.below, 36, false),
      (.above, 35.9, true), (.below, 36.1, true), (.atLeast, 36.1, false), (.atMost, 35.9, false),
    ])
  func comparisons(inequality: Inequality, threshold: Double, isMet: Bool) {
    let value = TargetTest(.flow, over: 0...7, inequality, threshold).value(Self.flows, at: 1)
    #expect(value == 36 && inequality.holds(value, threshold) == isMet)
    #expect(!inequality.holds(.nan, threshold))
    #expect(inequality.shortfall(value, threshold) == (isMet ? 0 : max(0, (threshold - 36).magnitude)))
    #expect(inequality.shortfall(.nan, threshold).isNaN)
  }

  /// Years sum to 10 and 26: growth 160 % from the one to the other; from a baseline of 8 the first grows by 25 %.
  @Test func growth() {
    func worst(_ inequality: Inequality, baseline: Double?, from: Int = 0, every: Int = 4) -> Double {
      TargetTest(.flow, over: from...7, inequality, 0, growth: .init(every: every, baseline: baseline))
        .value(Self.flows, at: 1)
    }
    #expect(worst(.atLeast, baseline: nil) == 1.6)
    #expect(worst(.atLeast, baseline: 8) == 0.25)
    #expect(worst(.atMost, baseline: 8) == 1.6)
    #expect(worst(.atLeast, baseline: nil, from: 4) == 1.6, "the year before is in the run")
    // Half-years 3, 7, 11, 15: growth 4/3, 4/7, 4/11.
    #expect(abs(worst(.atLeast, baseline: nil, every: 2) - 4.0 / 11) < 1e-12)
    #expect(worst(.atLeast, baseline: 0).isNaN, "nothing grows from nothing")
    let still: [Double] = [0, 0, 0, 0, 1, 1, 1, 1]
    #expect(
      TargetTest(.flow, over: 0...7, .atLeast, 0, growth: .init(every: 4, baseline: nil)).value(still, at: 0).isNaN)
  }

  @Test(
    "when it was first met, if a quarter can be named",
    arguments: [
      (Accumulation.flow, Inequality.atLeast, 10.0, 0, Int?(3)), (.flow, .atLeast, 11, 0, 4),
      (.flow, .atLeast, 37, 0, nil),
      (.flow, .atLeast, 9, 4, 5), (.flow, .atMost, 10, 0, nil), (.level, .atLeast, 7, 0, 6), (.level, .atMost, 3, 0, 0),
      (.level, .atMost, 3, 4, nil), (.running, .atLeast, 3, 4, 6),
    ])
  func first(accumulation: Accumulation, inequality: Inequality, threshold: Double, from: Int, expected: Int?) {
    let test = TargetTest(accumulation, over: from...7, inequality, threshold)
    #expect(test.firstMet(Self.flows, at: 1, quarters: 8) == expected)
  }

  @Test("beyond the end of the window, so that one sees how late it is")
  func late() {
    let test = TargetTest(.flow, over: 0...3, .atLeast, 15)
    #expect(test.value(Self.flows, at: 1) == 10 && test.firstMet(Self.flows, at: 1, quarters: 8) == 4)
  }

  @Test("a ratio of two series, each added up in its own way")
  func ratio() {
    // Flows 1 … 4, then levels 10, 20, 30, 40.
    let numbers: [Double] = [1, 2, 3, 4, 10, 20, 30, 40]
    let test = TargetTest(.flow, over: 1...3, .atLeast, 0.2, dividedBy: .level)
    #expect(test.value(numbers, at: 0, over: 4) == 9.0 / 40)
    #expect(test.firstMet(numbers, at: 0, over: 4, quarters: 4) == 3, "2/20, 5/30, 9/40")
    #expect(test.value([1, 2, 3, 4, 0, 0, 0, 0], at: 0, over: 4).isNaN)
  }
}
