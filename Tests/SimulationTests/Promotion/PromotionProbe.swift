// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import TestSupport

@testable import Simulation

/// What one replicate of the promotion of capital came to.
struct PromotionRun {
  /// Sums over the grid by account and quantity; of levels the last.
  var totals: [[Int64]]
  var stages: [StageCount]
  /// How many rows are in each stage at the end, by stage, and those that rest after it.
  var inStage: [Int]
  var resting: [Int]
  /// Leads born, rows in use at the end and at most.
  var born: Int
  var living: Int
  var mostLiving: Int
  /// Leads that are born and have not arrived by the end.
  var unborn: Int
  var available: [Int64]
  var total: [Int64]
  /// What projects and companies hold of each pool at the end.
  var held: [Int64]
  var records: [Int64]
  var journal: [ProjectJournal.Entry]

  subscript(_ quantity: PipelineQuantity, _ account: Int = 0) -> Int64 { totals[account][quantity.rawValue] }

  /// What was recorded in a quarter.
  subscript(_ quantity: PipelineQuantity, _ account: Int = 0, in quarter: Int) -> Int64 {
    records[(quarter * totals.count + account) * PromotionKernel.width + quantity.rawValue]
  }
}

/// Runs single replicates of a promotion of capital.
enum PromotionProbe {
  static func run(_ design: ResolvedDesign, replicate: UInt32 = 0, hasJournal: Bool = false) -> PromotionRun {
    var kernel = ReplicateKernel(design.plan)
    if hasJournal { kernel.promotion.journal = ProjectJournal() }
    kernel.run(replicate: replicate)
    return take(kernel.promotion)
  }

  private static func take(_ kernel: borrowing PromotionKernel) -> PromotionRun {
    let plan = kernel.plan
    var totals = [[Int64]](
      repeating: Array(repeating: 0, count: PromotionKernel.width), count: plan.accounts)
    for account in 0..<plan.accounts {
      for quarter in 0..<plan.quarters {
        for quantity in 0..<PromotionKernel.width {
          totals[account][quantity] +=
            kernel.records[kernel.recordStart(of: account, in: quarter) + quantity]
        }
      }
    }
    var run = PromotionRun(
      totals: totals, stages: kernel.stages.indices.map { kernel.stages[$0] },
      inStage: Array(repeating: 0, count: plan.stages.count), resting: Array(repeating: 0, count: plan.stages.count),
      born: kernel.born, living: kernel.living, mostLiving: kernel.mostLiving, unborn: 0,
      available: kernel.pools.indices.map { kernel.pools[$0].available },
      total: kernel.pools.indices.map { kernel.pools[$0].total },
      held: kernel.pools.indices.map { kernel.pools[$0].settled },
      records: kernel.records.indices.map { kernel.records[$0] }, journal: kernel.journal?.entries ?? [])
    for row in kernel.projects.indices {
      let state = kernel.projects[row]
      switch state.status {
      case .free, .done: break
      case .unborn: run.unborn += 1
      case .resting: run.resting[Int(state.stage)] += 1
      default: run.inStage[Int(state.stage)] += 1
      }
      guard state.status != .free else { continue }
      for resource in ResourceKind.allCases.indices where state.held[resource] >= 0 {
        run.held[Int(state.held[resource])] += kernel.amount(row, resource: resource)
      }
    }
    return run
  }
}
