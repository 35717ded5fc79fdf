// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

/// Flows one period apart; the first and the last are not zero.
struct EvenFlows: FlowProbing {
  private let flows: [Double]

  /// Drops the zeros at both ends, which move no root; `flows` has at least one that is not zero.
  init(_ flows: consuming [Double]) {
    while flows.last == 0 { flows.removeLast() }
    self.flows = flows
  }

  func probe(at logRate: Double) -> FlowProbe {
    var sums = FlowProbe.Sums()
    var discount = 1.0
    let factor = Elementary.exp(-logRate.magnitude)
    let last = flows.count - 1
    for step in 0...last {
      if logRate < 0 {
        sums.add(flows[last - step], discount: discount, time: -Double(step))
      } else {
        sums.add(flows[step], discount: discount, time: Double(step))
      }
      discount *= factor
    }
    return sums.probe(at: logRate)
  }
}
