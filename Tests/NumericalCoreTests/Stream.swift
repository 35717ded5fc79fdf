// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore

/// A fixed sequence of uniforms for randomised checks: every run of the tests sees the same numbers.
struct Stream {
  private let numbers: RandomNumbers
  private var next: UInt64 = 0

  init(seed: UInt64) {
    numbers = RandomNumbers(seed: seed, replicate: 0)
  }

  mutating func uniform() -> Uniform {
    defer { next += 1 }
    return numbers.uniform(EntityAddress(rawValue: next), Variable(rawValue: 0), 0)
  }

  mutating func number(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + uniform().value * (range.upperBound - range.lowerBound)
  }
}

/// Steps of the last place between two numbers of one sign.
func unitsInLastPlace(_ a: Double, _ b: Double) -> UInt64 {
  if a == b || (a.isNaN && b.isNaN) { return 0 }
  if a.isNaN || b.isNaN || a.sign != b.sign { return .max }
  return a.bitPattern > b.bitPattern ? a.bitPattern - b.bitPattern : b.bitPattern - a.bitPattern
}

/// The error of a number relative to the truth.
func relativeError(_ value: Double, _ truth: Double) -> Double {
  value == truth ? 0 : ((value - truth) / truth).magnitude
}
