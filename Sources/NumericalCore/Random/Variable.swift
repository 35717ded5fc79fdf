// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of an entity's random quantities is wanted.
///
/// The registry of variables lives with the model. A raw value is part of every published result: it is
/// never renumbered and never used again for another quantity.
@frozen
public struct Variable: RawRepresentable, Hashable, Sendable {
  /// The number of the variable in the registry.
  public let rawValue: UInt16

  /// The variable with the given number.
  ///
  /// - Parameter rawValue: The number in the registry.
  @inlinable
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }
}
