// SPDX-License-Identifier: GPL-3.0-or-later

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sole owner of a file that is read from beginning to end, a piece at a time.
struct FilePieces: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var piece: [UInt8]

  /// Opens a regular file at a byte.
  init(_ path: String, from start: Int = 0, pieces: Int = 1 << 18) throws(ReportFailure) {
    self.path = path
    piece = Array(repeating: 0, count: pieces)
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(.read, path: path, code: errno) }
    if start > 0, lseek(descriptor, off_t(start), SEEK_SET) < 0 { throw .system(.read, path: path, code: errno) }
  }

  deinit { _ = Disk.close(descriptor) }

  /// The next piece; all have the same length but the last; nil at the end.
  mutating func next() throws(ReportFailure) -> ArraySlice<UInt8>? {
    if Task.isCancelled { throw .cancelled }
    var filled = 0
    while filled < piece.count {
      let start = filled
      let count = piece.withUnsafeMutableBytes { bytes in
        read(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(.read, path: path, code: errno) }
      if count == 0 { break }
      filled += count
    }
    return filled == 0 ? nil : piece[..<filled]
  }
}
