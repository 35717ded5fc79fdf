// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What makes a level of government postpone calls of the funds instead of paying them.
///
/// A postponed call is owed; the other investors advance it as far as they can, and it is paid when the level may pay
/// again. Who pays after fiscal money waits as well.
public struct CallGate: Hashable, Sendable {
  /// Whether investors that pay from a budget pay no more than its appropriations cover.
  public var onEmptyBudget: Bool

  /// Whether nobody of the level pays while the debt ratio at the end of the quarter before is above the red line.
  public var onRedLine: Bool

  /// How long without a break something may stay postponed, whatever is paid meanwhile; after that the investor has failed,
  /// with the remedy of its section `honouring`. Nothing where postponement has no end.
  public var remedyAfter: Sourced<TimeSpan>?

  /// Takes every field.
  public init(onEmptyBudget: Bool, onRedLine: Bool, remedyAfter: Sourced<TimeSpan>?) {
    self.onEmptyBudget = onEmptyBudget
    self.onRedLine = onRedLine
    self.remedyAfter = remedyAfter
  }
}
