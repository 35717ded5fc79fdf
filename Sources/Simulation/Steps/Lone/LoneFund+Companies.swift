// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

extension LoneFund {
  /// Makes a company for each ticket, of the stage and sector that are drawn.
  mutating func make(_ tickets: LonePlan, _ numbers: RandomNumbers) {
    draws.draw(tickets.addresses, numbers)
    living.ensure(tickets.quarters.count)
    Self.make(&companies, &living, draws.first, draws.second, tickets)
  }

  private static func make(
    _ companies: inout Column<LoneCompany>, _ living: inout Column<Int32>, _ firsts: borrowing Column<Uniform>,
    _ seconds: borrowing Column<Uniform>, _ tickets: LonePlan
  ) {
    var companies = companies.mutableSpan
    var living = living.mutableSpan
    let (firsts, seconds) = (firsts.span, seconds.span)
    for number in tickets.quarters.indices {
      let stage = tickets.stage(at: firsts[number])
      let sector = StreamPlan.place(of: seconds[number].value, in: tickets.sectorEnds)
      let time = Double(tickets.quarters[number]) / 4
      companies[number] = LoneCompany(
        entity: tickets.addresses[number].entity, cost: tickets.entries[stage].cost, bought: time, time: time,
        row: tickets.entries[stage].row, sector: Int32(truncatingIfNeeded: tickets.sectors[sector]),
        quarter: Int32(truncatingIfNeeded: tickets.quarters[number]))
      living[number] = Int32(truncatingIfNeeded: number)
    }
  }
}
