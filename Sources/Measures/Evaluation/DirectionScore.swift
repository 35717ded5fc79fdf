// SPDX-License-Identifier: GPL-3.0-or-later

/// The score of a fund's investment direction: points by item, their total and its grade.
///
/// Where an indicator is not known, an item has a range: the points of what is known, and the most that what is not
/// known could add.
public struct DirectionScore: Hashable, Sendable {
  /// Points by item, in the order of the items.
  public let points: [ClosedRange<Double>]

  /// Scores indicators.
  public init(_ indicators: DirectionIndicators) {
    points = DirectionItem.allCases.map { item in
      let parts = indicators.parts(of: item)
      let least = parts.reduce(0) { $0 + $1.points.lowerBound }
      let most = parts.reduce(0) { $0 + $1.points.upperBound }
      return min(item.most, least)...min(item.most, most)
    }
  }

  /// The points of an item.
  public subscript(item: DirectionItem) -> ClosedRange<Double> {
    zip(DirectionItem.allCases, points).first { $0.0 == item }?.1 ?? 0...0
  }

  /// The total, 0 to 100.
  public var total: ClosedRange<Double> {
    points.reduce(0) { $0 + $1.lowerBound }...points.reduce(0) { $0 + $1.upperBound }
  }

  /// The grade; none where what is not known decides it.
  public var grade: DirectionGrade? {
    let ends = (DirectionGrade(score: total.lowerBound), DirectionGrade(score: total.upperBound))
    return ends.0 == ends.1 ? ends.0 : nil
  }
}

/// A part of an item: its points, or the range that they lie in.
struct DirectionPart {
  var points: ClosedRange<Double>

  /// A part of a value, or the whole range where it is not known.
  init<Value>(_ value: Value?, most: Double, _ score: (Value) -> Double) {
    points = value.map { score($0) }.map { $0...$0 } ?? 0...most
  }

  init(points: ClosedRange<Double>) { self.points = points }

  /// The better of two ways to earn the points.
  static func best(_ left: Self, _ right: Self) -> Self {
    DirectionPart(
      points: max(
        left.points.lowerBound, right.points.lowerBound)...max(
          left.points.upperBound, right.points.upperBound))
  }
}
