// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// Numbers that are drawn together: addresses, and the two uniforms at each.
struct UniformDraws: ~Copyable {
  var addresses = Column<RandomAddress>()
  var first = Column<Uniform>()
  var second = Column<Uniform>()
  /// Numbers that are put in order, and normal quantiles.
  var chosen = Column<Uniform>()
  var normals = Column<Double>()

  /// Draws the numbers at all addresses.
  mutating func draw(_ numbers: RandomNumbers) {
    let count = addresses.count
    addresses.pad(to: RandomNumbers.lanes)
    Self.draw(addresses, &first, &second, numbers)
    addresses.shorten(to: count)
  }

  /// Draws the numbers at a multiple of `RandomNumbers.lanes` addresses that are kept elsewhere; `addresses` stay as they are.
  mutating func draw(_ addresses: [RandomAddress], _ numbers: RandomNumbers) {
    Self.draw(addresses.span, &first, &second, numbers)
  }

  private static func draw(
    _ addresses: borrowing Column<RandomAddress>, _ first: inout Column<Uniform>, _ second: inout Column<Uniform>,
    _ numbers: RandomNumbers
  ) {
    draw(addresses.span, &first, &second, numbers)
  }

  private static func draw(
    _ addresses: Span<RandomAddress>, _ first: inout Column<Uniform>, _ second: inout Column<Uniform>,
    _ numbers: RandomNumbers
  ) {
    first.ensure(addresses.count)
    second.ensure(addresses.count)
    var first = first.mutableSpan
    var second = second.mutableSpan
    numbers.draw(addresses, first: &first, second: &second)
  }

  /// Draws unit normal innovations of so many quarters into a column: one block serves two quarters, the even one by its
  /// first number and the odd one after it by its second.
  mutating func drawInnovations(
    _ entity: EntityAddress, _ variable: Variable, _ numbers: RandomNumbers, quarters: Int,
    into innovations: inout Column<Double>
  ) {
    addresses.removeAll()
    addresses.ensure((quarters + 1) / 2)
    for block in addresses.indices { addresses[block] = RandomAddress(entity, variable, block) }
    draw(numbers)
    Self.interleave(first, second, count: addresses.count, into: &chosen)
    Self.normalise(chosen, count: 2 * addresses.count, into: &innovations)
  }

  /// The normal quantiles of the second numbers.
  mutating func normaliseSecond() { Self.normalise(second, count: addresses.count, into: &normals) }

  private static func interleave(
    _ first: borrowing Column<Uniform>, _ second: borrowing Column<Uniform>, count: Int,
    into both: inout Column<Uniform>
  ) {
    both.ensure(2 * count)
    var both = both.mutableSpan
    let (first, second) = (first.span, second.span)
    for block in 0..<count {
      both[2 &* block] = first[block]
      both[2 &* block &+ 1] = second[block]
    }
  }

  /// The normal quantiles of so many numbers.
  static func normalise(_ uniforms: borrowing Column<Uniform>, count: Int, into normals: inout Column<Double>) {
    normals.ensure(count)
    var normals = normals.mutableSpan
    NormalQuantile.shared.quantiles(uniforms.span.extracting(first: count), into: &normals)
  }
}
