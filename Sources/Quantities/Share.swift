// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a whole, from 0 to 1.
@frozen public struct Share: Hashable, Sendable, Comparable {
  /// The part as a fraction of one.
  public let fraction: Double

  /// Refuses what is not a number from 0 to 1.
  public init(_ fraction: Double) throws(OutOfRange) {
    guard (0...1).contains(fraction) else { throw OutOfRange(value: fraction, allowed: "0...1") }
    self.fraction = fraction
  }

  /// Nothing of the whole.
  public static let none = Share(unchecked: 0)
  /// The whole.
  public static let whole = Share(unchecked: 1)

  init(unchecked fraction: Double) { self.fraction = fraction }

  /// The order of parts.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.fraction < right.fraction }
}

/// A number lay outside what its kind allows.
public struct OutOfRange: Error, Hashable, Sendable {
  /// What was given.
  public var value: Double
  /// What is allowed, as an interval.
  public var allowed: String

  /// Says which value was refused and what is allowed.
  public init(value: Double, allowed: String) {
    self.value = value
    self.allowed = allowed
  }
}
