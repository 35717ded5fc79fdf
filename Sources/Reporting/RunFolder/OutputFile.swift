// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sole owner of a new file that is written from beginning to end through a buffer, with every step checked.
struct OutputFile: ~Copyable {
  /// Bytes at which the buffer is written out.
  private static let limit = 1 << 17

  /// What is not written yet; callers add to its end.
  var buffer: [UInt8] = []
  private let path: String
  private var descriptor: Int32
  private var hash = SHA256()
  private var count = 0

  /// Creates a file that must not exist.
  init(_ path: String) throws(ReportFailure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(.create, path: path, code: errno) }
    buffer.reserveCapacity(OutputFile.limit + 4096)
  }

  deinit { if descriptor >= 0 { _ = Disk.close(descriptor) } }

  /// Adds bytes.
  mutating func append(_ bytes: [UInt8]) { buffer.append(contentsOf: bytes) }

  /// Writes the buffer out when it is full; also the place where a cancelled task stops.
  mutating func flushIfFull() throws(ReportFailure) {
    if buffer.count >= OutputFile.limit { try flush() }
  }

  /// Writes everything out, closes the file and checks its length.
  mutating func close() throws(ReportFailure) -> FileRecord {
    try flush()
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(.write, path: path, code: errno) }
    guard Int(status.st_size) == count else { throw .system(.write, path: path, code: EIO) }
    let closing = descriptor
    descriptor = -1
    guard Disk.close(closing) == 0 else { throw .system(.write, path: path, code: errno) }
    return FileRecord(path: Disk.name(of: path), rows: nil, bytes: count, sha256: hash.finish())
  }

  private mutating func flush() throws(ReportFailure) {
    if Task.isCancelled { throw .cancelled }
    hash.update(buffer)
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[start...]).baseAddress, bytes.count - start)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .system(.write, path: path, code: written < 0 ? errno : EIO) }
      start += written
    }
    count += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}
