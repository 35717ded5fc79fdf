// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import TestSupport
import Testing

@testable import Simulation

/// The order of what happens in a quarter.
@Suite struct OrderTests {
  @Test("events of a quarter come by their time, equal ones as they were entered, later additions in their place")
  func queue() {
    var queue = EventQueue(quarters: 2)
    for (payload, time) in [0.2, 0.05, 0.2, 0.0, 0.1, 0.25, 0.05].enumerated() {
      queue.add(.company, payload, at: time, in: 0)
    }
    queue.add(.payment, 99, at: 0.3, in: 1)
    queue.add(.payment, 98, at: 0.6, in: 2)
    var order: [Int] = []
    while let event = queue.next(in: 0) {
      order.append(event.payload)
      if event.payload == 4 {
        queue.add(.redemption, 7, at: 0.15, in: 0)
        queue.add(.redemption, 8, at: 0.01, in: 0)
      }
    }
    #expect(order == [3, 1, 6, 4, 8, 7, 0, 2, 5])
    #expect(queue.next(in: 1)?.payload == 99)
    #expect(queue.next(in: 1) == nil)
  }

  @Test("in a quarter: fees before follow-ons, follow-ons before first tickets, all before the call")
  func fees() throws {
    let design = try ScenarioWorkshop.design("yangjiang-2025", ScenarioWorkshop.fundsAlone + ["run.uncertainty=off"])
    var followOns = 0
    for replicate in 0..<20 {
      var stage: [Int: Int] = [:]
      for entry in KernelProbe.journal(design, replicate: UInt32(replicate)) {
        guard let place = Self.place(entry.happening) else { continue }
        // A company bought in the quarter may close a round in it, after all first tickets.
        if entry.happening == .followOn, stage[entry.quarter] == 3 { continue }
        #expect(stage[entry.quarter, default: 0] <= place, "quarter \(entry.quarter): \(entry.happening)")
        stage[entry.quarter] = place
        followOns += entry.happening == .followOn ? 1 : 0
      }
    }
    #expect(followOns > 50)
  }

  private static func place(_ happening: Journal.Happening) -> Int? {
    switch happening {
    case .managementFee: 1
    case .followOn: 2
    case .investment: 3
    case .call: 4
    case .distribution: 5
    default: nil
    }
  }
}
