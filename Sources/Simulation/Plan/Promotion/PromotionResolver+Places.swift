// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// Regions, sectors, sizes, and how a place is chosen.
extension PromotionResolver {
  /// The tree in the order of a walk down, so that what lies within a region is a range.
  mutating func resolveRegions() {
    var children: [String: [Int]] = [:]
    for (place, region) in about.regions.enumerated() { children[region.value.parent ?? "", default: []].append(place) }
    for place in children[""] ?? [] { visit(place, parent: -1, children) }
  }

  private mutating func visit(_ place: Int, parent: Int, _ children: [String: [Int]]) {
    let region = about.regions[place]
    let node = plan.regions.count
    regionIndex[region.id] = node
    var own = PromotionRegionPlan()
    own.parent = parent
    own.level = region.value.level.flatMap { PublicLevel.allCases.firstIndex(of: $0) } ?? -1
    own.nets = region.value.netsRelocations
    own.firstLeaf = plan.leaves.count
    own.entity = EntityAddress.root.child(PromotionEntity.region, region.id)
    own.credibility = values(region.value.credibility)
    own.arrears = values(region.value.arrears)
    own.taxShare = values(region.value.taxShare)
    own.budget = region.value.supportBudget.map { values($0) / 4 } ?? -1
    own.payer = own.budget >= 0 ? node : parent < 0 ? -1 : plan.regions[parent].payer
    plan.regions.append(own)
    let within = children[region.id] ?? []
    if within.isEmpty {
      plan.regions[node].leaf = plan.leaves.count
      plan.leaves.append(node)
      plan.costIndices.append(values(region.value.costIndex))
    }
    for child in within { visit(child, parent: node, children) }
    plan.regions[node].size = plan.regions.count - node
    plan.regions[node].leafCount = plan.leaves.count - own.firstLeaf
  }

  mutating func resolveSectors() {
    for sector in about.sectors {
      let value = sector.value
      var own = ProjectSectorPlan()
      own.factor = value.factor.map { economySectors.index(of: $0) } ?? -1
      own.isOpen = value.isOpen
      for word in value.flags { own.flags |= 1 << UInt32(flagBits.index(of: word)) }
      own.land = 100 * 100 / Double(max(1, values(value.investmentPerMu)))
      own.factory = 100 * 100 / Double(max(1, values(value.investmentPerSquareMetre)))
      own.energy = 100 * values(value.energyPerHundredMillion) / 1e8
      own.emissions = 100 * values(value.emissionsPerHundredMillion) / 1e8
      own.factoryShare = values(value.factoryShare)
      own.output = values(value.outputRatio)
      own.tax = values(value.taxRatio)
      own.jobs = values(value.jobsPerHundredMillion) / 1e8
      plan.sectors.append(own)
    }
  }

  mutating func resolveSizes() {
    for size in about.sizes {
      let (from, upTo) = (Double(values(size.value.from)) / 100, Double(values(size.value.upTo)) / 100)
      switch size.value.law {
      case .logNormal(let median, let sigma):
        let middle = Elementary.log(Double(max(1, values(median))) / 100)
        let scale = max(1e-9, values(sigma))
        func below(_ yuan: Double) -> Double {
          Elementary.normalCumulative((Elementary.log(yuan) - middle) / scale)
        }
        plan.sizes.append(
          SizeClassPlan(
            from: from, upTo: upTo, isPareto: false, first: middle, second: scale, below: below(from),
            within: below(upTo) - below(from)))
      case .pareto(let exponent):
        let power = max(1e-9, values(exponent))
        plan.sizes.append(
          SizeClassPlan(
            from: from, upTo: upTo, isPareto: true, first: 1 / power, second: 0, below: 0,
            within: 1 - Elementary.pow(from / upTo, power)))
      }
    }
  }

  mutating func resolvePlaces() {
    guard let place = about.place else { return }
    let (fit, support) = (values(place.fit), values(place.support))
    plan.place = PlacePlan(
      credibility: values(place.credibility), cost: values(place.cost), contested: values(place.contested),
      rivalled: values(place.rivalled))
    func fits(_ weights: [ProjectWeight]) -> [Double] {
      var row = [Double](repeating: 0, count: about.sectors.count)
      for weight in weights { row[sectorIndex.index(of: weight.id)] = fit * values(weight.value) }
      return row
    }
    let regions = Dictionary(uniqueKeysWithValues: about.regions.map { (regionIndex.index(of: $0.id), $0.value) })
    let ofLeaves = plan.leaves.map { fits(regions[$0]?.fit ?? []) }
    for sector in about.sectors.indices { plan.fits += ofLeaves.map { $0[sector] } }
    plan.rivalWeights = Array(repeating: 0, count: about.sectors.count)
    for rival in about.rivals.map(\.value) {
      let utility =
        values(rival.attraction) - values(place.cost) * (values(rival.costIndex) - 1) + support * values(rival.support)
        + values(place.credibility) * values(rival.credibility)
      for (sector, own) in fits(rival.fit).enumerated() {
        plan.rivalWeights[sector] += Elementary.exp(utility + own)
      }
    }
    for place in plan.offers.indices {
      plan.offers[place].attraction = Elementary.exp(support * plan.offers[place].share)
    }
  }

  /// Accounts: a region's own, what is counted apart there, and those of units.
  mutating func resolveAccounts() {
    plan.accounts = plan.regions.count
    var entries = [[ChainEntry]](repeating: [], count: plan.regions.count)
    for node in plan.regions.indices {
      entries[node] = [ChainEntry(account: node, filter: -1, region: node, nets: plan.regions[node].nets)]
    }
    for tally in about.tallies {
      let bit = filter(tally.value.projects)
      let nodes = tally.value.regions.isEmpty ? [0] : tally.value.regions.map { regionIndex.index(of: $0) }
      for node in nodes {
        entries[node].append(
          ChainEntry(account: plan.accounts, filter: bit, region: node, nets: plan.regions[node].nets))
        plan.accounts += 1
      }
    }
    for node in plan.regions.indices {
      plan.regions[node].firstEntry = plan.chains.count
      var above = node
      while above >= 0 {
        plan.chains += entries[above]
        above = plan.regions[above].parent
      }
      plan.regions[node].entryCount = plan.chains.count - plan.regions[node].firstEntry
      precondition(plan.regions[node].entryCount <= 64, "more than 64 accounts count a project in one region")
    }
    for unit in plan.units.indices {
      plan.units[unit].account = plan.accounts
      plan.accounts += 1
    }
    // Projects keep places in 16 bits.
    let most = [
      plan.units.count, plan.regions.count, plan.pools.count, plan.sectors.count, plan.stages.count, plan.paces.count,
      plan.transfers.count,
    ].max()
    precondition((most ?? 0) <= 32_000, "the section has more than 32,000 of something")
  }
}
