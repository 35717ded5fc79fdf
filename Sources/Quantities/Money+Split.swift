// SPDX-License-Identifier: GPL-3.0-or-later

extension Money {
  /// Splits the amount over parties in proportion to their weights, so that the parts sum to the whole.
  ///
  /// Largest-remainder method (Hamilton; Balinski and Young, *Fair Representation*, 1982): everybody gets the whole fen
  /// of the exact quota, the fen left over go to the largest remainders, ties to the earlier party. A negative amount is
  /// split as the mirror image of its opposite.
  ///
  /// - Parameter weights: Not negative, at most 2^62 together; if all are zero the first party gets everything.
  /// - Returns: One part a weight, in order.
  /// - Complexity: O(n²) in the number of parties, which is small.
  public func split(by weights: [Int64]) -> [Money] {
    var parts = [Int64](repeating: 0, count: weights.count)
    var remainders = [Int64](repeating: 0, count: weights.count)
    guard !weights.isEmpty else { return [] }
    Money.split(fen, by: weights, count: weights.count, into: &parts, remainders: &remainders)
    return parts.map(Money.init(fen:))
  }

  /// `whole · weight / total` with its remainder, exactly.
  ///
  /// The product may exceed 64 bits. A quotient estimated in floating point is off by a few units at most while it is
  /// below 2^52, so the remainder, computed modulo 2^64, tells the correction; beyond that the wide division is used. What
  /// is added to the estimate lets a whole quota below some 2^36 fen, as many are, need no correction.
  ///
  /// - Parameters:
  ///   - whole: The amount, not negative.
  ///   - weight: Of the party.
  ///   - total: Of all weights.
  ///   - ratio: `whole / total`, nearly.
  /// - Returns: The whole part of the exact quota, and the rest of the product over `total`.
  @inlinable
  @inline(__always)
  static func quota(of whole: Int64, times weight: Int64, over total: Int64, ratio: Double) -> (Int64, Int64) {
    let estimate = ratio * Double(weight)
    guard estimate < 0x1p52, total < 1 << 60 else {
      let product = whole.magnitude.multipliedFullWidth(by: weight.magnitude)
      let (quota, remainder) = total.magnitude.dividingFullWidth(product)
      return (Int64(quota), Int64(remainder))
    }
    var quota = Int64(estimate + 0x1p-12)
    var remainder = whole &* weight &- quota &* total
    while remainder < 0 {
      quota -= 1
      remainder += total
    }
    while remainder >= total {
      quota += 1
      remainder -= total
    }
    return (quota, remainder)
  }

  /// The first of two parts: the fen left over goes to the larger remainder, and the two remainders sum to the total.
  @inlinable
  @inline(__always)
  static func half(of whole: Int64, times weight: Int64, over total: Int64, ratio: Double) -> Int64 {
    let (quota, remainder) = quota(of: whole, times: weight, over: total, ratio: ratio)
    // The sign bit is added, not asked for: chance would mislead a branch every other time. With a remainder below
    // the total nothing overflows.
    return quota &+ 1 &+ (remainder &- (total &- remainder)) &>> 63
  }

  /// The parts of two parties.
  ///
  /// - Parameters:
  ///   - fen: The amount.
  ///   - weight: Of the first party.
  ///   - total: Of both, above 0.
  /// - Returns: The part of the first, and of the second.
  @inlinable
  @inline(__always)
  public static func halves(of fen: Int64, by weight: Int64, over total: Int64) -> (Int64, Int64) {
    let whole = Int64(fen.magnitude)
    let first = half(of: whole, times: weight, over: total, ratio: Double(whole) / Double(total))
    return fen < 0 ? (-first, first - whole) : (first, whole - first)
  }

  /// The same in fen and in place: unsafe because it runs for every call and distribution of every replicate, on columns
  /// whose owner has checked that there are `count` places at each pointer.
  @inlinable public static func split(
    _ fen: Int64, by weights: UnsafePointer<Int64>, count: Int, into parts: UnsafeMutablePointer<Int64>,
    remainders: UnsafeMutablePointer<Int64>
  ) {
    precondition(count > 0)
    var total: Int64 = 0
    for party in 0..<count {
      total += weights[party]
      parts[party] = 0
    }
    guard total > 0 else {
      parts[0] = fen
      return
    }
    if count == 2 {
      (parts[0], parts[1]) = halves(of: fen, by: weights[0], over: total)
      return
    }
    let whole = Int64(fen.magnitude)
    let ratio = Double(whole) / Double(total)
    // Exact quotas sum to the whole, so the last one follows from the fractions of the others.
    var left = whole
    var fraction: Int64 = 0
    var short: Int64 = 0
    for party in 0..<count - 1 {
      let (quota, remainder) = quota(of: whole, times: weights[party], over: total, ratio: ratio)
      parts[party] = quota
      remainders[party] = remainder
      left -= quota
      fraction += remainder
      if fraction > total {
        fraction -= total
        short += 1
      }
    }
    if fraction > 0 { short += 1 }
    remainders[count - 1] = fraction > 0 ? total - fraction : 0
    parts[count - 1] = left - short
    while short > 0 {
      var best = 0
      for party in 0..<count where remainders[party] > remainders[best] { best = party }
      parts[best] += 1
      remainders[best] = -1
      short -= 1
    }
    if fen < 0 { for party in 0..<count { parts[party] = -parts[party] } }
  }
}
