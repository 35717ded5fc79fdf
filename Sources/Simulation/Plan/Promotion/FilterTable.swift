// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities

/// What a project is, as far as filters ask.
struct ProjectTraits: BitwiseCopyable {
  /// The unit that looks after it, which levers ask for, and the one that brought it, which everything else asks for.
  var unit: Int
  var source: Int
  var sector: Int
  var origin: Int
  var region: Int
  var isExpansion: Bool
  var flags: UInt32
  /// Yuan.
  var investment: Double
}

/// Which filters a project passes: the bits of levers, and those of everything else.
struct FilterBits: BitwiseCopyable, Hashable, Sendable {
  var levers: UInt128 = 0
  /// Two words, since shifts of one wide number are slow.
  private(set) var others = SIMD2<UInt64>()

  @inline(__always) static func & (left: Self, right: Self) -> Self {
    FilterBits(levers: left.levers & right.levers, others: left.others & right.others)
  }

  /// Whether a filter among the others is passed; −1 is passed by all.
  @inline(__always) func passes(_ filter: Int) -> Bool {
    filter < 0 || others[filter &>> 6] & FilterBits.bit(filter) != 0
  }

  mutating func insert(_ place: FilterTable.Place) {
    if place.isLever { levers |= 1 << UInt128(place.bit) } else { others[place.bit / 64] |= FilterBits.bit(place.bit) }
  }

  mutating func remove(_ place: FilterTable.Place) {
    if place.isLever {
      levers &= ~(1 << UInt128(place.bit))
    } else {
      others[place.bit / 64] &= ~FilterBits.bit(place.bit)
    }
  }

  @inline(__always) private static func bit(_ place: Int) -> UInt64 { 1 &<< UInt64(bitPattern: Int64(place & 63)) }
}

/// All filters of a section at once: one mask a unit, sector, origin and region, so that a project's filters are a few
/// intersections; only limits of size and words are asked one by one.
struct FilterTable: Sendable {
  struct Place: BitwiseCopyable, Sendable {
    var isLever: Bool
    var bit: Int
  }

  private struct Limit: BitwiseCopyable, Sendable {
    var place: Place
    var from: Double
    var below: Double
    /// Words of which one is asked for; 0 for none.
    var flags: UInt32
  }

  private(set) var units: [FilterBits] = []
  private(set) var sectors: [FilterBits] = []
  private(set) var origins: [FilterBits] = []
  private(set) var regions: [FilterBits] = []
  private var expansion = FilterBits()
  private var others = FilterBits()
  private var limits: [Limit] = []
  private(set) var count = 0

  init(units: Int = 0, sectors: Int = 0, regions: Int = 0) {
    self.units = Array(repeating: FilterBits(), count: units)
    self.sectors = Array(repeating: FilterBits(), count: sectors)
    self.regions = Array(repeating: FilterBits(), count: regions)
    origins = Array(repeating: FilterBits(), count: LeadOrigin.allCases.count)
  }

  /// Adds a filter; of regions it takes the ranges of those that are meant.
  mutating func add(
    _ place: Place, units: [Int]?, sectors: [Int]?, origins: [Int]?, regions: [Range<Int>]?, expansions: Bool?,
    from: Double, below: Double, flags: UInt32
  ) {
    for unit in units ?? Array(self.units.indices) { self.units[unit].insert(place) }
    for sector in sectors ?? Array(self.sectors.indices) { self.sectors[sector].insert(place) }
    for origin in origins ?? Array(self.origins.indices) { self.origins[origin].insert(place) }
    for range in regions ?? [self.regions.indices] { for region in range { self.regions[region].insert(place) } }
    if expansions != false { expansion.insert(place) }
    if expansions != true { others.insert(place) }
    if from > 0 || below < .infinity || flags != 0 {
      limits.append(Limit(place: place, from: from, below: below, flags: flags))
    }
    if !place.isLever { count = max(count, place.bit + 1) }
  }

  /// What a project passes.
  @inline(__always) func bits(_ traits: ProjectTraits) -> FilterBits {
    let own = FilterBits(levers: units[traits.unit].levers, others: units[traits.source].others)
    var bits = own & sectors[traits.sector] & origins[traits.origin] & regions[traits.region]
    bits = bits & (traits.isExpansion ? expansion : others)
    for limit in limits {
      let fits = traits.investment >= limit.from && traits.investment < limit.below
      if !fits || (limit.flags != 0 && traits.flags & limit.flags == 0) { bits.remove(limit.place) }
    }
    return bits
  }
}
