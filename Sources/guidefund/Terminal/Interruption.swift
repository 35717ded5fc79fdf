// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Makes Ctrl-C cancel the work instead of killing it, so that nothing half-written stays behind.
enum Interruption {
  /// The ends of a pipe that carries one byte a signal: writing is one of the few things that a handler may do.
  private static let pipeEnds: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    return (ends[0], ends[1])
  }()

  /// Runs work that SIGINT and SIGTERM cancel; a second signal ends the program at once.
  ///
  /// A thread of its own waits for the signals: the workers take every thread of the pool, where anything else would
  /// wait for the end of the run.
  static func cancelling(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let reading = pipeEnds.read
    // Set also where a shell left the signal ignored, as it does for programs in the background.
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        var byte: UInt8 = 1
        _ = write(Interruption.pipeEnds.write, &byte, 1)
      }
    }
    let task = Task { try await work() }
    Thread.detachNewThread {
      wait(on: reading)
      task.cancel()
      wait(on: reading)
      exit(ExitStatus.interrupted.rawValue)
    }
    try await task.value
  }

  /// Blocks until a signal came; a read that a signal breaks off is tried again.
  private static func wait(on descriptor: Int32) {
    var byte: UInt8 = 0
    while read(descriptor, &byte, 1) != 1 {}
  }
}
