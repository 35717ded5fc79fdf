// SPDX-License-Identifier: GPL-3.0-or-later

/// The SHA-256 digest of bytes that arrive piece by piece. Source: NIST FIPS 180-4, sections 4.1.2, 5.3.3 and 6.2.
struct SHA256 {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19
  )
  private var pending: [UInt8] = []
  private var length = 0
  private var schedule = [UInt32](repeating: 0, count: 64)

  /// The digest of some bytes in lower-case hexadecimal digits.
  static func digest(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Adds bytes.
  /// - Complexity: about 3 ns a byte.
  mutating func update(_ bytes: [UInt8]) {
    length += bytes.count
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<start])
      guard pending.count == 64 else { return }
      compress(pending, from: 0, to: 64)
      pending.removeAll(keepingCapacity: true)
    }
    let whole = start + (bytes.count - start) / 64 * 64
    compress(bytes, from: start, to: whole)
    pending.append(contentsOf: bytes[whole...])
  }

  /// Pads the message and returns the digest in lower-case hexadecimal digits.
  mutating func finish() -> String {
    let bits = UInt64(length) * 8
    var padding: [UInt8] = [0x80]
    while (pending.count + padding.count) % 64 != 56 { padding.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { padding.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    update(padding)
    let words = [state.0, state.1, state.2, state.3, state.4, state.5, state.6, state.7]
    return words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }.joined()
  }

  /// Takes whole blocks of 64 bytes. Pointers, because a bounds check at each of 64 rounds a block costs a third.
  private mutating func compress(_ bytes: [UInt8], from start: Int, to end: Int) {
    var current = state
    bytes.withUnsafeBytes { message in
      schedule.withUnsafeMutableBufferPointer { schedule in
        SHA256.rounds.withUnsafeBufferPointer { rounds in
          for block in stride(from: start, to: end, by: 64) {
            SHA256.spread(UnsafeRawBufferPointer(rebasing: message[block..<block + 64]), over: schedule)
            SHA256.mix(schedule, rounds, into: &current)
          }
        }
      }
    }
    state = current
  }

  @inline(__always) private static func spread(
    _ block: UnsafeRawBufferPointer, over schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for word in 0..<16 {
      schedule[word] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: word &* 4, as: UInt32.self))
    }
    for word in 16..<64 {
      let early = schedule[word &- 15]
      let late = schedule[word &- 2]
      let small = turned(early, 7) ^ turned(early, 18) ^ (early &>> 3)
      let large = turned(late, 17) ^ turned(late, 19) ^ (late &>> 10)
      schedule[word] = schedule[word &- 16] &+ small &+ schedule[word &- 7] &+ large
    }
  }

  @inline(__always) private static func mix(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ rounds: UnsafeBufferPointer<UInt32>,
    into state: inout (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32)
  ) {
    var (a, b, c, d, e, f, g, h) = state
    // Eight rounds turn the letters once round, so that none needs to move.
    for word in stride(from: 0, to: 64, by: 8) {
      round(a, b, c, &d, e, f, g, &h, rounds[word] &+ schedule[word])
      round(h, a, b, &c, d, e, f, &g, rounds[word &+ 1] &+ schedule[word &+ 1])
      round(g, h, a, &b, c, d, e, &f, rounds[word &+ 2] &+ schedule[word &+ 2])
      round(f, g, h, &a, b, c, d, &e, rounds[word &+ 3] &+ schedule[word &+ 3])
      round(e, f, g, &h, a, b, c, &d, rounds[word &+ 4] &+ schedule[word &+ 4])
      round(d, e, f, &g, h, a, b, &c, rounds[word &+ 5] &+ schedule[word &+ 5])
      round(c, d, e, &f, g, h, a, &b, rounds[word &+ 6] &+ schedule[word &+ 6])
      round(b, c, d, &e, f, g, h, &a, rounds[word &+ 7] &+ schedule[word &+ 7])
    }
    state = (
      state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e, state.5 &+ f, state.6 &+ g, state.7 &+ h
    )
  }

  /// One round: `d` and `h` take what the standard calls `e` and `a` of the next.
  @inline(__always) private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ addend: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let first = h &+ addend &+ choice &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25))
    let majority = (a & b) | (c & (a | b))
    d &+= first
    h = first &+ majority &+ (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22))
  }

  @inline(__always) private static func turned(_ word: UInt32, _ places: UInt32) -> UInt32 {
    (word &>> places) | (word &<< (32 &- places))
  }

  private static let rounds: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
