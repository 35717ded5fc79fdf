// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

extension LoneFund {
  /// Makes a company for each ticket, of the stage and sector that are drawn.
  mutating func make(_ tickets: LonePlan, _ numbers: RandomNumbers) {
    draws.draw(tickets.addresses.span, numbers)
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
    let (addresses, quarters, entries) = (tickets.addresses.span, tickets.quarters.span, tickets.entries.span)
    let sectors = tickets.sectors.span
    for number in quarters.indices {
      let stage = tickets.stage(at: firsts[number])
      let sector = StreamPlan.place(of: seconds[number].value, in: tickets.sectorEnds)
      let time = Double(quarters[number]) / 4
      companies[number] = LoneCompany(
        entity: addresses[number].entity, cost: entries[stage].cost, bought: time, time: time, row: entries[stage].row,
        sector: Int32(truncatingIfNeeded: sectors[sector]),
        quarter: Int32(truncatingIfNeeded: quarters[number]))
      living[number] = Int32(truncatingIfNeeded: number)
    }
  }
}
