// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Quantities

/// What became of a target on one replicate.
struct TargetRecord: Sendable {
  /// The number held against the threshold: of the worst of several entities.
  var value: Double
  /// The quarter in which all had met it for the first time, or −1.
  var firstMet: Int32
  /// The worst of several entities by position, −1 where there is one.
  var worst: Int32
}

/// What became of a target, replicate by replicate.
public struct TargetColumn: Sendable {
  /// The number held against the threshold, of the worst of several entities; NaN where there is none.
  public internal(set) var values: [Double] = []
  /// The quarter in which all entities had met it for the first time; −1 for never.
  public internal(set) var firstMet: [Int32] = []
  /// The position of the worst of several entities; −1 where there is only one.
  public internal(set) var worst: [Int32] = []

  /// Whether any of the replicates that both have differs.
  public func isMoved(in other: TargetColumn) -> Bool {
    zip(values, other.values).contains { $0 != $1 && !($0.isNaN && $1.isNaN) }
  }

  mutating func append(_ record: TargetRecord) {
    values.append(record.value)
    firstMet.append(record.firstMet)
    worst.append(record.worst)
  }
}

extension ReplicateMeasures {
  /// What became of a target, once the metrics are taken.
  func record(of position: Int) -> TargetRecord {
    let target = plan.targets[position]
    var record = TargetRecord(value: .nan, firstMet: -1, worst: -1)
    for (place, entity) in target.entities.enumerated() {
      let (value, first) = reading(target, entity)
      let isWorse = target.test.inequality.isFloor ? value < record.value : value > record.value
      if place == 0 {
        record = TargetRecord(value: value, firstMet: Int32(first ?? -1), worst: Int32(entity))
        continue
      }
      if !record.value.isNaN, isWorse || value.isNaN {
        record.value = value
        record.worst = Int32(entity)
      }
      let isEver = record.firstMet >= 0 && first != nil
      record.firstMet = isEver ? max(record.firstMet, Int32(first ?? -1)) : -1
    }
    if target.entities.count <= 1 { record.worst = -1 }
    return record
  }

  /// The number of an entity that is held against the threshold, and when the target was first met.
  private func reading(_ target: TargetPlan, _ entity: Int) -> (value: Double, first: Int?) {
    switch target.source {
    case .none: return (.nan, nil)
    case .headline(let column, let over):
      let width = plan.wants.headline.count
      let value = headline[entity * width + column]
      guard let over else { return (value, nil) }
      let base = headline[(target.overEntity ?? entity) * width + over]
      return (base == 0 ? .nan : value / base, nil)
    case .series(let metric, let over):
      let width = plan.wants.periods.count
      let start = (entity * width + metric) * plan.quarters
      let divisor = over.map { ((target.overEntity ?? entity) * width + $0) * plan.quarters }
      return (
        target.test.value(periods, at: start, over: divisor),
        target.test.firstMet(periods, at: start, over: divisor, quarters: plan.quarters)
      )
    }
  }
}
