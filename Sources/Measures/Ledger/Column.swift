// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A column of plain values with one owner: an array without the price of being shareable.
///
/// A Swift array asks before every write whether somebody else holds it, which cost a seventh of a replicate's time. A
/// column cannot be copied, so there is nobody to ask. Every access is checked against the bounds; the pointer never
/// leaves the type. It grows like an array and keeps its room when it is emptied.
@frozen public struct Column<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var storage: UnsafeMutablePointer<Element>
  @usableFromInline var size: Int
  @usableFromInline var capacity: Int

  /// A column of equal values.
  @inlinable public init(repeating value: Element, count: Int) {
    capacity = max(count, 16)
    storage = Self.room(for: capacity)
    storage.initialize(repeating: value, count: count)
    size = count
  }

  /// A column of the values at each position.
  @inlinable public init(count: Int, _ value: (Int) -> Element) {
    self.init()
    for position in 0..<count { append(value(position)) }
  }

  /// An empty column.
  @inlinable public init() {
    capacity = 64
    storage = Self.room(for: capacity)
    size = 0
  }

  @inlinable deinit { storage.deallocate() }

  /// Memory that begins at a line of the cache, so that values whose size is a multiple of one touch as few as they can.
  @usableFromInline static func room(for capacity: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64)
      .bindMemory(to: Element.self, capacity: capacity)
  }

  /// How many values there are.
  @inlinable public var count: Int { size }

  /// The positions of the values.
  @inlinable public var indices: Range<Int> { 0..<size }

  /// Whether there is a value at a position: one comparison, as a negative position is a very large unsigned one.
  @inlinable @inline(__always) func holds(_ position: Int) -> Bool {
    UInt(bitPattern: position) < UInt(bitPattern: size)
  }

  /// A value in place.
  @inlinable public subscript(position: Int) -> Element {
    _read {
      precondition(holds(position), "position outside the column")
      yield storage[position]
    }
    _modify {
      precondition(holds(position), "position outside the column")
      yield &storage[position]
    }
  }

  /// The values, for a loop over several columns: where they lie is then known to the loop, and need not be asked again
  /// after every write.
  @inlinable public var span: Span<Element> {
    @_lifetime(borrow self) get { _overrideLifetime(Span(_unsafeStart: storage, count: size), borrowing: self) }
  }

  /// The same for a loop that writes.
  @inlinable public var mutableSpan: MutableSpan<Element> {
    @_lifetime(&self) mutating get {
      _overrideLifetime(MutableSpan(_unsafeStart: storage, count: size), mutating: &self)
    }
  }

  /// Adds a value at the end.
  @inlinable public mutating func append(_ value: Element) {
    if size == capacity { grow() }
    (storage + size).initialize(to: value)
    size += 1
  }

  /// Empties the column and keeps its room.
  @inlinable public mutating func removeAll() { size = 0 }

  /// Keeps the first values.
  @inlinable public mutating func shorten(to count: Int) {
    precondition(count >= 0 && count <= size, "a column only gets shorter")
    size = count
  }

  /// Repeats the last value until there are a multiple of so many, for loops that take several at a time.
  @inlinable @inline(__always) public mutating func pad(to multiple: Int) {
    let missing = (multiple - size % multiple) % multiple
    for _ in 0..<missing { append(storage[size - 1]) }
  }

  /// Makes room for so many values at least; new ones hold anything.
  @inlinable @inline(__always) public mutating func ensure(_ count: Int) {
    while capacity < count { grow() }
    size = max(size, count)
  }

  /// Sets every value.
  @inlinable public mutating func fill(_ value: Element) { storage.update(repeating: value, count: size) }

  /// Where a range of values begins, checked once, for a loop that then need not check: such loops run on several values
  /// at a time. The pointer stays within this file.
  @inlinable func start(of range: Range<Int>) -> UnsafePointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= size, "range outside the column")
    return UnsafePointer(storage + range.lowerBound)
  }

  @usableFromInline mutating func grow() {
    let larger = Self.room(for: capacity * 2)
    larger.moveInitialize(from: storage, count: size)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }
}

extension Column<Int64> {
  /// Splits fen in proportion to a range of values, as `Money.split` does, into the first places of a column.
  @inlinable public func split(
    _ fen: Int64, over range: Range<Int>, into parts: inout Column<Int64>, remainders: inout Column<Int64>
  ) {
    precondition(parts.count >= range.count && remainders.count >= range.count)
    Money.split(
      fen, by: start(of: range), count: range.count, into: parts.storage, remainders: remainders.storage)
  }

  /// The sum of a range of values.
  public func sum(_ range: Range<Int>) -> Int64 {
    let values = start(of: range)
    var sum: Int64 = 0
    for position in 0..<range.count { sum &+= values[position] }
    return sum
  }

  /// Adds amounts to the values from a place on; neither are negative, so that a sum beyond 64 bits is.
  mutating func add(_ amounts: borrowing Column<Int64>, _ range: Range<Int>, at place: Int) {
    precondition(place >= 0 && place + range.count <= size, "range outside the column")
    let (others, own) = (amounts.start(of: range), storage + place)
    var signs: Int64 = 0
    for position in 0..<range.count {
      let (other, sum) = (others[position], own[position] &+ others[position])
      own[position] = sum
      signs |= other | sum
    }
    precondition(signs >= 0, "money moves forward, and its sums can be counted")
  }

  /// Adds a range of values, times +1 or −1, to the first values of an array.
  public func add(_ range: Range<Int>, times sign: Int64, to sums: inout [Int64]) {
    let values = start(of: range)
    precondition(sums.count >= range.count && (sign == 1 || sign == -1))
    var sums = sums.mutableSpan
    // All ones for −1: `(x ^ −1) + 1 = −x`, where a product of 64 bits would keep the loop from running on several values.
    let mask = sign &>> 63
    for position in 0..<range.count { sums[unchecked: position] &+= (values[position] ^ mask) &- mask }
  }
}
