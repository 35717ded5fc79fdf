// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sole owner of a new file that is written from beginning to end, with every step checked.
final class OutputFile: Sendable {
  private struct State: ~Copyable {
    var descriptor: Int32
    var hash = SHA256()
    var count = 0

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { if descriptor >= 0 { _ = Disk.close(descriptor) } }
  }

  private let path: String
  private let state: Mutex<State>

  /// Creates a file that must not exist.
  init(_ path: String) throws(ReportFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(.create, path: path, code: errno) }
    self.path = path
    state = Mutex(State(descriptor))
  }

  /// Closes the file and checks its length.
  func close() throws(ReportFailure) -> FileRecord {
    try state.withLock { state throws(ReportFailure) in
      var status = stat()
      guard fstat(state.descriptor, &status) == 0 else { throw .system(.write, path: path, code: errno) }
      guard Int(status.st_size) == state.count else { throw .system(.write, path: path, code: EIO) }
      let closing = state.descriptor
      state.descriptor = -1
      guard Disk.close(closing) == 0 else { throw .system(.write, path: path, code: errno) }
      return FileRecord(path: Disk.name(of: path), rows: nil, bytes: state.count, sha256: state.hash.finish())
    }
  }

  /// Adds bytes; also the place where a task stops that was cancelled and that writes itself.
  func append(_ bytes: [UInt8]) throws(ReportFailure) {
    if Task.isCancelled { throw .cancelled }
    try state.withLock { state throws(ReportFailure) in
      state.hash.update(bytes)
      var start = 0
      while start < bytes.count {
        let written = bytes.withUnsafeBytes { bytes in
          write(state.descriptor, UnsafeRawBufferPointer(rebasing: bytes[start...]).baseAddress, bytes.count - start)
        }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw .system(.write, path: path, code: written < 0 ? errno : EIO) }
        start += written
      }
      state.count += bytes.count
    }
  }
}
