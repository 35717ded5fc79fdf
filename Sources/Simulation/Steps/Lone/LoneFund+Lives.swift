// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// What the loops over companies read of a plan and a replicate.
struct LoneWorld {
  var numbers: RandomNumbers
  var law: LawPlan
  /// Length of the grid, in quarters and years, and the quarter in which the fund ends.
  var quarters: Int
  var horizon: Double
  var end: Int
  var channels: FundChannels
}

/// One stage of all companies whose lives go on. Short loops: the processor looks ahead by a limited number of
/// instructions, and works on as many companies at a time as fit into them. They are functions of the columns that they
/// use, so that where these lie is known to each loop.
extension LoneFund {
  /// Draws how long the stage lasts and what ends it; as many stages lie behind all companies.
  mutating func drawStays(_ world: borrowing LoneWorld, behind: Int) {
    Self.address(&draws.addresses, &stays, living, companies, behind: behind)
    draws.draw(world.numbers)
  }

  private static func address(
    _ addresses: inout Column<RandomAddress>, _ stays: inout Column<LoneStay>, _ living: borrowing Column<Int32>,
    _ companies: borrowing Column<LoneCompany>, behind: Int
  ) {
    addresses.removeAll()
    addresses.ensure(living.count)
    var addresses = addresses.mutableSpan
    var stays = stays.mutableSpan
    let (living, companies) = (living.span, companies.span)
    for place in living.indices {
      addresses[place] = RandomAddress(companies[Int(living[place])].entity, .sojournAndEvent, behind)
      stays[place].company = living[place]
    }
  }

  /// `τ ~ Gamma(shape, mean)`; the event is at `u + τ`.
  mutating func dateEvents(_ world: borrowing LoneWorld, _ rows: [StageRow], _ gammas: [Gamma]) {
    let count = draws.addresses.count
    Self.locate(&tablePlaces, draws.first, count: count)
    Self.dateEvents(&stays, tablePlaces, companies, rows, gammas, count: count)
    Self.findQuarters(&stays, horizon: world.horizon, count: count)
  }

  private static func locate(
    _ places: inout Column<TabulatedQuantile.Place>, _ draws: borrowing Column<Uniform>, count: Int
  ) {
    places.ensure(count)
    var places = places.mutableSpan
    let draws = draws.span
    for place in 0..<count { places[place] = TabulatedQuantile.Place(of: draws[place]) }
  }

  private static func dateEvents(
    _ stays: inout Column<LoneStay>, _ places: borrowing Column<TabulatedQuantile.Place>,
    _ companies: borrowing Column<LoneCompany>, _ rows: [StageRow], _ gammas: [Gamma], count: Int
  ) {
    var stays = stays.mutableSpan
    let (places, companies, rows, gammas) = (places.span, companies.span, rows.span, gammas.span)
    for place in 0..<count {
      let company = Int(stays[place].company)
      let row = Int(companies[company].row)
      let stay = gammas[rows[row].sojournTable].quantile(at: places[place]) * rows[row].sojournScale
      stays[place].time = companies[company].time + stay
    }
  }

  private static func findQuarters(_ stays: inout Column<LoneStay>, horizon: Double, count: Int) {
    var stays = stays.mutableSpan
    for place in 0..<count {
      stays[place].quarter = Int32(truncatingIfNeeded: Int(min(stays[place].time, horizon) * 4))
    }
  }

  /// The event at `u + τ` is read off `X = sqrt(ρ) G_s(u+τ) + sqrt(κ) Q + sqrt(1−ρ−κ) ε` through ordered thresholds; one
  /// after the end of the fund is none.
  mutating func chooseEvents(_ world: borrowing LoneWorld, _ rows: [StageRow], factors: borrowing Column<Double>) {
    draws.normaliseSecond()
    Self.chooseEvents(&stays, draws.normals, companies, rows, factors, world, count: draws.addresses.count)
  }

  private static func chooseEvents(
    _ stays: inout Column<LoneStay>, _ normals: borrowing Column<Double>,
    _ companies: borrowing Column<LoneCompany>, _ rows: [StageRow], _ factors: borrowing Column<Double>,
    _ world: borrowing LoneWorld, count: Int
  ) {
    var stays = stays.mutableSpan
    let (normals, companies, rows, factors) = (normals.span, companies.span, rows.span, factors.span)
    for place in 0..<count {
      let company = Int(stays[place].company)
      let quarter = Int(stays[place].quarter)
      let factor = factors[Int(companies[company].sector) &* world.quarters &+ min(quarter, world.end)]
      let latent =
        world.law.factor * factor + companies[company].quality + world.law.noise * normals[place]
      let event = rows[Int(companies[company].row)].event(latent)
      // All ones after the end of the fund: chance would mislead a branch.
      let isAfter = (world.end &- quarter) &>> (Int.bitWidth - 1)
      stays[place].event = Int32(truncatingIfNeeded: event ^ ((event ^ none) & isAfter))
    }
  }

  /// Draws what the events bring, and sorts them by what is to be done.
  mutating func drawOutcomes(_ world: borrowing LoneWorld, behind: Int) {
    Self.sort(&sorted, &counts, &draws.addresses, stays, room: room, behind: behind)
    draws.draw(world.numbers)
  }

  private static func sort(
    _ sorted: inout Column<Int32>, _ counts: inout Column<Int>, _ addresses: inout Column<RandomAddress>,
    _ stays: borrowing Column<LoneStay>, room: Int, behind: Int
  ) {
    var sorted = sorted.mutableSpan
    var counts = counts.mutableSpan
    var addresses = addresses.mutableSpan
    let stays = stays.span
    // Four, and not filled: the library's filling of memory costs more than they.
    for slot in 0..<slots { counts[slot] = 0 }
    for place in addresses.indices {
      let event = Int(stays[place].event)
      let slot = slotOf &>> (2 &* event) & 3
      sorted[start(slot) &* room &+ (counts[slot] ^ direction(slot))] = Int32(truncatingIfNeeded: place)
      counts[slot] &+= 1
      let variable: Variable = slot >= graduates ? .stepUpAndExit : .recovery
      addresses[place] = RandomAddress(addresses[place].entity, variable, behind)
    }
  }

  /// Value per share after a round or at an exit: the last one times the event's factor and the market's move since the
  /// stage was entered; a stalled company's decays instead.
  mutating func weighEvents(_ world: borrowing LoneWorld, _ laws: [EventFactor], markets: borrowing Column<Double>) {
    let places = moves
    Self.choose(&draws.chosen, draws.first, draws.second, sorted, places, stays)
    UniformDraws.normalise(draws.chosen, count: places.count, into: &factors)
    Self.drawLogs(&factors, sorted, places, stays, companies, laws)
    factors.exponentiate(0..<places.count)
    Self.move(&stays, sorted, places, companies, factors, markets, world)
  }

  /// Which of its two numbers an event goes by.
  private static func choose(
    _ chosen: inout Column<Uniform>, _ firsts: borrowing Column<Uniform>, _ seconds: borrowing Column<Uniform>,
    _ sorted: borrowing Column<Int32>, _ places: Range<Int>, _ stays: borrowing Column<LoneStay>
  ) {
    chosen.ensure(places.count)
    var chosen = chosen.mutableSpan
    let (firsts, seconds, sorted, stays) = (firsts.span, seconds.span, sorted.span, stays.span)
    for number in 0..<places.count {
      let place = Int(sorted[places.lowerBound + number])
      let isRound = Int(stays[place].event) == StageEvent.graduates
      chosen[number] = Uniform(firsts[place], orElse: seconds[place], when: isRound)
    }
  }

  /// Makes unit normal numbers the logarithms of the factors of events.
  private static func drawLogs(
    _ factors: inout Column<Double>, _ sorted: borrowing Column<Int32>, _ places: Range<Int>,
    _ stays: borrowing Column<LoneStay>, _ companies: borrowing Column<LoneCompany>, _ laws: [EventFactor]
  ) {
    var factors = factors.mutableSpan
    let (sorted, stays, companies, laws) = (sorted.span, stays.span, companies.span, laws.span)
    for number in 0..<places.count {
      let place = Int(sorted[places.lowerBound + number])
      let event = Int(stays[place].event)
      let own = laws[Int(companies[Int(stays[place].company)].row) &* StageRow.eventCount &+ event]
      factors[number] = own.mu + own.sigma * factors[number]
    }
  }

  private static func move(
    _ stays: inout Column<LoneStay>, _ sorted: borrowing Column<Int32>, _ places: Range<Int>,
    _ companies: borrowing Column<LoneCompany>, _ factors: borrowing Column<Double>,
    _ markets: borrowing Column<Double>, _ world: borrowing LoneWorld
  ) {
    var stays = stays.mutableSpan
    let (sorted, companies, factors, markets) = (sorted.span, companies.span, factors.span, markets.span)
    for number in 0..<places.count {
      let place = Int(sorted[places.lowerBound + number])
      let company = Int(stays[place].company)
      var value = companies[company].value * factors[number]
      if companies[company].isStalled {
        let stalled = max(0, stays[place].time - companies[company].time)
        value *= Elementary.exp(world.law.stalledDecay * stalled)
      } else {
        let row = (world.law.privateMarket &+ Int(companies[company].sector)) &* world.quarters
        value *= markets[row &+ Int(stays[place].quarter)] / markets[row &+ Int(companies[company].quarter)]
      }
      stays[place].value = min(value, world.law.maxMultiple)
    }
  }
}
