// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Testing

@Suite struct PeriodicRateTests {
  struct Answer: Sendable {
    var flows: [Double]
    var roots: [Double]
    var rate: Double?
    var tolerance = 1e-9
  }

  /// Flows with known roots, and edge cases.
  static let answers = [
    Answer(flows: [-100, 39, 59, 55, 20], roots: [0.28094842116], rate: 0.28094842116),
    Answer(flows: [-100, 100, 0, -7], roots: [-0.67889437363, -0.08329966618], rate: -0.08329966618),
    Answer(
      flows: [-5, 10.5, 1, -8, 1], roots: [-0.87020124748, 0.08859833852, 0.70955952769], rate: -0.87020124748),
    Answer(flows: [-150_000, 15_000, 25_000, 35_000, 45_000, 60_000], roots: [0.05243288885], rate: 0.05243288885),
    Answer(flows: [-161445.03, 2113.73, 7626.73, 8619.84, 8612.92], roots: [-0.43658134635], rate: -0.43658134635),
    Answer(
      flows: [-1678.87, 771.96, 1814.05, 3520.3, 3552.95, 3584.99, 4789.91, -1],
      roots: [-0.9997912604283283, 1.0042698487205577], rate: 1.0042698487205577),
    Answer(flows: [-12, -10, -4, 40, 0, 15, 5], roots: [0.324], rate: 0.324, tolerance: 1e-3),
    Answer(flows: [-1000, 3600, -4310, 1716], roots: [0.1, 0.2, 0.3], rate: 0.1),
    Answer(flows: [1, 2, 3], roots: [], rate: nil),
    Answer(flows: [-100, 0, 0, 74], roots: [-0.0954958], rate: -0.0954958, tolerance: 5e-8),
    Answer(flows: [-40_000, 5000, 8000, 12_000, 30_000], roots: [0.1058226], rate: 0.1058226, tolerance: 5e-8),
    Answer(flows: [-50, -100, 600, 300, -100], roots: [-0.7689, 1.8544178], rate: 1.8544178, tolerance: 5e-5),
    Answer(flows: [-100, 230, -132], roots: [0.1, 0.2], rate: 0.1),
    Answer(flows: [100, -200, 150], roots: [], rate: nil),
    Answer(flows: [0, 0, 0], roots: [], rate: nil),
    Answer(flows: [], roots: [], rate: nil),
  ]

  @Test("known answers", arguments: answers)
  func known(answer: Answer) {
    var solver = InternalRateSolver(periodsPerYear: 1)
    let found = solver.solve(answer.flows)
    #expect(solver.roots.count == answer.roots.count, "\(solver.roots)")
    for (root, expected) in zip(solver.roots, answer.roots) { #expect(abs(root - expected) < answer.tolerance) }
    #expect((found.rate == nil) == (answer.rate == nil))
    if let rate = found.rate, let expected = answer.rate { #expect(abs(rate - expected) < answer.tolerance) }
    #expect(found.status == [.none, .unique, .several][min(2, answer.roots.count)])
  }

  @Test("the nearly total loss of numpy-financial's issue 15, cut to three flows")
  func nearlyEverythingLost() throws {
    var solver = InternalRateSolver(periodsPerYear: 1)
    let (a, b, c) = (4.1672087103345505e-16, 2.3926932267015667e-07, 3000.0)
    let growth = 2 * a / (-b + (b * b + 4 * a * c).squareRoot())
    let rate = solver.solve([-c, b, a])
    #expect(rate.status == .unique)
    #expect(abs((1 + (try #require(rate.rate))) / growth - 1) < 1e-6)
  }

  @Test func totalLoss() {
    var solver = InternalRateSolver()
    #expect(solver.solve([0, -5, 0, -3, 0]) == .totalLoss)
    #expect(solver.roots == [-1])
    #expect(InternalRate.totalLoss.compounded(over: 4) == .totalLoss)
    #expect(solver.solve([0, 5]) == .none)
    #expect(solver.roots.isEmpty)
  }

  @Test func doubleRoots() throws {
    var solver = InternalRateSolver(periodsPerYear: 1)
    #expect(abs(try #require(solver.solve([-100, 220, -121]).rate) - 0.1) < 1e-6)
    #expect(solver.roots.count == 1)
    // (1 - 1.1 v)² (1 - 1.25 v), roots 0.1 twice and 0.25.
    #expect(solver.solve([1, -3.45, 3.96, -1.5125]).status == .several)
    #expect(solver.roots.count == 2)
    // No root, but close to one: the dip stops short of zero.
    #expect(solver.solve([-100, 220, -121.000_001]).status == .none)
    // A close pair.
    let pair = solver.solve([-100, 220, -120.999_999])
    #expect(pair.status == .several && solver.roots.count == 2)
    #expect(solver.roots.allSatisfy { abs($0 - 0.1) < 2e-4 })
  }

  @Test("a quarterly rate becomes a yearly one")
  func compounding() throws {
    var solver = InternalRateSolver()
    let quarterly = solver.solve([-100, 0, 0, 0, 108])
    #expect(abs(try #require(quarterly.compounded(over: 4).rate) - 0.08) < 1e-14)
    #expect(solver.solve([-7, 3, 4]).rate == 0)
  }

  @Test(
    "roots that crowd are told apart",
    arguments: [
      [-0.05, 0.106, 0.113, 0.118], [0.0866, 0.1763, 0.2711, 0.2719], [-0.1878, -0.024, -0.0092, 0.0076],
      [0.0831, 0.1773, 0.2326, 0.233], [0.07426, 0.07447, 0.111],
    ])
  func crowdedRoots(expected: [Double]) {
    var flows = [-100.0]
    for rate in expected {
      let longer = flows + [0]
      flows = longer.indices.map { longer[$0] - ($0 > 0 ? (1 + rate) * longer[$0 - 1] : 0) }
    }
    var solver = InternalRateSolver(periodsPerYear: 1)
    #expect(solver.solve(flows).status == .several)
    #expect(solver.roots.count == expected.count)
    for (found, root) in zip(solver.roots, expected) { #expect(abs(found - root) < 1e-6) }
  }
}
