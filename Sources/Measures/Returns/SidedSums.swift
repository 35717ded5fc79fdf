// SPDX-License-Identifier: GPL-3.0-or-later

/// Money received and money paid in, discounted by `vᵏ`, each with its first moment in time.
///
/// `Σ fₖ vᵏ` and `Σ k fₖ vᵏ` over the flows of each sign, by Horner's rule in `v⁴` on four interleaved accumulators, which
/// keeps the chain of dependent operations a quarter as long. The order of operations is fixed.
struct SidedSums {
  var received: Double
  var paidIn: Double
  /// `Σ k fₖ vᵏ` over the flows received.
  var receivedTime: Double
  /// The same over the flows paid in.
  var paidInTime: Double

  /// - Complexity: O(n).
  @inline(__always)
  init(_ flows: Span<Double>, factor: Double) {
    let square = factor * factor
    let fourth = square * square
    var (gain, gainSlope) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (cost, costSlope) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    let bytes = flows.bytes
    var position = flows.count & ~3
    if position < flows.count {
      var top = SIMD4<Double>.zero
      for lane in 0..<(flows.count - position) { top[lane] = flows[position + lane] }
      gain = top.replacing(with: 0, where: top .< 0)
      cost = top - gain
    }
    while position > 0 {
      position -= 4
      let block = bytes.unsafeLoadUnaligned(fromByteOffset: position * 8, as: SIMD4<Double>.self)
      let positive = block.replacing(with: 0, where: block .< 0)
      gainSlope = gainSlope * fourth + gain
      costSlope = costSlope * fourth + cost
      gain = gain * fourth + positive
      cost = cost * fourth + (block - positive)
    }
    let powers = SIMD4(1, factor, square, square * factor)
    let offsets = SIMD4<Double>(0, 1, 2, 3)
    received = (gain * powers).sum()
    paidIn = -(cost * powers).sum()
    receivedTime = ((gainSlope * (4 * fourth) + gain * offsets) * powers).sum()
    paidInTime = -((costSlope * (4 * fourth) + cost * offsets) * powers).sum()
  }
}
