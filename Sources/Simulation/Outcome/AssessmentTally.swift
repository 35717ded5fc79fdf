// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Quantities

/// Scores and ranks of all who are assessed, period by period, summed over replicates.
///
/// Blocks are merged in their order, so that sums do not depend on who computed what.
public struct AssessmentTally: Sendable {
  /// What the replicates say of one entity in one period.
  public struct Cell: Sendable {
    /// Sum of the scores.
    public var score = 0.0
    /// Sum of the squares of the scores.
    public var squares = 0.0
    /// Sum of the ranks.
    public var rank = 0.0
    /// Replicates in which it was first; parts of one where several were equal.
    public var first = 0.0
    /// Replicates in which it was last; parts of one where several were equal.
    public var last = 0.0

    /// Adds what further replicates say.
    mutating func add(_ other: Cell) {
      score += other.score
      squares += other.squares
      rank += other.rank
      first += other.first
      last += other.last
    }
  }

  private let plan: AssessmentPlan
  /// Replicates.
  public private(set) var count = 0
  /// One cell a period and unit, period by period.
  public private(set) var cells: [Cell]
  /// Sums of the numbers behind the points, and how many there are, in the order of the cells.
  public private(set) var sums: [Double]
  /// Replicates in which the number exists.
  public private(set) var present: [Int]
  private var values: [Double]
  private var scores: [Double]
  private var ranks: [Double]

  init(_ plan: AssessmentPlan) {
    self.plan = plan
    cells = Array(repeating: Cell(), count: plan.periods.count * plan.units.count)
    sums = Array(repeating: 0, count: cells.count * plan.items.count)
    present = Array(repeating: 0, count: sums.count)
    values = Array(repeating: 0, count: plan.units.count * plan.items.count)
    scores = Array(repeating: 0, count: plan.units.count)
    ranks = scores
  }

  /// The entities that are assessed, by position.
  public var units: [Int] { plan.units }
  /// Numbers behind the points of each.
  public var width: Int { plan.items.count }
  /// Periods: whether each is a year, and its last quarter.
  public var periods: [(isYear: Bool, last: Int)] { plan.periods.map { ($0.isYear, $0.last) } }

  /// Adds a replicate, once the metrics are taken.
  mutating func add(_ measures: borrowing ReplicateMeasures) {
    count += 1
    for period in plan.periods.indices {
      fill(period, measures)
      plan.sheet.score(values, into: &scores)
      ScoreSheet.rank(scores, into: &ranks)
      rate(period)
    }
  }

  private mutating func fill(_ period: Int, _ measures: borrowing ReplicateMeasures) {
    for unit in plan.units.indices {
      for item in plan.items.indices {
        let value = measures.value(of: plan.items[item], entity: plan.units[unit], in: plan.periods[period])
        let place = unit * plan.items.count + item
        values[place] = value
        guard !value.isNaN else { continue }
        sums[period * values.count + place] += value
        present[period * values.count + place] += 1
      }
    }
  }

  private mutating func rate(_ period: Int) {
    let best = ranks.min() ?? 1
    let worst = ranks.max() ?? 1
    let (top, bottom) = (Double(ranks.count { $0 == best }), Double(ranks.count { $0 == worst }))
    for unit in plan.units.indices {
      cells[period * plan.units.count + unit].add(
        Cell(
          score: scores[unit], squares: scores[unit] * scores[unit], rank: ranks[unit],
          first: ranks[unit] == best ? 1 / top : 0, last: ranks[unit] == worst ? 1 / bottom : 0))
    }
  }

  /// Adds the next block.
  mutating func merge(_ next: AssessmentTally) {
    count += next.count
    for cell in cells.indices { cells[cell].add(next.cells[cell]) }
    for place in sums.indices {
      sums[place] += next.sums[place]
      present[place] += next.present[place]
    }
  }
}

extension ReplicateMeasures {
  /// What an item of a sheet is for an entity in a period.
  func value(of item: AssessmentPlan.Item, entity: Int, in period: AssessmentPlan.Period) -> Double {
    guard let metric = item.metric else { return .nan }
    let row = entity * plan.wants.periods.count
    let window = item.window(period)
    let amount = item.accumulation.value(periods, at: (row + metric) * plan.quarters, over: window)
    guard let divisor = item.divisor else { return amount }
    let base = item.divisorAccumulation.value(periods, at: (row + divisor) * plan.quarters, over: window)
    return base == 0 ? .nan : amount / base
  }
}
