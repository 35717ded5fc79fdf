// SPDX-License-Identifier: GPL-3.0-or-later

extension LogLinearHistogram {
  /// A bin with something in it.
  @frozen
  public struct Bin: Hashable, Sendable {
    /// The end of the bin nearer to zero, which belongs to it; zero for the bin of zeros.
    public let inner: Double
    /// The end farther from zero, which does not belong to it; zero for the bin of zeros.
    public let outer: Double
    /// How many numbers are in it; above 0.
    public let count: Int

    /// The middle, within 0.4 % of every number in the bin.
    public var middle: Double { 0.5 * inner + 0.5 * outer }
  }

  /// The bins with something in them, in rising order of their numbers.
  ///
  /// - Complexity: O(octaves touched).
  public var bins: [Bin] {
    let octaves = (0..<pages.count / 2).map { firstOctave + $0 }
    let negative = octaves.reversed().flatMap { bins(octave: $0, negative: true).reversed() }
    let zero = zeros > 0 ? [Bin(inner: 0, outer: 0, count: zeros)] : []
    return negative + zero + octaves.flatMap { bins(octave: $0, negative: false) }
  }

  /// The quantile of the numbers added: the middle of the bin with the number of rank `⌈p·count⌉` (at least 1), not
  /// beyond the least and the greatest number added.
  ///
  /// A product less than 1e-12 above a whole number, in relative terms, counts as whole: `0.07·100` is 7.
  ///
  /// - Parameter probability: In 0...1.
  /// - Returns: The quantile, within 0.4 % of that number; NaN if nothing was added.
  /// - Complexity: O(octaves touched).
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability lies in 0...1")
    let exact = probability * Double(count) * (1 - 0x1p-40)
    let below = Int(exact)
    let rank = max(1, Double(below) < exact ? below + 1 : below)
    return bin(ofRank: rank).map { min(greatest, max(least, $0.middle)) } ?? .nan
  }

  /// The bin with the number of a rank, from 1; nil beyond the last.
  private func bin(ofRank rank: Int) -> Bin? {
    var left = rank
    for place in (0..<pages.count / 2).reversed() {
      if let bin = bin(ofRank: &left, octave: firstOctave + place, negative: true) { return bin }
    }
    if left <= zeros { return Bin(inner: 0, outer: 0, count: zeros) }
    left -= zeros
    for place in 0..<pages.count / 2 {
      if let bin = bin(ofRank: &left, octave: firstOctave + place, negative: false) { return bin }
    }
    return nil
  }

  /// The bin of an octave with the number of a rank, or nil, and the rank that is left behind the octave.
  private func bin(ofRank left: inout Int, octave: Int, negative: Bool) -> Bin? {
    let page = Int(pages[2 * (octave - firstOctave) + (negative ? 1 : 0)])
    guard page >= 0 else { return nil }
    let all = counts[page * 128..<page * 128 + 128].reduce(0) { $0 &+ Int($1) }
    guard all >= left else {
      left -= all
      return nil
    }
    let rising = bins(octave: octave, negative: negative)
    for bin in negative ? rising.reversed() : rising {
      left -= bin.count
      if left <= 0 { return bin }
    }
    return nil
  }

  /// Adds the counts of another histogram; exact, so the order of merging does not matter.
  ///
  /// - Parameter other: The other histogram.
  /// - Complexity: O(octaves touched).
  public mutating func merge(adding other: LogLinearHistogram) {
    zeroCount += other.zeroCount
    totalCount += other.totalCount
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
    for slot in other.pages.indices where other.pages[slot] >= 0 {
      let target = page(octave: other.firstOctave + slot / 2, negative: slot & 1 != 0)
      for bin in 0..<128 { counts[target * 128 + bin] += other.counts[Int(other.pages[slot]) * 128 + bin] }
    }
  }

  /// The bins of one octave, outwards.
  private func bins(octave: Int, negative: Bool) -> [Bin] {
    let page = Int(pages[2 * (octave - firstOctave) + (negative ? 1 : 0)])
    guard page >= 0 else { return [] }
    return (0..<128).compactMap { bin in
      let count = counts[page * 128 + bin]
      guard count > 0 else { return nil }
      let index = UInt64(octave * 128 + bin)
      let inner = Double(bitPattern: index << 45)
      let outer = min(Double(bitPattern: (index + 1) << 45), .greatestFiniteMagnitude)
      return Bin(inner: negative ? -inner : inner, outer: negative ? -outer : outer, count: Int(count))
    }
  }
}

extension LogLinearHistogram: Equatable {
  /// Whether two histograms hold the same counts, whatever the order in which they came.
  ///
  /// - Complexity: O(octaves touched).
  public static func == (left: LogLinearHistogram, right: LogLinearHistogram) -> Bool {
    left.count == right.count && left.bins == right.bins
  }
}
