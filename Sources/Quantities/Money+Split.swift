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
    Money.split(fen, by: weights, count: weights.count, into: &parts, remainders: &remainders)
    return parts.map(Money.init(fen:))
  }

  /// `whole · weight / total` with its remainder, exactly.
  ///
  /// The product may exceed 64 bits. A quotient estimated in floating point is off by a few units at most while it is
  /// below 2^53, so the remainder, computed modulo 2^64, tells the correction; beyond that the wide division is used.
  @inlinable static func quota(of whole: Int64, times weight: Int64, over total: Int64) -> (Int64, Int64) {
    let estimate = Double(whole) * (Double(weight) / Double(total))
    guard estimate < 0x1p52, total < 1 << 60 else {
      let product = whole.magnitude.multipliedFullWidth(by: weight.magnitude)
      let (quota, remainder) = total.magnitude.dividingFullWidth(product)
      return (Int64(quota), Int64(remainder))
    }
    var quota = Int64(estimate)
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

  /// The same in fen and without allocation: the first `count` places of `parts` and `remainders` are overwritten.
  @inlinable public static func split(
    _ fen: Int64, by weights: [Int64], count: Int, into parts: inout [Int64], remainders: inout [Int64]
  ) {
    precondition(count > 0 && parts.count >= count && remainders.count >= count && weights.count >= count)
    var total: Int64 = 0
    for party in 0..<count { total += weights[party] }
    guard total > 0 else {
      for party in 0..<count { parts[party] = 0 }
      parts[0] = fen
      return
    }
    let sign: Int64 = fen < 0 ? -1 : 1
    let whole = Int64(fen.magnitude)
    var left = whole
    for party in 0..<count {
      let (quota, remainder) = quota(of: whole, times: weights[party], over: total)
      parts[party] = sign * quota
      remainders[party] = remainder
      left -= quota
    }
    while left > 0 {
      var best = 0
      for party in 0..<count where remainders[party] > remainders[best] { best = party }
      parts[best] += sign
      remainders[best] = -1
      left -= 1
    }
  }
}
