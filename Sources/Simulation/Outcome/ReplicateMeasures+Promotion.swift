// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel

/// A metric of the promotion of capital that somebody wants, with what its record needs to become a number.
struct WantedPipelineMetric: Sendable {
  let metric: PipelineMetric
  /// Its place among all metrics that are wanted.
  let place: Int
  let scale: Double
  let isLevel: Bool
  /// Place of the record, and of the rate of what goes on for good, or −1.
  let quantity: Int
  let rate: Int

  init(_ metric: PipelineMetric, place: Int) {
    self.metric = metric
    self.place = place
    scale = metric.scale
    isLevel = metric.isLevel
    quantity = metric.quantity?.rawValue ?? -1
    rate =
      switch metric {
      case .output: PromotionKernel.outputRate
      case .tax: PromotionKernel.taxRate
      case .retainedTax: PromotionKernel.retainedRate
      default: -1
      }
  }

  /// Those that each entity of a plan has, of metrics by their places.
  static func offered(_ metrics: [PipelineMetric?], by plan: Plan) -> [[WantedPipelineMetric]] {
    plan.entities.map { entity in
      metrics.enumerated().compactMap { place, metric in
        guard let metric, metric.kinds.contains(entity.kind),
          plan.promotion.offers(metric, account: entity.account)
        else { return nil }
        return WantedPipelineMetric(metric, place: place)
      }
    }
  }
}

/// Regions, what is counted apart in them, and units.
extension ReplicateMeasures {
  mutating func takePromotion(_ entity: Int, _ about: EntityPlan, from kernel: borrowing ReplicateKernel) {
    if about.periods || about.isAskedFor {
      for wanted in pipelinePeriods[entity] {
        take(wanted, about.account, from: kernel.promotion)
        let row = (entity * plan.wants.periods.count + wanted.place) * plan.quarters
        for quarter in series.indices { periods[row + quarter] = series[quarter] }
      }
    }
    guard about.headline || about.isAskedFor else { return }
    for wanted in pipelineHeadlines[entity] {
      take(wanted, about.account, from: kernel.promotion)
      set(column: wanted.place, entity, wanted.isLevel ? series.last : series.reduce(0, +))
    }
  }

  /// The series of a metric: flows of the quarters, or levels at their ends.
  @inline(__always) private mutating func take(
    _ wanted: WantedPipelineMetric, _ account: Int, from kernel: borrowing PromotionKernel
  ) {
    guard wanted.quantity >= 0 else { return takeComputed(wanted.metric, account, from: kernel) }
    var level: Int64 = 0
    var rate: Int64 = 0
    for quarter in series.indices {
      let cell = kernel.recordStart(of: account, in: quarter)
      let change = kernel.records[cell &+ wanted.quantity]
      if wanted.rate >= 0 { rate += kernel.records[cell &+ wanted.rate] }
      level = wanted.isLevel ? level + change : change + rate
      series[quarter] = Double(level) / wanted.scale
    }
  }

  /// A metric that is computed from several records of a region.
  @inline(__always) private mutating func takeComputed(
    _ metric: PipelineMetric, _ region: Int, from kernel: borrowing PromotionKernel
  ) {
    for quarter in series.indices {
      switch metric {
      case .credibility: series[quarter] = kernel.credibilityBy[region * plan.quarters + quarter]
      case .landAvailable: series[quarter] = Double(kernel.left(PromotionKernel.land, region, quarter).free) / 100
      case .factoryOccupancy:
        let room = kernel.left(PromotionKernel.factory, region, quarter)
        series[quarter] = room.whole > 0 ? Double(room.whole - room.free) / Double(room.whole) : 0
      default: series[quarter] = kernel.statistical(region, quarter)
      }
    }
  }
}

extension PromotionKernel {
  /// What pools of a resource within a region have left at the end of a quarter, of all that there is.
  @inline(__always) func left(_ resource: Int, _ region: Int, _ quarter: Int) -> (free: Int64, whole: Int64) {
    var (free, whole): (Int64, Int64) = (0, 0)
    let within = region..<region + plan.regions[region].size
    for pool in plan.pools.indices where plan.pools[pool].resource == resource {
      guard within.contains(plan.pools[pool].region) else { continue }
      free += poolLeft[pool &* plan.quarters &+ quarter]
      whole += poolTotal[pool &* plan.quarters &+ quarter] + plan.pools[pool].occupied
    }
    return (free, whole)
  }

  /// Yuan of money in place that enter the statistics of a quarter.
  @inline(__always) func statistical(_ region: Int, _ quarter: Int) -> Double {
    guard let reporting = plan.reporting, quarter >= reporting.lag else { return 0 }
    let cell = recordStart(of: region, in: quarter &- reporting.lag)
    return Double(records[cell &+ PipelineQuantity.inPlace.rawValue]) * reporting.statistical / 100
  }
}

extension PromotionPlan {
  /// Whether an account has a metric: not where nothing in the section bears on it.
  func offers(_ metric: PipelineMetric, account: Int) -> Bool {
    guard account >= 0 else { return false }
    func has(_ resource: Int) -> Bool {
      guard account < regions.count else { return false }
      let within = account..<account + regions[account].size
      return pools.contains { $0.resource == resource && within.contains($0.region) }
    }
    switch metric {
    case .credibility: return commitments != nil
    case .landAvailable: return has(PromotionKernel.land)
    case .factoryOccupancy: return has(PromotionKernel.factory)
    case .inPlaceReported, .inPlaceStatistical: return reporting != nil
    case .lostToRivals: return !rivalWeights.isEmpty
    case .transferred: return !transfers.isEmpty
    case .stalled, .standing, .stopped, .writtenOff: return stall != nil
    case .supportPromised, .supportDue, .supportPaid: return !offers.isEmpty
    case .rejected: return stages.contains(where: \.hasGate) || sectors.contains { !$0.isOpen }
    case .foreignCash: return money.foreignCash > 0
    case .fundSupported, .inPlaceSupported: return funding != nil
    case .rescued: return operation.rescue > 0
    default: return true
    }
  }
}
