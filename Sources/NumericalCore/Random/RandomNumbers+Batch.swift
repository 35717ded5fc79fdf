// SPDX-License-Identifier: GPL-3.0-or-later

/// The address of the two uniforms of one entity, variable and occurrence.
@frozen
public struct RandomAddress: Hashable, Sendable, BitwiseCopyable {
  /// Whose numbers they are.
  public var entity: EntityAddress
  /// Variable·2¹⁶ + occurrence, the last word of the counter.
  @usableFromInline var word: UInt64

  /// An address.
  ///
  /// - Parameters:
  ///   - entity: Whose numbers they are.
  ///   - variable: Which of its quantities.
  ///   - occurrence: Which time, in 0..<65536; anything else is a mistake of the caller.
  @inlinable
  @inline(__always)
  public init(_ entity: EntityAddress, _ variable: Variable, _ occurrence: Int) {
    precondition(occurrence >= 0 && occurrence < 65536, "an occurrence has 16 bits")
    self.entity = entity
    word = UInt64(variable.rawValue) &<< 16 | UInt64(truncatingIfNeeded: occurrence)
  }
}

extension RandomNumbers {
  /// The uniforms at many addresses, as `pair(_:_:_:)` gives them one by one: two at a time, in a loop whose iterations do
  /// not wait for each other.
  ///
  /// - Parameters:
  ///   - addresses: An even number of them; the last may stand there twice.
  ///   - first: Room for as many numbers at least: those of the variables.
  ///   - second: Likewise: those of their partners in the registry.
  /// - Complexity: O(addresses), no allocation.
  public func draw(
    _ addresses: Span<RandomAddress>, first: inout MutableSpan<Uniform>, second: inout MutableSpan<Uniform>
  ) {
    precondition(
      addresses.count % 2 == 0 && first.count >= addresses.count && second.count >= addresses.count,
      "room for the numbers of an even number of addresses")
    let key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
    for place in stride(from: 0, to: addresses.count, by: 2) {
      let entities = SIMD2(addresses[place].entity.rawValue, addresses[place + 1].entity.rawValue)
      let words = Philox4x32.blocks(
        counters: (
          SIMD2(repeating: UInt64(replicate)), entities & 0xffff_ffff, entities &>> 32,
          SIMD2(addresses[place].word, addresses[place + 1].word)
        ), key: key)
      first[place] = Uniform(words: words.first[0])
      first[place + 1] = Uniform(words: words.first[1])
      second[place] = Uniform(words: words.second[0])
      second[place + 1] = Uniform(words: words.second[1])
    }
  }
}
