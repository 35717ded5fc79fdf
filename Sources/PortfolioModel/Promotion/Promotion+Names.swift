// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Names of what is recorded for.
extension Promotion {
  /// Ids of regions: a walk down the tree.
  public var regionOrder: [String] {
    func walk(_ parent: String?) -> [String] {
      regions.filter { $0.value.parent == parent }.flatMap { [$0.id] + walk($0.id) }
    }
    return walk(nil)
  }

  /// Ids of units; equal ones are numbered from 1.
  public var unitOrder: [String] {
    units.flatMap { unit in
      let count = max(1, unit.value.count.value)
      return count == 1 ? [unit.id] : (1...count).map { "\(unit.id)_\($0)" }
    }
  }

  /// Such as `region/gansu`, `region/gansu/large` and `unit/squad_3`, with their class: regions, what is counted apart in
  /// them, units.
  public var entityNames: [(name: String, member: EntityClass)] {
    let regions = regionOrder
    var names: [(name: String, member: EntityClass)] = regions.map { (name: "region/\($0)", member: .regions) }
    for tally in tallies {
      let within = tally.value.regions.isEmpty ? Array(regions.prefix(1)) : tally.value.regions
      for region in within { names.append((name: "region/\(region)/\(tally.id)", member: .tallies)) }
    }
    for unit in unitOrder { names.append((name: "unit/\(unit)", member: .units)) }
    return names
  }
}
