// SPDX-License-Identifier: GPL-3.0-or-later

/// A value with a place of its own in memory, whose address is what is handed over where it is lent: the compiler would copy
/// a large one first, at every replicate.
struct Lent<Value: ~Copyable>: ~Copyable {
  private let place: UnsafeMutablePointer<Value>

  /// Takes a value.
  init(_ value: consuming Value) {
    place = .allocate(capacity: 1)
    place.initialize(to: value)
  }

  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  /// The value in its place.
  var value: Value {
    @inline(__always) unsafeAddress { UnsafePointer(place) }
    @inline(__always) unsafeMutableAddress { place }
  }
}
