// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

/// Finds the factors on all lead rates at which targets have given probabilities.
///
/// Every trial is a run on the same random numbers and tells about all targets at once. Trials double or halve the factor
/// until a probability is passed, then halve the bracket in logarithms until its ends are a tenth apart, and read the
/// factor off a straight line between normal scores of the probabilities.
struct LeadFactorSearch {
  /// The probabilities that are looked for.
  static let levels = [0.5, 0.8]
  /// The factors that are tried at most.
  static let range = 0.125...8.0
  /// The ends of a bracket are at most so far apart in the end.
  private static let ratio = 1.1
  /// Trials at most.
  private static let most = 40

  /// What a trial says of every target.
  struct Trial {
    var factor: Double
    var probabilities: [Double]
  }

  private var trials: [Trial]
  /// Whether more leads help, and whether leads matter at all, target by target.
  private let isFloor: [Bool]
  private var isMoved: [Bool]
  private let count: Int

  /// A search that knows the run itself.
  ///
  /// - Parameters:
  ///   - probabilities: Of each target at factor 1.
  ///   - isFloor: Whether each target asks for more, not for less.
  ///   - count: Replicates that the probabilities rest on.
  init(_ probabilities: [Double], isFloor: [Bool], count: Int) {
    trials = [Trial(factor: 1, probabilities: probabilities)]
    self.isFloor = isFloor
    self.count = count
    isMoved = isFloor.map { _ in true }
  }

  /// The factor to try next; nothing when all is found that can be.
  var next: Double? {
    guard trials.count <= Self.most else { return nil }
    for target in isFloor.indices where isMoved[target] {
      for level in Self.levels {
        if let factor = step(target, level) { return factor }
      }
    }
    return nil
  }

  /// Adds a trial.
  /// - Parameters:
  ///   - trial: Its factor and the probabilities.
  ///   - moved: Whether any replicate of each target differs from the run itself.
  mutating func add(_ trial: Trial, moved: [Bool]) {
    trials.append(trial)
    trials.sort { $0.factor < $1.factor }
    if trials.count == 2 { isMoved = moved }
  }

  /// The factors of a target, level by level; nothing where leads do not matter or no factor in the range is enough.
  func factors(of target: Int) -> [Double?] {
    Self.levels.map { level in isMoved[target] ? factor(target, level) : nil }
  }

  private func step(_ target: Int, _ level: Double) -> Double? {
    if let (low, high) = bracket(target, level) {
      return high.factor / low.factor > Self.ratio ? (low.factor * high.factor).squareRoot() : nil
    }
    guard let first = trials.first, let last = trials.last else { return nil }
    let isEnough = first.probabilities[target] >= level
    let goesUp = isEnough != isFloor[target]
    if goesUp { return last.factor < Self.range.upperBound ? min(2 * last.factor, Self.range.upperBound) : nil }
    return first.factor > Self.range.lowerBound ? max(first.factor / 2, Self.range.lowerBound) : nil
  }

  /// The neighbours between which the probability passes a level.
  private func bracket(_ target: Int, _ level: Double) -> (low: Trial, high: Trial)? {
    zip(trials, trials.dropFirst()).first {
      ($0.probabilities[target] >= level) != ($1.probabilities[target] >= level)
    }.map { ($0, $1) }
  }

  private func factor(_ target: Int, _ level: Double) -> Double? {
    guard let (low, high) = bracket(target, level) else { return nil }
    let ends = [low, high].map { score($0.probabilities[target]) }
    let part = (score(level) - ends[0]) / (ends[1] - ends[0])
    return low.factor * Elementary.exp(part * Elementary.log(high.factor / low.factor))
  }

  /// The normal score of a probability; none and all of the replicates count as half of one.
  private func score(_ probability: Double) -> Double {
    let margin = 0.5 / Double(count)
    return NormalQuantile.shared(Uniform(nearest: min(1 - margin, max(margin, probability))))
  }
}
