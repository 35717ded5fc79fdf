// SPDX-License-Identifier: GPL-3.0-or-later

/// Money that a budget released in a quarter, and the last quarter in which it may be spent.
public struct BudgetRelease: Hashable, Sendable {
  /// Quarter of the grid in which it becomes available.
  public var quarter: Int
  /// Last quarter in which it may be spent; it lapses at its end.
  public var expires: Int
  /// Fen.
  public var fen: Int64

  /// Money of a quarter.
  public init(quarter: Int, expires: Int, fen: Int64) {
    self.quarter = quarter
    self.expires = expires
    self.fen = fen
  }
}

/// What a budget covers of the calls that fall on it, quarter by quarter.
///
/// What was released first is spent first. A call that the releases do not cover is in arrears, and is covered first by
/// whatever is released next. What is not spent when it expires lapses. Every fen released is spent, lapsed or left; every
/// fen called is covered or in arrears.
public struct BudgetAccount: Hashable, Sendable {
  /// Fen called and not covered, at the end of each quarter.
  public private(set) var arrears: [Int64]
  /// Fen released and neither spent nor lapsed, at the end of each quarter.
  public private(set) var available: [Int64]
  /// Fen spent.
  public private(set) var spent: Int64 = 0
  /// Fen that expired.
  public private(set) var lapsed: Int64 = 0

  /// Follows calls through releases.
  /// - Parameters:
  ///   - calls: Fen called, per quarter, not negative.
  ///   - releases: In the order in which they may be spent: rising quarters and expiries.
  /// - Complexity: O(quarters + releases).
  public init(calls: [Int64], releases: [BudgetRelease]) {
    arrears = calls
    available = calls
    var left = releases.map(\.fen)
    var (owed, held) = (Int64(0), Int64(0))
    var (oldest, next) = (0, 0)
    for quarter in calls.indices {
      while next < releases.count, releases[next].quarter <= quarter {
        held += releases[next].fen
        next += 1
      }
      owed += calls[quarter]
      while owed > 0, oldest < next {
        let part = min(owed, left[oldest])
        left[oldest] -= part
        owed -= part
        held -= part
        spent += part
        if left[oldest] == 0 { oldest += 1 }
      }
      while oldest < next, releases[oldest].expires <= quarter {
        lapsed += left[oldest]
        held -= left[oldest]
        oldest += 1
      }
      arrears[quarter] = owed
      available[quarter] = held
    }
  }

  /// The most that was in arrears at the end of a quarter, fen.
  public var mostArrears: Int64 { arrears.max() ?? 0 }

  /// Years by which the mean fen called was late, for those in arrears at the end up to then; nil without calls.
  public func meanDelay(of calls: [Int64]) -> Double? {
    let all = calls.reduce(0, +)
    return all > 0 ? Double(arrears.reduce(0, +)) / Double(all) / 4 : nil
  }
}
