// SPDX-License-Identifier: GPL-3.0-or-later

internal import CPhilox

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
  /// How many numbers are drawn at a time.
  public static let lanes = 4

  /// The uniforms at many addresses, as `pair(_:_:_:)` gives them one by one, in a fraction of the time.
  ///
  /// - Parameters:
  ///   - addresses: A multiple of `lanes`; to make it one, any may stand there more than once.
  ///   - first: Room for as many numbers at least: those of the variables.
  ///   - second: Likewise: those of their partners in the registry.
  /// - Complexity: O(addresses), no allocation.
  public func draw(
    _ addresses: Span<RandomAddress>, first: inout MutableSpan<Uniform>, second: inout MutableSpan<Uniform>
  ) {
    draw(addresses, first: &first, second: &second, asAnywhere: false)
  }

  /// The same, as on any processor if so asked. The C target reads addresses and writes numbers as they lie in memory,
  /// which is why their types are frozen.
  func draw(
    _ addresses: Span<RandomAddress>, first: inout MutableSpan<Uniform>, second: inout MutableSpan<Uniform>,
    asAnywhere: Bool
  ) {
    let count = addresses.count
    precondition(
      count % Self.lanes == 0 && first.count >= count && second.count >= count,
      "room for the numbers of a multiple of so many addresses")
    let draw = asAnywhere ? cphilox_draw_anywhere : cphilox_draw
    addresses.withUnsafeBytes { addresses in
      first.withUnsafeMutableBytes { first in
        second.withUnsafeMutableBytes { second in
          // Without an address nothing is drawn.
          guard let addresses = addresses.baseAddress, let first = first.baseAddress, let second = second.baseAddress
          else { return }
          draw(addresses, count, replicate, seed, first, second)
        }
      }
    }
  }
}
