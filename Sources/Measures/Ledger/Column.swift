// SPDX-License-Identifier: GPL-3.0-or-later

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
    storage = .allocate(capacity: capacity)
    storage.initialize(repeating: value, count: count)
    size = count
  }

  /// An empty column.
  @inlinable public init() {
    capacity = 64
    storage = .allocate(capacity: capacity)
    size = 0
  }

  @inlinable deinit { storage.deallocate() }

  /// How many values there are.
  @inlinable public var count: Int { size }

  /// The positions of the values.
  @inlinable public var indices: Range<Int> { 0..<size }

  /// A value in place.
  @inlinable public subscript(position: Int) -> Element {
    _read {
      precondition(position >= 0 && position < size, "position outside the column")
      yield storage[position]
    }
    _modify {
      precondition(position >= 0 && position < size, "position outside the column")
      yield &storage[position]
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

  /// Sets every value.
  @inlinable public mutating func fill(_ value: Element) { storage.update(repeating: value, count: size) }

  @usableFromInline mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: storage, count: size)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }
}
