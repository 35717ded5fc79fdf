// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Testing

@Suite struct NumberTextTests {
  @Test(
    "the shorter form, plain when both are equally long",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (1, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (0.05, "0.05"), (0.001, "1e-3"),
      (0.0015, "0.0015"), (0.00015, "1.5e-4"), (100, "100"), (1000, "1e3"), (1200, "1200"), (12_000, "12000"),
      (120_000, "1.2e5"), (3e8, "3e8"), (123_456_789, "123456789"), (1e16, "1e16"), (-1.5e300, "-1.5e300"),
      (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e308"),
      (0.1 + 0.2, "0.30000000000000004"),
      (9_007_199_254_740_992, "9007199254740992"), (1e23, "1e23"), (123_456.7, "123456.7"), (1e-7, "1e-7"),
    ])
  func known(number: Double, text: String) {
    #expect(NumberText.text(number) == text)
    #expect(Double(text) == number)
  }

  @Test func nothingForWhatIsNoNumber() {
    for number in [Double.nan, .infinity, -.infinity] { #expect(NumberText.text(number).isEmpty) }
  }

  @Test("random bit patterns read back, with the standard library's digits")
  func roundTrip() {
    var state: UInt64 = 20_250_101
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(bitPattern: state ^ (state >> 29))
      check(number)
      check(Double(Int64(truncatingIfNeeded: state >> 20)) / 100)
      check(Double(state >> 11) * 0x1p-53)
    }
  }

  private func check(_ number: Double) {
    guard number.isFinite else { return }
    let text = NumberText.text(number)
    let ours = text.utf8.prefix { $0 != UInt8(ascii: "e") }.filter { $0 != UInt8(ascii: ".") }
    let theirs = number.description.utf8.prefix { $0 != UInt8(ascii: "e") }.filter { $0 != UInt8(ascii: ".") }
    let isShort = text.utf8.count <= number.description.utf8.count
    if Double(text) != number || significant(ours) != significant(theirs) || !isShort {
      Issue.record("\(number) became \(text)")
    }
  }

  private func significant(_ digits: [UInt8]) -> [UInt8] {
    let kept = digits.filter { $0 != UInt8(ascii: "-") }.drop { $0 == UInt8(ascii: "0") }
    return Array(kept.reversed().drop { $0 == UInt8(ascii: "0") }.reversed())
  }

  @Test(
    "money has two decimals",
    arguments: [
      (0.0, "0.00"), (-0.0, "0.00"), (-0.001, "0.00"), (0.005, "0.00"), (0.015, "0.02"), (1.5, "1.50"),
      (-1234.56, "-1234.56"), (1e8, "100000000.00"), (9e16, "90000000000000000.00"), (-0.07, "-0.07"),
      (1e20, "100000000000000000000.00"), (.nan, ""),
    ])
  func money(yuan: Double, text: String) {
    var bytes: [UInt8] = []
    NumberText.append(yuan: yuan, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func integers() {
    var bytes: [UInt8] = []
    for number in [Int128.min, .max, 0, -7] {
      NumberText.append(number, to: &bytes)
      bytes.append(UInt8(ascii: " "))
    }
    let expected = "-170141183460469231731687303715884105728 170141183460469231731687303715884105727 0 -7 "
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    "numbers for people",
    arguments: [
      (1234.5, 2, "1,234.50"), (-0.004, 2, "0.00"), (0.125, 2, "0.13"), (-1e6, 0, "-1,000,000"), (999, 0, "999"),
    ])
  func rounded(number: Double, places: Int, text: String) {
    #expect(NumberText.rounded(number, places: places) == text)
  }
}
