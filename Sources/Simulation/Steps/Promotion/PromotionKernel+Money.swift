// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// What is recorded, and how the money of projects comes into place.
extension PromotionKernel {
  // Places of origins among all.
  static let within = 0
  static let local = 1
  static let foreign = 3
  static let origins = 4

  @inline(__always) mutating func post(
    _ quantity: PipelineQuantity, _ row: Int, at time: Double, _ value: Int64 = 1
  ) {
    record(quantity.rawValue, row, in: quarter(at: time), value)
  }

  /// Records a number of a project in its region, those above, what they count apart, and its units.
  @inline(__always) mutating func record(_ quantity: Int, _ row: Int, in quarter: Int, _ value: Int64) {
    record(row, in: quarter) { records, first in records[first &+ quantity] += value }
  }

  /// Writes to each account that counts a project: its region's, those above, what they count apart, and its units'. It
  /// is told where the quantities of the quarter begin.
  @inline(__always) mutating func record(
    _ row: Int, in quarter: Int, _ write: (inout Column<Int64>, Int) -> Void
  ) {
    let start = recordStart(of: 0, in: quarter)
    let first = plan.regions[Int(projects[row].region)].firstEntry
    var rest = projects[row].accounts
    while rest != 0 {
      let account = plan.chains[first &+ rest.trailingZeroBitCount].account
      write(&records, start &+ account &* PromotionKernel.width)
      rest &= rest &- 1
    }
    let own = Int(projects[row].unitAccount)
    if own >= 0 { write(&records, start &+ own &* PromotionKernel.width) }
    for place in 0..<Int(projects[row].creditedCount) {
      let unit = Int(projects[row].credited[place])
      guard projects[row].filters.passes(plan.units[unit].definition) else { continue }
      let account = plan.units[unit].account
      write(&records, start &+ account &* PromotionKernel.width)
    }
  }

  /// Records a number of a region, and of those above; such as net relocations leave out what is of these.
  mutating func record(
    _ quantity: PipelineQuantity, region: Int, in quarter: Int, _ value: Int64, relocated: Int64 = 0
  ) {
    var region = region
    while region >= 0 {
      let place = recordStart(of: region, in: quarter) &+ quantity.rawValue
      records[place] += plan.regions[region].nets ? value - relocated : value
      region = plan.regions[region].parent
    }
  }

  /// Fen of a project, in the column of its leaf.
  @inline(__always) func money(_ fen: Int64, _ row: Int) -> LeafMoney {
    LeafMoney(all: fen, relocated: Int(projects[row].origin) == PromotionKernel.within ? fen : 0)
  }

  /// Spends money of a region.
  mutating func spend(_ fen: Int64, region: Int, in quarter: Int) {
    if fen != 0 { record(.spending, region: region, in: quarter, fen) }
  }

  /// Spends money of a unit, in its home.
  mutating func spend(_ fen: Int64, unit: Int, in quarter: Int) {
    spend(fen, region: plan.units[unit].home, in: quarter)
    let place = recordStart(of: plan.units[unit].account, in: quarter) &+ PipelineQuantity.spending.rawValue
    records[place] += fen
  }

  /// What of its planned investment is ever in place, fen.
  @inline(__always) func realised(_ row: Int) -> Int64 {
    let part = projects[row].pace >= 0 ? plan.paces[Int(projects[row].pace)].realised : 1
    return Money.nearestFen(projects[row].investment * 100 * part)
  }

  /// Brings money into place at a time.
  mutating func place(_ fen: Int64, _ row: Int, at time: Double) {
    place(fen, bearing: time < feeEnd(row) ? fen : 0, row, in: quarter(at: time))
  }

  /// Brings money into place in a quarter, or takes back what was to come; for what bears a fee an agent gets it.
  private mutating func place(_ fen: Int64, bearing: Int64, _ row: Int, in quarter: Int) {
    guard fen != 0 else { return }
    projects[row].inPlace += fen
    record(PipelineQuantity.inPlace.rawValue, row, in: quarter, fen)
    let leaf = plan.regions[Int(projects[row].region)].leaf
    if plan.reporting != nil, leaf >= 0 {
      let cell = leaf &* plan.quarters &+ quarter
      placed[cell] = placed[cell] + money(fen, row)
    }
    if countsAsSupported(row) {
      record(PipelineQuantity.supportedInPlace.rawValue, row, in: quarter, fen)
    }
    if Int(projects[row].origin) == PromotionKernel.foreign, plan.money.foreignCash > 0 {
      let cash = Money.nearestFen(Double(fen) * plan.money.foreignCash)
      record(PipelineQuantity.foreignCash.rawValue, row, in: quarter, cash)
    }
    if bearing != 0 { payFee(bearing, row, in: quarter) }
  }

  /// Up to when its money bears a fee for the unit that brought it.
  @inline(__always) private func feeEnd(_ row: Int) -> Double {
    let about = plan.units[Int(projects[row].source)]
    guard projects[row].isSigned, about.commissionRate > 0, projects[row].investment >= about.commissionFrom
    else { return -.infinity }
    return projects[row].signed + about.commissionWindow
  }

  private mutating func payFee(_ bearing: Int64, _ row: Int, in quarter: Int) {
    let unit = Int(projects[row].source)
    let before = fee(row)
    projects[row].bearing += bearing
    spend(fee(row) - before, unit: unit, in: quarter)
  }

  private func fee(_ row: Int) -> Int64 {
    let about = plan.units[Int(projects[row].source)]
    return min(about.commissionMost, Money.nearestFen(Double(projects[row].bearing) * about.commissionRate))
  }

  /// The contract: how fast the project goes, what is promised to it, and for whom it counts.
  mutating func sign(_ row: Int, at time: Double) {
    projects[row].signed = time
    projects[row].isSigned = true
    setPace(row, after: plan.signedStage)
    shareCredit(row)
    post(.contracted, row, at: time, Money.nearestFen(projects[row].investment * 100))
    promise(row, at: time)
    if projects[row].company >= 0 { funding.landed.append(Int(projects[row].company)) }
    let part = projects[row].pace >= 0 ? plan.paces[Int(projects[row].pace)].underWay : 0
    place(Money.nearestFen(Double(realised(row)) * part), row, at: time)
  }

  /// Whether it takes factory or land, which is known as soon as it seeks either.
  mutating func drawRoom(_ row: Int) {
    setRoom(row, numbers.pair(projects[row].entity, .paceAndRoom, 0).second)
  }

  @inline(__always) private mutating func setRoom(_ row: Int, _ uniform: Uniform) {
    projects[row].isFactory = uniform.value < plan.sectors[Int(projects[row].sector)].factoryShare
  }

  /// How fast it goes, of the kinds that go beyond a stage; and whether it takes factory or land.
  mutating func setPace(_ row: Int, after stage: Int) {
    let draws = numbers.pair(projects[row].entity, .paceAndRoom, 0)
    setRoom(row, draws.second)
    let total = plan.paceTotals[stage]
    guard total > 0 else { return }
    var rest = draws.first.value * total
    for pace in plan.paces.indices where plan.paces[pace].last >= stage {
      projects[row].pace = Int16(truncatingIfNeeded: pace)
      rest -= plan.paces[pace].share
      if rest < 0 { return }
    }
  }

  /// Counts it for the units that had a part in it.
  mutating func shareCredit(_ row: Int) {
    let span = plan.creditSpans[Int(projects[row].region)]
    for place in span.first..<span.first + span.count {
      let rule = plan.creditLists[place]
      if projects[row].filters.passes(plan.credits[rule].filter) { credit(row, rule) }
    }
  }

  private mutating func credit(_ row: Int, _ rule: Int) {
    let about = plan.credits[rule]
    var unit = about.unit
    // Where nothing is left to chance there is nothing to draw.
    if about.share < 1 || about.unitCount > 1 {
      let entity = projects[row].entity.child(PromotionEntity.credit, about.entity.rawValue)
      let draws = numbers.pair(entity, .credit, 0)
      guard draws.first.value < about.share else { return }
      unit += Int(draws.second.value * Double(about.unitCount))
    }
    projects[row].credit(unit)
  }

  /// Registered capital is paid in.
  mutating func register(_ row: Int, at time: Double) {
    let rest = realised(row) - projects[row].inPlace
    place(max(0, min(rest, Money.nearestFen(Double(realised(row)) * plan.money.registered))), row, at: time)
  }

  /// What is left comes into place over the time of building, along the S-curve.
  mutating func startBuilding(_ row: Int, at time: Double) {
    projects[row].buildStart = time
    projects[row].building = max(0, realised(row) - projects[row].inPlace)
    placeCurve(row, from: time, sign: 1)
    guard time < 0 else { return }
    // What was built before the grid is in place, and its fee paid, in no quarter of it.
    let state = projects[row]
    projects[row].inPlace += built(state, by: 0)
    projects[row].bearing += built(state, by: min(0, feeEnd(row)))
  }

  /// Brings what the curve says comes after a time into place, or takes it back.
  mutating func placeCurve(_ row: Int, from time: Double, sign: Int64) {
    let state = projects[row]
    guard state.building > 0 else { return }
    var done = built(state, by: max(0, time))
    let bearing = built(state, by: feeEnd(row))
    var quarter = max(0, Int((time * 4).rounded(.down)))
    while quarter < plan.quarters, done < state.building {
      let next = built(state, by: Double(quarter + 1) / 4)
      place(sign * (next - done), bearing: sign * (min(next, bearing) - min(done, bearing)), row, in: quarter)
      done = next
      quarter += 1
    }
  }

  /// What is in place at the end of a quarter counts as supported in it, what the curve is still to bring when it comes.
  mutating func supportPlaced(_ row: Int, in quarter: Int) {
    let state = projects[row]
    var placed = state.inPlace
    if Int(state.stage) == plan.buildingStage, state.status == .active {
      var done = built(state, by: Double(quarter + 1) / 4)
      for later in quarter + 1..<plan.quarters {
        let next = built(state, by: Double(later + 1) / 4)
        record(PipelineQuantity.supportedInPlace.rawValue, row, in: later, next - done)
        placed -= next - done
        done = next
      }
    }
    record(PipelineQuantity.supportedInPlace.rawValue, row, in: quarter, placed)
  }

  /// Fen in place of what building brings, by a time.
  @inline(__always) private func built(_ state: ProjectState, by time: Double) -> Int64 {
    guard time > state.buildStart else { return 0 }
    let position = state.duration > 0 ? (time - state.buildStart) / state.duration : 1
    guard position < 1 else { return state.building }
    let cell = Int(position * 64)
    let (low, high) = (plan.money.curve[cell], plan.money.curve[cell + 1])
    return Money.nearestFen(Double(state.building) * (low + (high - low) * (position * 64 - Double(cell))))
  }

  /// A chain without a stage of building ends with all money in place.
  mutating func payRest(_ row: Int, at time: Double) {
    guard plan.buildingStage < 0, projects[row].isSigned else { return }
    place(max(0, realised(row) - projects[row].inPlace), row, at: time)
  }

  // MARK: Standing still

  /// A project comes to a halt: what was to come into place does not.
  mutating func halt(_ row: Int, at time: Double) {
    guard let stall = plan.stall else { return }
    projects[row].token &+= 1
    projects[row].status = .standing
    if Int(projects[row].stage) == plan.buildingStage { placeCurve(row, from: time, sign: -1) }
    // A project that stands still waits in no queue, whose key it does not need.
    projects[row].key = time
    post(.stalled, row, at: time)
    post(.standing, row, at: time)
    note(.stalled, row, at: time)
    let draws = drawInStage(row, .stall)
    let revival = wait(draws.second, hazard: stall.revival)
    if revival <= stall.stopAfter {
      scheduleStage(.revival, row, at: time + revival)
    } else {
      scheduleStage(.stop, row, at: time + stall.stopAfter)
    }
  }

  /// It moves on where it stood.
  mutating func moveOn(_ row: Int, at time: Double) {
    let stood = time - projects[row].key
    let left = projects[row].began + projects[row].duration - projects[row].key
    projects[row].token &+= 1
    projects[row].status = .active
    projects[row].began += stood
    post(.standing, row, at: time, -1)
    note(.revived, row, at: time)
    if Int(projects[row].stage) == plan.buildingStage {
      projects[row].buildStart += stood
      placeCurve(row, from: time, sign: 1)
    }
    scheduleStage(.stageEnd, row, at: time + max(0, left))
  }

  /// A project that has stood still for too long is ended, and what it held is recovered.
  mutating func stop(_ row: Int, at time: Double) {
    post(.standing, row, at: time, -1)
    if let stall = plan.stall {
      post(.writtenOff, row, at: time, Money.nearestFen(Double(max(0, projects[row].inPlace)) * stall.writeOff))
    }
    lose(row, at: time, as: .stopped)
  }
}
