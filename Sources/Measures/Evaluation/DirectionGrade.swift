// SPDX-License-Identifier: GPL-3.0-or-later

/// The grades of the evaluation.
public enum DirectionGrade: String, Hashable, Sendable, CaseIterable {
  /// 90 points or more.
  case excellent
  /// 80 points or more.
  case good
  /// 60 points or more.
  case qualified
  /// Less than 60 points.
  case unqualified

  /// The grade of a score of 0 to 100.
  public init(score: Double) {
    self = score >= 90 ? .excellent : score >= 80 ? .good : score >= 60 ? .qualified : .unqualified
  }
}
