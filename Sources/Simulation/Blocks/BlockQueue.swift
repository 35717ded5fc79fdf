// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities
import Synchronization

/// Hands blocks to workers and merges what they bring in the order of the blocks.
final class BlockQueue: Sendable {
  private struct State {
    var outcomes: [DesignOutcome]
    /// Parts that wait for an earlier block.
    var waiting: [Int: [BlockPart]] = [:]
    var merged = 0
    var done = 0
    var hasHistograms = false
  }

  private let blocks: Int
  private let next = Atomic<Int>(0)
  private let state: Mutex<State>

  init(_ outcomes: [DesignOutcome], blocks: Int) {
    self.blocks = blocks
    state = Mutex(State(outcomes: outcomes))
  }

  /// The next block to work on, if any is left.
  func take() -> Int? {
    let block = next.add(1, ordering: .relaxed).oldValue
    return block < blocks ? block : nil
  }

  /// Merges a block as soon as all before it are merged.
  /// - Returns: How many replicates have been delivered so far.
  func deliver(_ parts: [BlockPart], of block: Int, replicates: Int) -> Int {
    state.withLock { state in
      state.waiting[block] = parts
      state.done += replicates
      while let parts = state.waiting.removeValue(forKey: state.merged) {
        for design in parts.indices { state.outcomes[design].merge(parts[design]) }
        state.merged += 1
      }
      return state.done
    }
  }

  /// Adds a worker's histograms; the order does not matter, because they hold integers.
  func add(_ histograms: [[LogLinearHistogram]]) {
    state.withLock { state in
      guard state.hasHistograms else {
        // The first worker's are taken as they are.
        for design in histograms.indices { state.outcomes[design].histograms = histograms[design] }
        state.hasHistograms = true
        return
      }
      for design in histograms.indices {
        for series in histograms[design].indices {
          state.outcomes[design].histograms[series].merge(adding: histograms[design][series])
        }
      }
    }
  }

  /// The outcomes of all designs, once all blocks are merged.
  var outcomes: [DesignOutcome] { state.withLock(\.outcomes) }
}

extension DesignOutcome {
  init(_ design: ResolvedDesign, series: [PeriodSeries], reserving count: Int) {
    let plan = design.plan
    labels = design.labels
    expectedReturns = design.expectedReturns
    kinds = plan.entities.map(\.kind)
    hasHeadline = plan.entities.map(\.headline)
    hasPeriods = plan.entities.map(\.periods)
    wants = plan.wants
    self.series = series
    moments = PeriodMoments(series: series.count)
    histograms = Array(repeating: LogLinearHistogram(), count: series.count)
    totals = Array(repeating: 0, count: plan.ledger.channels.count)
    imbalances = Array(repeating: 0, count: plan.ledger.accounts)
    channels = plan.ledger.channels
    targets = Array(repeating: TargetColumn(), count: plan.targets.count)
    assessment = plan.assessment.map { AssessmentTally($0) }
    columns = []
    for entity in plan.entities {
      for metric in plan.wants.headline {
        var column: [Double] = []
        if entity.headline && metric.kinds.contains(entity.kind) { column.reserveCapacity(count) }
        columns.append(column)
      }
    }
  }

  /// Appends the next block.
  mutating func merge(_ part: BlockPart) {
    let width = columns.count
    guard width > 0 else { return }
    let replicates = part.headline.count / width
    count += part.moments.count
    for target in targets.indices {
      for replicate in 0..<replicates { targets[target].append(part.targets[replicate * targets.count + target]) }
    }
    if let next = part.assessment { assessment?.merge(next) }
    for column in columns.indices where columns[column].capacity > 0 {
      for replicate in 0..<replicates { columns[column].append(part.headline[replicate * width + column]) }
    }
    moments.merge(part.moments)
    for channel in totals.indices { totals[channel] += part.totals[channel] }
    for account in imbalances.indices { imbalances[account] += part.imbalances[account] }
  }
}
