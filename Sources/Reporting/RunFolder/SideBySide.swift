// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Work that is done side by side, of which nothing but the time it takes depends on how many do it.
enum SideBySide {
  /// Does jobs that do not depend on each other.
  ///
  /// - Parameters:
  ///   - count: How many jobs there are.
  ///   - width: How many are done at a time.
  ///   - job: Does the job of a number from 0.
  /// - Returns: What the jobs gave, in their order.
  static func map<Output: Sendable>(_ count: Int, width: Int, _ job: @Sendable (Int) -> Output) -> [Output] {
    let next = Atomic<Int>(0)
    let outputs = Mutex<[Output?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: max(1, min(width, count))) { _ in
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return }
        let output = job(number)
        outputs.withLock { $0[number] = output }
      }
    }
    let all = outputs.withLock { $0.compactMap(\.self) }
    precondition(all.count == count, "every job was done")
    return all
  }
}
