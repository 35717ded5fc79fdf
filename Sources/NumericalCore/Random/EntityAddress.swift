// SPDX-License-Identifier: GPL-3.0-or-later

/// The address of something that has random numbers: a fund, a company, a lead, the economy.
///
/// An address is a 64-bit hash of the parent's address, a kind and an identifier or birth ordinal, so an
/// entity keeps its numbers whatever else exists. Two of a million entities share an address with a
/// probability of 3e-8.
@frozen
public struct EntityAddress: RawRepresentable, Hashable, Sendable {
  /// The hash.
  public let rawValue: UInt64

  /// The address with the given hash.
  ///
  /// - Parameter rawValue: The hash.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// The address that has no parent.
  @inlinable public static var root: EntityAddress { EntityAddress(rawValue: 0) }

  /// The address of a named part of this entity.
  ///
  /// The name enters as its FNV-1a hash (Fowler, Noll and Vo; IETF draft-eastlake-fnv) over the UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - kind: What sort of thing it is; equal names of two kinds have different addresses.
  ///   - id: Its identifier, stable over versions of a scenario.
  /// - Returns: The child's address.
  /// - Complexity: O(length of `id`).
  public func child(_ kind: UInt16, _ id: String) -> EntityAddress {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return combined(UInt64(kind) | 0x1_0000, hash)
  }

  /// The address of a numbered part of this entity.
  ///
  /// Children of one parent and kind never share an address, because the mixing is one to one.
  ///
  /// - Parameters:
  ///   - kind: What sort of thing it is.
  ///   - ordinal: Its number, for instance the order of birth.
  /// - Returns: The child's address.
  /// - Complexity: O(1).
  @inlinable
  public func child(_ kind: UInt16, _ ordinal: UInt64) -> EntityAddress {
    combined(UInt64(kind), ordinal)
  }

  /// Two rounds of mixing: kind into parent, then the identity into the result.
  @inlinable
  func combined(_ kind: UInt64, _ identity: UInt64) -> EntityAddress {
    let inner = Self.mixed(rawValue &+ (kind &+ 1) &* 0x9e37_79b9_7f4a_7c15)
    return EntityAddress(rawValue: Self.mixed((inner ^ identity) &+ 0x9e37_79b9_7f4a_7c15))
  }

  /// The finaliser of SplitMix64, a bijection. Source: Steele, Lea and Flood, OOPSLA 2014 (Stafford's variant 13).
  @inlinable
  static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z &>> 31)
  }
}
