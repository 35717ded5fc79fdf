// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore
import PortfolioModel
import Quantities

/// A law of companies in numbers; plain data, so that reading it costs no reference count.
struct LawPlan: Sendable {
  var isStaged: Bool
  /// First row of its stages: ordinary companies, then hard technology.
  var firstRow = 0
  var stageCount = 0
  /// Row of the stalled state, or −1.
  var stalledRow = -1
  /// sqrt of the three parts of the latent normal's variance: sector factor, quality, the company's own noise.
  var factor: Double
  var quality: Double
  var noise: Double
  var maxMultiple: Double
  /// Index of the first of the law's market series, one a sector, for private rounds and after a listing.
  var privateMarket = 0
  var listedMarket = 0
  var failureTable = 0
  var buyBackRate = 0.0
  var recoveryFactor = 0.0
  var recoveryNoise = 0.0
  var recoveryThreshold = 0.0
  var buyBackDelay = 0
  var lockUp = 0
  var saleQuarters = 1
  var preference = 0.0
  /// log(1 − decay) a year while stalled.
  var stalledDecay = 0.0
  /// Index of the marks and of the tables of a law of multiples.
  var multiple = -1
  var timeCorrelation = 0.0
  var timeNoise = 0.0
}

/// One stage of a staged law in numbers.
struct StageRow: Sendable {
  /// How many events can end a stage, rounded up to a power of two.
  static let eventCount = 8
  var stage: Int8
  /// The row after graduation, or −1.
  var next: Int
  var sojournTable: Int
  var sojournScale: Double
  /// Normal quantiles of the cumulative probabilities, worst to best; infinite beyond the sixth.
  var thresholds: SIMD8<Double>
  /// Share of the company sold in the round that opens the next stage, and in the round that opens this one.
  var dilution = 0.0
  var entryDilution = 0.0

  /// The event that a latent normal stands for: 0 failed … 6 listed. Counted without a branch, which chance would
  /// mislead every other time.
  @inline(__always) func event(_ latent: Double) -> Int {
    // The sign bit of the distance is 1 while a threshold is not reached.
    let distances = SIMD8(repeating: latent) - thresholds
    var missed: UInt64 = 0
    for threshold in 0..<6 { missed &+= distances[threshold].bitPattern &>> 63 }
    return 6 &- Int(truncatingIfNeeded: missed)
  }
}

/// The lognormal factor of an event on value: mean and standard deviation of its logarithm, 0 where it has none.
///
/// The factors of a row stand in a table of their own, `StageRow.eventCount` a row: the compiler copies a whole row to
/// read one of several numbers in it.
struct EventFactor: Sendable {
  var mu = 0.0
  var sigma = 0.0
}

/// A market series: exp(β (L + d·q)) of a sector, with or without its drift.
struct MarketPlan: Sendable {
  var sector: Int
  var beta: Double
  /// Drift that is added a quarter; 0 where only the surprise counts.
  var drift: Double
}

/// Names of the events in `StageRow.event`.
enum StageEvent {
  static let failed = 0
  static let stalled = 1
  static let boughtBack = 2
  static let transferred = 3
  static let acquired = 4
  static let graduates = 5
  static let listed = 6
  /// The end of the holding time under a law of multiples.
  static let realised = 7
  /// A company in distress found a new investor and enters its stage anew.
  static let revived = 8
}
