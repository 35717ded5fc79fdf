// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reporting

/// Standard output and standard error.
enum Terminal {
  /// What messages call standard output.
  static let outputName = "stdout"

  /// Makes a pipe whose reader has gone an error of the write instead of the end of the program, so that work in
  /// progress is cleaned up; and fills the places of closed standard files, which the next file opened would take.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      // What cannot be written to refuses output, as a closed file does.
      _ = open("/dev/null", descriptor == 2 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes to standard output.
  /// - Throws: What the system refused: `EPIPE` where the reader has gone.
  static func write(_ text: String) throws(ReportFailure) {
    guard let code = put(text, to: 1) else { return }
    throw .system(.write, path: outputName, code: code)
  }

  /// Writes to standard error, where nothing can be said about a failure.
  static func writeError(_ text: String) { _ = put(text, to: 2) }

  /// Whether people see standard error as it is written.
  static var showsProgress: Bool { isatty(2) == 1 }

  /// Writes all of a text; the error number where the system refuses.
  private static func put(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite($0, to: descriptor) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&wait, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}

/// The system's `write`, outside of a type that has one of its own.
private func systemWrite(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
