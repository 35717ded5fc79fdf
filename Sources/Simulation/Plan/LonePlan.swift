// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel

/// The tickets of a fund that stands alone, in numbers; without any where none does. See `LoneFund`.
///
/// A class, since to pass on a structure counts a reference for each of its lists.
final class LonePlan: Sendable {
  /// A class of the stage mix.
  struct Entry: Sendable {
    var row: Int32
    /// The most that the fund pays, and what it pays in a round of the median size, fen.
    var ticket: Int64
    var cost: Int64
    /// The median round, yuan, and the standard deviation of its logarithm.
    var round: Double
    var sigma: Double
  }

  /// The quarter of each purchase, in their order, and where the company that is made for it has the numbers that give it
  /// a stage and a sector; the last address stands there until there are a multiple of lanes.
  let quarters: [Int]
  let addresses: [RandomAddress]
  let entries: [Entry]
  let stream: Int
  let law: Int
  /// The mixes of the stream: upper ends of stages and sectors on the unit interval, and the sectors. Here as well, for the
  /// stream is a structure.
  let stageEnds: [Double]
  let sectorEnds: [Double]
  let sectors: [Int]
  /// For how many quarters the economy is drawn: to the end of the fund, or all if the listed index is asked for.
  let economyQuarters: Int

  /// Whether no fund is run alone.
  var isEmpty: Bool { quarters.isEmpty }

  /// The class of the stage mix that a uniform falls in.
  @inline(__always) func stage(at uniform: Uniform) -> Int { StreamPlan.place(of: uniform.value, in: stageEnds) }

  /// No tickets.
  init() {
    (quarters, addresses, entries) = ([], [], [])
    (stageEnds, sectorEnds, sectors) = ([], [], [])
    (stream, law, economyQuarters) = (0, 0, 0)
  }

  /// The tickets of the only fund of a plan, from its only stream.
  init(_ plan: Plan) {
    let tables = plan.fundTables[0]
    let stream = plan.streams[tables.streams[0]]
    self.stream = tables.streams[0]
    law = stream.law
    (stageEnds, sectorEnds, sectors) = (stream.stageCumulative, stream.sectorCumulative, stream.sectorIndices)
    economyQuarters = plan.economy.needsIndex ? plan.quarters : plan.funds[0].end + 1
    var (quarters, addresses): ([Int], [RandomAddress]) = ([], [])
    for age in 0..<min(tables.ticketsThrough.count, plan.funds[0].end - plan.funds[0].start) {
      let quarter = plan.funds[0].start + age
      for number in 0..<tables.plannedTickets(age) {
        let entity = StreamPlan.madeFor(tables.streamEntities[0], quarter: quarter, number: number)
        addresses.append(RandomAddress(entity, .stageAndSector, 0))
        quarters.append(quarter)
      }
    }
    while addresses.count % RandomNumbers.lanes != 0 { addresses.append(addresses[addresses.count - 1]) }
    (self.quarters, self.addresses) = (quarters, addresses)
    entries = zip(stream.models, stream.roundSigma).map { model, sigma in
      let ticket = tables.tickets[model.entryStage]
      return Entry(
        row: Int32(model.row), ticket: ticket, cost: min(ticket, Int64(model.roundSize * 100)), round: model.roundSize,
        sigma: sigma)
    }
  }
}

extension StreamPlan {
  /// The address of the company that is made for a ticket. One child for quarter and number: the quarter stands above any
  /// number of tickets.
  @inline(__always) static func madeFor(_ maker: EntityAddress, quarter: Int, number: Int) -> EntityAddress {
    maker.child(EntityKindCode.candidate, UInt64(quarter) << 32 | UInt64(number))
  }
}
