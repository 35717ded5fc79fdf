// SPDX-License-Identifier: GPL-3.0-or-later

/// A member of a collection with its id, which addresses its random numbers and names it in tables.
public struct Identified<Value: Hashable & Sendable>: Hashable, Sendable {
  /// Lower-case letters, digits and underscores; stable.
  public var id: String

  /// The member itself.
  public var value: Value

  /// Takes every field.
  public init(id: String, value: Value) {
    self.id = id
    self.value = value
  }
}
