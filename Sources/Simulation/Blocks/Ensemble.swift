// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// Runs designs side by side on the same random numbers, in blocks of replicates.
///
/// Blocks are cut by the number of replicates, never of workers, and merged in their order: the outcome depends on the
/// designs, the seed and the number of replicates, and on nothing else.
public struct Ensemble: Sendable {
  /// Replicates in a block.
  public static let blockSize = 512
  /// The same where nothing but targets is recorded: no sums, whose last digits hang on where they are cut.
  private static let smallBlock = 16

  private let designs: [ResolvedDesign]
  private let series: [[PeriodSeries]]
  private let blockSize: Int

  /// An ensemble of designs; a run has its base design first.
  public init(_ designs: [ResolvedDesign]) {
    self.designs = designs
    series = designs.map { Ensemble.series($0.plan) }
    blockSize = designs.allSatisfy(\.isForTargets) ? Ensemble.smallBlock : Ensemble.blockSize
  }

  /// Simulates replicates `first ..< first + count` of all designs.
  ///
  /// - Parameters:
  ///   - count: How many replicates; at least 1.
  ///   - first: Number of the first replicate; a multiple of the block size.
  ///   - width: How many blocks are worked on at a time; changes nothing but the time it takes.
  ///   - progress: Told how many replicates are done, from any worker.
  /// - Returns: One outcome a design.
  /// - Throws: `NumericalFailure` of the first block that failed; `CancellationError` when the task was cancelled.
  public func run(
    count: Int, first: Int = 0, width: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> [DesignOutcome] {
    // A replicate's number is 32 bits of the address of its random numbers.
    precondition(count >= 1 && first % Ensemble.blockSize == 0 && first + count - 1 <= UInt32.max)
    let blocks = (count + blockSize - 1) / blockSize
    let queue = BlockQueue(outcomes(reserving: count), blocks: blocks)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(width, blocks)) {
        group.addTask { try work(on: queue, first: first, count: count, progress: progress) }
      }
      try await group.waitForAll()
    }
    return queue.outcomes
  }

  /// One worker: takes blocks until none is left. Its memory serves all of them.
  private func work(
    on queue: BlockQueue, first: Int, count: Int, progress: @Sendable (Int) -> Void
  ) throws {
    let workspaces = designs.indices.map {
      DesignWorkspace.Box(designs[$0], series: series[$0], follows: follows($0))
    }
    while let block = queue.take() {
      try Task.checkCancellation()
      let start = block * blockSize
      let end = min(start + blockSize, count)
      try run(first + start..<first + end, in: workspaces)
      progress(queue.deliver(workspaces.map { $0.workspace.takePart() }, of: block, replicates: end - start))
    }
    queue.add(workspaces.map { $0.workspace.histograms })
  }

  /// Design by design; those that follow the first one in turns with it, replicate by replicate.
  private func run(_ replicates: Range<Int>, in workspaces: [DesignWorkspace.Box]) throws {
    let followers = designs.indices.filter(follows)
    for design in designs.indices where !follows(design) {
      for replicate in replicates {
        try workspaces[design].workspace.run(replicate)
        guard design == 0 else { continue }
        for follower in followers {
          try workspaces[follower].workspace.run(replicate, after: &workspaces[0].workspace)
        }
      }
    }
  }

  /// Whether a design promotes the same capital as the first one, so that it need not be simulated again.
  private func follows(_ design: Int) -> Bool {
    design > 0 && designs[design].hasPromotion(of: designs[0])
  }

  private func outcomes(reserving count: Int) -> [DesignOutcome] {
    designs.indices.map { index in
      DesignOutcome(designs[index], series: series[index], reserving: count)
    }
  }

  private static func series(_ plan: Plan) -> [PeriodSeries] {
    var all: [PeriodSeries] = []
    for entity in plan.entities.indices where plan.entities[entity].periods {
      for (position, metric) in plan.wants.periods.enumerated() {
        guard plan.offers(metric, entity: entity) else { continue }
        for quarter in 0..<plan.quarters {
          let cell = (entity * plan.wants.periods.count + position) * plan.quarters + quarter
          all.append(PeriodSeries(entity: entity, metric: metric, quarter: quarter, cell: cell))
        }
      }
    }
    return all
  }
}
