// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Industrial land given to a project.
public struct LandDeal: Hashable, Sendable {
  /// Price over the national least price of its grade.
  public var priceToMinimum: Sourced<Double>?

  /// Whether the use has the lower floor of priority uses.
  public var isPriority: Bool?

  /// How it was given where that is forbidden.
  public var practices: [LandPractice]?

  /// How long it has lain idle after the agreed start.
  public var idle: Sourced<TimeSpan>?

  /// Takes every field; what is left out is not known.
  public init(
    priceToMinimum: Sourced<Double>? = nil, isPriority: Bool? = nil, practices: [LandPractice]? = nil,
    idle: Sourced<TimeSpan>? = nil
  ) {
    self.priceToMinimum = priceToMinimum
    self.isPriority = isPriority
    self.practices = practices
    self.idle = idle
  }
}
