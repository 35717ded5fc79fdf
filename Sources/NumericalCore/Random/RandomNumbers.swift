// SPDX-License-Identifier: GPL-3.0-or-later

/// All random numbers of one replicate, each a function of its address.
///
/// Nothing is drawn in turn: a number depends on the seed, the replicate, the entity, the variable and the
/// occurrence, and on nothing else, so no change of a scenario re-rolls what it does not touch.
@frozen
public struct RandomNumbers: Hashable, Sendable {
  /// The seed of the scenario, the key of the generator.
  public let seed: UInt64
  /// The number of the replicate.
  public let replicate: UInt32

  /// The numbers of a replicate.
  ///
  /// - Parameters:
  ///   - seed: The seed of the scenario.
  ///   - replicate: The number of the replicate.
  @inlinable
  public init(seed: UInt64, replicate: UInt32) {
    self.seed = seed
    self.replicate = replicate
  }

  /// The two independent uniforms at an address.
  ///
  /// One block of `Philox4x32` with the counter (replicate, entity low, entity high, variable·2¹⁶ +
  /// occurrence) and the seed as key; words 0 and 1 give the first number, 2 and 3 the second.
  ///
  /// - Parameters:
  ///   - entity: Whose number it is.
  ///   - variable: Which of its quantities.
  ///   - occurrence: Which time, in 0..<65536; anything else is a mistake of the caller.
  /// - Returns: The variable's uniform and that of its partner in the registry.
  /// - Complexity: O(1), no allocation.
  @inlinable
  public func pair(
    _ entity: EntityAddress, _ variable: Variable, _ occurrence: Int
  ) -> (first: Uniform, second: Uniform) {
    precondition(occurrence >= 0 && occurrence < 65536, "an occurrence has 16 bits")
    let words = Philox4x32.block(
      counter: (
        replicate,
        UInt32(truncatingIfNeeded: entity.rawValue),
        UInt32(truncatingIfNeeded: entity.rawValue &>> 32),
        UInt32(variable.rawValue) &<< 16 | UInt32(truncatingIfNeeded: occurrence)
      ),
      key: (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32)))
    return (Uniform(low: words.0, high: words.1), Uniform(low: words.2, high: words.3))
  }

  /// The first uniform at an address; see `pair(_:_:_:)`.
  ///
  /// - Parameters:
  ///   - entity: Whose number it is.
  ///   - variable: Which of its quantities.
  ///   - occurrence: Which time, in 0..<65536.
  /// - Returns: The variable's uniform.
  /// - Complexity: O(1), no allocation.
  @inlinable
  public func uniform(_ entity: EntityAddress, _ variable: Variable, _ occurrence: Int) -> Uniform {
    pair(entity, variable, occurrence).first
  }
}
