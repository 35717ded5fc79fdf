// SPDX-License-Identifier: GPL-3.0-or-later

/// How fast the processor's clock runs, which no file tells on a shared machine: speeds compare by cycles.
enum ProcessorClock {
  /// Cycles of a 64-bit product and an exclusive or that wait for each other, on Intel's processors since Haswell and AMD's
  /// since Zen 2; others differ by a cycle.
  private static let cyclesPerStep = 4.0
  private static let steps = 1_000_000

  /// Cycles a second, by the best of twenty short times.
  static func rate() -> Double {
    var best = Double.infinity
    var chain: UInt64 = 1
    for _ in 0..<20 {
      let clock = ContinuousClock()
      let start = clock.now
      for _ in 0..<steps { chain = (chain &* 0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d }
      best = min(best, (clock.now - start) / .seconds(1))
    }
    // Never so, but the compiler cannot know, and computes the chain.
    if chain == 0 { print("the chain came to nothing") }
    return Double(steps) * cyclesPerStep / best
  }
}
