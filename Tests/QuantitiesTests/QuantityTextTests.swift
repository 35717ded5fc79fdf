// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite struct QuantityTextTests {
  @Test(
    "money is read exactly",
    arguments: [
      ("20 亿元", 200_000_000_000), ("20 億圓", 200_000_000_000), ("5000 万元", 5_000_000_000), ("CNY 3e8", 30_000_000_000),
      ("0.35亿元", 3_500_000_000),
      ("1,234,567.89 元", 123_456_789), ("-2 万元", -2_000_000), ("0.1 元", 10), ("12 million yuan", 1_200_000_000),
      ("3 千万元", 3_000_000_000), ("1_000 yuan", 100_000), ("1 分", 1), ("0.00000001 亿元", 100),
    ] as [(String, Int64)])
  func money(text: String, fen: Int64) throws {
    #expect(try QuantityText(text, as: .money).fen == fen)
  }

  @Test(
    "dollars are read to the cent and become yuan at a rate",
    arguments: [
      ("3 亿美元", 30_000_000_000), ("USD 3e8", 30_000_000_000), ("5000 万美元", 5_000_000_000), ("2 亿 USD", 20_000_000_000),
      ("0.01 美元", 1), ("12 million USD", 1_200_000_000), ("1 billion dollars", 100_000_000_000),
    ] as [(String, Int64)])
  func dollars(text: String, cents: Int64) throws {
    let amount = try QuantityText(text, as: .money) { $0 == .dollar ? 7.25 : nil }
    #expect(amount.fen == Money.nearestFen(Double(cents) * 7.25) && amount.value == Double(amount.fen ?? 0) / 100)
    #expect(throws: UnitProblem.noExchangeRate(.dollar)) { try QuantityText(text, as: .money) }
    #expect(throws: UnitProblem.outOfRange(allowed: "-9e16...9e16 CNY")) {
      try QuantityText(text, as: .money) { _ in 1e20 }
    }
  }

  @Test("what is not money says why")
  func refusals() {
    func problem(_ text: String, _ kind: QuantityKind = .money) -> UnitProblem? {
      do throws(UnitProblem) {
        _ = try QuantityText(text, as: kind)
        return nil
      } catch { return error }
    }
    #expect(problem("20") == .missingUnit)
    #expect(problem("20 %") == .unknownUnit("%"))
    #expect(problem("ten yuan") == .notANumber)
    #expect(problem(".nan") == .notFinite)
    #expect(problem("0.001 元") == .finerThanFen)
    #expect(problem("1e400 元") == .notFinite)
    #expect(problem("1e20 元") == .outOfRange(allowed: "-9e16...9e16 CNY"))
    #expect(problem("130 %", .share) == .outOfRange(allowed: "0 %...100 %"))
    #expect(problem("0.3", .share) == .missingUnit)
    #expect(problem("-3 years", .timeSpan) == .outOfRange(allowed: ">= 0"))
    #expect(problem("2.5", .count) == .notWhole)
    #expect(problem("", .number) == .notANumber)
  }

  @Test(
    "other quantities are the nearest double in the base unit",
    arguments: [
      ("8 %", .annualRate, 0.08), ("8%", .share, 0.08), ("5 ‰", .share, 0.005), ("50 bp", .annualRate, 0.005),
      ("18 months", .timeSpan, 1.5), ("2.5 years", .timeSpan, 2.5), ("6 季度", .timeSpan, 1.5), ("10 年", .timeSpan, 10),
      ("300 亩", .area, 300), ("12 ha", .area, 180), ("-0.5", .number, -0.5), ("3.4x", .number, 3.4), ("20", .count, 20),
    ] as [(String, QuantityKind, Double)])
  func others(text: String, kind: QuantityKind, value: Double) throws {
    #expect(try QuantityText(text, as: kind).value == value)
  }

  @Test("a leading zero is not octal")
  func noOctal() throws { #expect(try QuantityText("010", as: .count).value == 10) }
}
