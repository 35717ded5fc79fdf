// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts of numbers of any size and either sign, to a relative precision of half a percent.
///
/// Every octave `[2ᵉ, 2ᵉ⁺¹)` is cut into 128 equal bins, which the leading bits of a `Double` number; zero (with
/// everything subnormal) has a bin of its own. Octaves get a page of counts when first touched. Counts are
/// integers, so merging is exact and its order does not matter. Source of the layout: Tene's HdrHistogram, here
/// with the bits of the floating-point format as the index.
@frozen
public struct LogLinearHistogram: Sendable {
  /// The counts of all pages touched, 128 a page, in order of first touch. A run has hundreds of thousands of series and at
  /// most 2³² replicates.
  @usableFromInline var counts: [UInt32]
  /// For the octaves from `firstOctave` on, twice each (positive, negative): the page, or -1.
  @usableFromInline var pages: [Int32]
  @usableFromInline var firstOctave: Int
  @usableFromInline var zeroCount: Int
  @usableFromInline var totalCount: Int
  /// The ends of what was added, so that no quantile lies beyond them.
  @usableFromInline var least = Double.infinity
  @usableFromInline var greatest = -Double.infinity

  /// Nothing added yet.
  public init() {
    counts = []
    pages = []
    firstOctave = 0
    zeroCount = 0
    totalCount = 0
  }

  /// How many numbers were added.
  @inlinable public var count: Int { totalCount }

  /// How many of them were zero.
  @inlinable public var zeros: Int { zeroCount }

  /// Adds one number, of fewer than 2³².
  ///
  /// - Parameter x: A finite number; anything else is a mistake of the caller.
  /// - Complexity: O(1); allocates when an octave is first touched.
  @inlinable
  public mutating func add(_ x: Double) {
    let bits = x.bitPattern
    let octave = Int(truncatingIfNeeded: (bits &>> 52) & 0x7ff)
    precondition(octave != 0x7ff, "a histogram counts finite numbers")
    totalCount &+= 1
    least = x < least ? x : least
    greatest = x > greatest ? x : greatest
    guard octave != 0 else {
      zeroCount &+= 1
      return
    }
    let bin = Int(truncatingIfNeeded: (bits &>> 45) & 0x7f)
    let slot = 2 &* (octave &- firstOctave) &+ Int(truncatingIfNeeded: bits &>> 63)
    if slot >= 0 && slot < pages.count && pages[slot] >= 0 {
      counts[Int(pages[slot]) &* 128 &+ bin] &+= 1
    } else {
      counts[page(octave: octave, negative: bits &>> 63 != 0) &* 128 &+ bin] &+= 1
    }
  }

  /// Adds many numbers; the same as one by one, but for its speed: whether the counts are shared is asked once.
  ///
  /// - Parameters:
  ///   - numbers: Finite.
  ///   - first: The place of the first that is added.
  ///   - step: How many places on the next one stands, at least 1: a column of a table that stands row by row.
  /// - Complexity: O(numbers that are added).
  public mutating func add(_ numbers: Span<Double>, from first: Int = 0, by step: Int = 1) {
    precondition(first >= 0 && step >= 1, "the first place is not negative, and each step goes on")
    widen(to: numbers, from: first, by: step)
    var place = first
    while place < numbers.count {
      place = addCounted(numbers, from: place, by: step)
      // Zero, or the first of its octave.
      guard place < numbers.count else { return }
      add(numbers[place])
      place += step
    }
  }

  /// Takes note of the ends of numbers: in a loop of its own, where no count waits for a comparison.
  private mutating func widen(to numbers: Span<Double>, from first: Int, by step: Int) {
    var (least, greatest, place) = (least, greatest, first)
    while place < numbers.count {
      least = numbers[place] < least ? numbers[place] : least
      greatest = numbers[place] > greatest ? numbers[place] : greatest
      place &+= step
    }
    (self.least, self.greatest) = (least, greatest)
  }

  /// Counts numbers as long as there is a page for them; the place of the first that has none.
  private mutating func addCounted(_ numbers: Span<Double>, from first: Int, by step: Int) -> Int {
    var (place, added) = (first, 0)
    let (firstOctave, table) = (firstOctave, pages)
    let pages = table.span
    var counts = counts.mutableSpan
    while place < numbers.count {
      let bits = numbers[place].bitPattern
      let octave = Int(truncatingIfNeeded: (bits &>> 52) & 0x7ff)
      precondition(octave != 0x7ff, "a histogram counts finite numbers")
      let slot = 2 &* (octave &- firstOctave) &+ Int(truncatingIfNeeded: bits &>> 63)
      guard octave != 0, slot >= 0, slot < pages.count, pages[slot] >= 0 else { break }
      let bin = Int(truncatingIfNeeded: (bits &>> 45) & 0x7f)
      counts[Int(pages[slot]) &* 128 &+ bin] &+= 1
      place &+= step
      added &+= 1
    }
    totalCount &+= added
    return place
  }

  /// The page of an octave, made if there is none.
  @usableFromInline
  mutating func page(octave: Int, negative: Bool) -> Int {
    if pages.isEmpty { firstOctave = octave }
    if octave < firstOctave {
      pages.insert(contentsOf: repeatElement(-1, count: 2 * (firstOctave - octave)), at: 0)
      firstOctave = octave
    }
    let slot = 2 * (octave - firstOctave) + (negative ? 1 : 0)
    if slot >= pages.count { pages.append(contentsOf: repeatElement(-1, count: (slot | 1) + 1 - pages.count)) }
    if pages[slot] < 0 {
      pages[slot] = Int32(counts.count / 128)
      // To the page: doubling would leave half of the room unused.
      counts.reserveCapacity(counts.count + 128)
      counts.append(contentsOf: repeatElement(0, count: 128))
    }
    return Int(pages[slot])
  }
}
