// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation

/// Makes Ctrl-C cancel the work instead of killing it, so that nothing half-written stays behind.
enum Interruption {
  /// Runs work that SIGINT and SIGTERM cancel; a second signal ends the program at once.
  static func cancelling(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if task.isCancelled { exit(ExitStatus.interrupted.rawValue) }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    try await task.value
  }
}
