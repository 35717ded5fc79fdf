// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The national list of forbidden acts of investment promotion, once there is one.
public struct NationalList: Hashable, Sendable {
  /// From when it holds.
  public var inForce: CalendarDate

  /// The acts, in the words of this model.
  public var forbidden: [String]

  /// Takes every field.
  public init(inForce: CalendarDate, forbidden: [String]) {
    self.inForce = inForce
    self.forbidden = forbidden
  }
}
