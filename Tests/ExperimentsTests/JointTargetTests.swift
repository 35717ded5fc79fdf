// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Experiments

/// Ten replicates of two targets, counted by hand.
@Suite struct JointTargetTests {
  private static let first = [true, true, true, true, true, true, false, false, false, false]
  private static let second = [true, true, true, false, false, false, true, false, false, false]

  @Test func counts() throws {
    let joint = try #require(JointTargets([Self.first, Self.second], base: nil))
    #expect(joint.count == 10 && joint.all.successes == 3 && joint.all.probability == 0.3)
    #expect(joint.exactly.map(\.successes) == [3, 4, 3])
    #expect(abs(joint.ifIndependent - 0.6 * 0.4) < 1e-15 && joint.ifComonotone == 0.4)
    #expect(joint.allAtBase == 0.3)
    // Wilson limits of 3 in 10.
    #expect(abs(joint.all.limits.lowerBound - 0.10779) < 1e-5 && abs(joint.all.limits.upperBound - 0.60322) < 1e-5)
  }

  @Test("comonotone targets reach their bound, opposite ones fall below independence")
  func bounds() throws {
    let same = try #require(JointTargets([Self.first, Self.first], base: [Self.second, Self.second]))
    #expect(same.all.probability == same.ifComonotone && same.ifComonotone > same.ifIndependent)
    #expect(same.allAtBase == 0.4)
    let opposite = try #require(JointTargets([Self.first, Self.first.map { !$0 }], base: nil))
    #expect(opposite.all.probability == 0 && opposite.ifIndependent > 0.2)
    #expect(opposite.exactly.map(\.successes) == [0, 10, 0])
  }

  @Test func nothing() {
    #expect(JointTargets([], base: nil) == nil && JointTargets([[]], base: nil) == nil)
  }
}
