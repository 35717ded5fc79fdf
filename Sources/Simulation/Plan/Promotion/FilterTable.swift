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
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Every filter.
  static var all: FilterBits {
    var all = FilterBits(levers: .max)
    all.setOthers(.max)
    return all
  }

  /// The levers of one, and the others of another.
  init(levers: UInt128 = 0, othersOf other: FilterBits? = nil) {
    self.levers = levers
    if let other { (low, high) = (other.low, other.high) }
  }

  @inline(__always) static func & (left: Self, right: Self) -> Self {
    var both = Self(levers: left.levers & right.levers)
    both.low = left.low & right.low
    both.high = left.high & right.high
    return both
  }

  /// Whether a filter among the others is passed; −1 is passed by all.
  @inline(__always) func passes(_ filter: Int) -> Bool {
    filter < 0 || ((filter & 64 == 0 ? low : high) &>> UInt64(filter & 63)) & 1 != 0
  }

  mutating func insert(_ place: FilterTable.Place) {
    let bit: UInt128 = 1 << UInt128(place.bit)
    levers |= place.isLever ? bit : 0
    setOthers(others | (place.isLever ? 0 : bit))
  }

  mutating func remove(_ place: FilterTable.Place) {
    let bit: UInt128 = 1 << UInt128(place.bit)
    levers &= ~(place.isLever ? bit : 0)
    setOthers(others & ~(place.isLever ? 0 : bit))
  }

  private var others: UInt128 { UInt128(high) << 64 | UInt128(low) }

  private mutating func setOthers(_ bits: UInt128) {
    low = UInt64(truncatingIfNeeded: bits)
    high = UInt64(truncatingIfNeeded: bits >> 64)
  }
}

/// All filters of a section at once: one mask a unit, sector, origin and region, so that a project's filters are a few
/// intersections; only words are asked one by one.
struct FilterTable: Sendable {
  struct Place: BitwiseCopyable, Sendable {
    var isLever: Bool
    var bit: Int
  }

  /// What a project passes whose planned investment is not below a limit, up to the next one.
  private struct Band: BitwiseCopyable, Sendable {
    var from: Double
    var bits: FilterBits
  }

  /// What passes without some words: all but the filters that ask for one of them.
  private struct Wording: BitwiseCopyable, Sendable {
    var flags: UInt32
    var without = FilterBits.all
  }

  private(set) var units: [FilterBits] = []
  private(set) var sectors: [FilterBits] = []
  private(set) var origins: [FilterBits] = []
  private(set) var regions: [FilterBits] = []
  private var expansion = FilterBits()
  private var others = FilterBits()
  private var bands = [Band(from: -.infinity, bits: .all)]
  private var wordings: [Wording] = []
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
    limit(place, from: from, below: below)
    if flags != 0 { ask(place, for: flags) }
    if !place.isLever { count = max(count, place.bit + 1) }
  }

  /// Lets only projects pass that bear one of some words.
  private mutating func ask(_ place: Place, for flags: UInt32) {
    let known = wordings.firstIndex { $0.flags == flags }
    if known == nil { wordings.append(Wording(flags: flags)) }
    wordings[known ?? wordings.count - 1].without.remove(place)
  }

  /// Lets only projects pass whose planned investment lies within limits.
  private mutating func limit(_ place: Place, from: Double, below: Double) {
    for end in [from, below] where end > 0 && end < .infinity {
      let next = bands.firstIndex { $0.from >= end } ?? bands.count
      guard next == bands.count || bands[next].from > end else { continue }
      bands.insert(Band(from: end, bits: bands[next - 1].bits), at: next)
    }
    for band in bands.indices where bands[band].from >= below || (bands[band].from < from && from > 0) {
      bands[band].bits.remove(place)
    }
  }

  /// What a project passes.
  @inline(__always) func bits(_ traits: ProjectTraits) -> FilterBits {
    let own = FilterBits(levers: units[traits.unit].levers, othersOf: units[traits.source])
    var bits = own & sectors[traits.sector] & origins[traits.origin] & regions[traits.region]
    bits = bits & (traits.isExpansion ? expansion : others)
    var band = bands.count - 1
    while traits.investment < bands[band].from { band -= 1 }
    bits = bits & bands[band].bits
    for wording in wordings where traits.flags & wording.flags == 0 { bits = bits & wording.without }
    return bits
  }
}
