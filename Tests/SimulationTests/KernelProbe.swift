// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import TestSupport

@testable import Simulation

/// The dated fate of one company: every event of its own, without what any fund does with it.
struct Fate: Hashable {
  var entity: EntityAddress
  var events: [String]
}

/// Runs single replicates of a design and reads what the kernel keeps.
enum KernelProbe {
  /// Fates of all companies of a replicate that anybody financed.
  static func fates(_ design: ResolvedDesign, replicate: UInt32) -> [EntityAddress: [String]] {
    var kernel = ReplicateKernel(design.plan)
    kernel.journal = Journal()
    kernel.run(replicate: replicate)
    var fates: [EntityAddress: [String]] = [:]
    for position in kernel.companies.indices { fates[kernel.companies[position].entity] = [] }
    let own: Set<Journal.Happening> = [
      .failed, .stalled, .transferred, .acquired, .graduated, .listed, .realised, .boughtBack,
    ]
    for entry in kernel.journal?.entries ?? [] where entry.company >= 0 && own.contains(entry.happening) {
      guard entry.time >= 0 else { continue }
      fates[kernel.companies[entry.company].entity]?.append("\(entry.happening) \(entry.time) \(entry.detail)")
    }
    return fates
  }

  /// A kernel after a replicate, with its story.
  static func kernel(_ design: ResolvedDesign, replicate: UInt32 = 0) throws -> ReplicateKernel {
    var kernel = ReplicateKernel(design.plan)
    kernel.journal = Journal()
    kernel.run(replicate: replicate)
    return kernel
  }

  /// Whether every account balances to the fen.
  static func isBalanced(_ design: ResolvedDesign, replicate: UInt32 = 0) throws -> Bool {
    var kernel = try kernel(design, replicate: replicate)
    var totals = [Int128](repeating: 0, count: kernel.plan.ledger.channels.count)
    var imbalances = [Int128](repeating: 0, count: kernel.plan.ledger.accounts)
    kernel.balance(totals: &totals, imbalances: &imbalances)
    return imbalances.allSatisfy { $0 == 0 }
  }

  /// The journal of a replicate.
  static func journal(_ design: ResolvedDesign, replicate: UInt32) -> [Journal.Entry] {
    var kernel = ReplicateKernel(design.plan)
    kernel.journal = Journal()
    kernel.run(replicate: replicate)
    return kernel.journal?.entries ?? []
  }
}
