// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Resolves the section on promotion into a plan.
struct PromotionResolver {
  let about: Promotion
  let time: TimeGrid
  let values: ParameterValues
  let inflation: [Double]
  let economySectors: [String: Int]
  let streams: [String: Int]
  var plan = PromotionPlan()
  /// Places of regions, sectors, sizes, stages and words by id, and ranges of equal units.
  var regionIndex: [String: Int] = [:]
  var sectorIndex: [String: Int] = [:]
  var sizeIndex: [String: Int] = [:]
  var stageIndex: [String: Int] = [:]
  var unitRanges: [String: Range<Int>] = [:]
  var flagBits: [String: Int] = [:]
  private var knownFilters: [ProjectFilter: Int] = [:]
  private var filterCount = 0

  init(_ about: Promotion, scenario: Scenario, values: ParameterValues, inflation: [Double]) {
    self.about = about
    self.values = values
    self.inflation = inflation
    time = scenario.time
    streams = Dictionary(uniqueKeysWithValues: scenario.candidateStreams.enumerated().map { ($1.id, $0) })
    economySectors = Dictionary(uniqueKeysWithValues: scenario.economy.sectors.enumerated().map { ($1.id, $0) })
  }

  /// The plan of a scenario; an empty one where it promotes nothing.
  static func plan(
    _ scenario: Scenario, values: ParameterValues, economy: EconomyPlan, tables: inout QuantileTables
  ) throws(NumericalFailure) -> PromotionPlan {
    guard let about = scenario.promotion else { return PromotionPlan() }
    var resolver = PromotionResolver(about, scenario: scenario, values: values, inflation: economy.inflationIndex)
    try resolver.resolve(&tables)
    return resolver.plan
  }

  private mutating func resolve(_ tables: inout QuantileTables) throws(NumericalFailure) {
    plan.quarters = time.quarters
    plan.firstOfYear = time.start.ofYear - 1
    collectNames()
    resolveRegions()
    resolveSectors()
    resolveSizes()
    try resolveStages(&tables)
    plan.filters = FilterTable(
      units: unitRanges.values.map(\.count).reduce(0, +), sectors: about.sectors.count, regions: about.regions.count)
    let shares = budgetShares()
    resolveLevers(shares)
    resolveUnits(shares)
    resolvePulses(shares)
    resolveRules()
    resolvePools()
    resolvePlaces()
    resolveTerms()
    try resolveMoney()
    resolveOpening()
    resolveAccounts()
  }

  private mutating func collectNames() {
    for (place, sector) in about.sectors.enumerated() { sectorIndex[sector.id] = place }
    for (place, size) in about.sizes.enumerated() { sizeIndex[size.id] = place }
    for (place, stage) in about.stages.enumerated() { stageIndex[stage.id] = place }
    var first = 0
    for unit in about.units {
      let count = max(1, values(unit.value.count))
      unitRanges[unit.id] = first..<first + count
      first += count
    }
    let words = about.sectors.flatMap(\.value.flags) + about.units.flatMap { $0.value.flags.map(\.id) }
    for word in Set(words).sorted() { flagBits[word] = flagBits.count }
  }

  /// Years from the first day of the grid, so that an event at year x falls in quarter floor(4x).
  func years(of date: CalendarDate) -> Double {
    let quarter = Quarter(containing: date)
    let first = quarter.firstDay.dayNumber
    let part = Double(date.dayNumber - first) / Double(quarter.lastDay.dayNumber - first + 1)
    return (Double(quarter.index - time.start.index) + part) / 4
  }

  /// The part of a quarter in which something that starts and ends works.
  func activePart(from: Double, to: Double, quarter: Int) -> Double {
    let (start, end) = (Double(quarter) / 4, Double(quarter + 1) / 4)
    return max(0, min(end, to) - max(start, from)) * 4
  }

  /// The place of a filter among those that are not of levers; −1 for one that everything passes.
  mutating func filter(_ filter: ProjectFilter) -> Int {
    if filter.isEmpty { return -1 }
    if let known = knownFilters[filter] { return known }
    precondition(filterCount < 128, "the section has more than 128 different filters")
    add(filter, at: FilterTable.Place(isLever: false, bit: filterCount), units: [], regions: [])
    knownFilters[filter] = filterCount
    filterCount += 1
    return filterCount - 1
  }

  /// Adds a filter that must also fit some units and regions, where any are named.
  mutating func add(_ filter: ProjectFilter, at place: FilterTable.Place, units: [String], regions: [String]) {
    func unitsMeant(_ ids: [String]) -> Set<Int>? {
      ids.isEmpty ? nil : Set(ids.flatMap { Array(unitRanges[$0] ?? 0..<0) })
    }
    func regionsMeant(_ ids: [String]) -> Set<Int>? {
      ids.isEmpty ? nil : Set(ids.flatMap { Array(range(of: $0)) })
    }
    func both(_ one: Set<Int>?, _ other: Set<Int>?) -> [Int]? {
      guard let one else { return other.map { $0.sorted() } }
      return (other.map { one.intersection($0) } ?? one).sorted()
    }
    var flags: UInt32 = 0
    for word in filter.flags { flags |= 1 << UInt32(flagBits[word] ?? 31) }
    plan.filters.add(
      place, units: both(unitsMeant(filter.units), unitsMeant(units)),
      sectors: filter.sectors.isEmpty ? nil : filter.sectors.map { sectorIndex.index(of: $0) },
      origins: filter.origins.isEmpty
        ? nil : filter.origins.map { LeadOrigin.allCases.firstIndex(of: $0) ?? 0 },
      regions: both(regionsMeant(filter.regions), regionsMeant(regions))?.map { $0..<$0 + 1 },
      expansions: filter.expansions, from: filter.from.map { Double(values($0)) / 100 } ?? 0,
      below: filter.below.map { Double(values($0)) / 100 } ?? .infinity, flags: flags)
  }

  /// The range of a region with all that lies in it.
  func range(of region: String) -> Range<Int> {
    let node = regionIndex.index(of: region)
    return node..<node + plan.regions[node].size
  }

  /// The stage that first counts as a milestone or a later one, or −1.
  func stage(reaching milestone: ProjectMilestone) -> Int {
    let wanted = ProjectMilestone.allCases.firstIndex(of: milestone) ?? 0
    return plan.stages.firstIndex { $0.milestone >= wanted } ?? -1
  }

  /// The last stage that counts as a milestone or an earlier one.
  func lastStage(upTo milestone: ProjectMilestone) -> Int {
    let wanted = ProjectMilestone.allCases.firstIndex(of: milestone) ?? 0
    return plan.stages.lastIndex { $0.milestone >= 0 && $0.milestone <= wanted } ?? plan.signedStage
  }
}
