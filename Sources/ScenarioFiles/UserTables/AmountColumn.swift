// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// The amounts of a column, cell by cell: plain numbers of yuan or amounts with a unit, but not both.
struct AmountColumn {
  /// The amounts that could be read.
  private(set) var yuan: [Double] = []
  private var isPlain: Bool?
  /// Whether the amounts are written with a unit.
  var hasUnits: Bool { isPlain == false }
  private var isMixed = false
  private var sum = 0.0

  private static let anyAmount = Expectation.words(
    BilingualText(
      "an amount in yuan such as -12000000, or with its unit such as -1200 万元", "以元计的金额，如 -12000000，或带单位，如 -1200 万元"))
  private static let countable = Expectation.words(
    BilingualText("amounts of at most 100 trillion yuan in all", "合计不超过 100 万亿元的金额"))

  /// Reads the next cell; what is wrong with it, and what would be right.
  mutating func problem(with text: String) -> (ScenarioProblem, Expectation?)? {
    do throws(UnitProblem) {
      return try add(text)
    } catch {
      return (.quantity(error, text: text), Self.anyAmount)
    }
  }

  /// Takes an empty cell of an optional column: nothing.
  mutating func skip() { yuan.append(0) }

  /// The value of a plain number; nil where there is a unit, or no number at all.
  private static func plain(_ text: String) throws(UnitProblem) -> Double? {
    do throws(UnitProblem) {
      return try QuantityText(text, as: .number).value
    } catch UnitProblem.notFinite {
      throw .notFinite
    } catch {
      return nil
    }
  }

  private mutating func add(_ text: String) throws(UnitProblem) -> (ScenarioProblem, Expectation?)? {
    let plain = try AmountColumn.plain(text)
    let value: Double
    if let plain { value = plain } else { value = try QuantityText(text, as: .money).value }
    yuan.append(value)
    sum += value.magnitude
    let domain = QuantityKind.money.domain
    guard domain.contains(value), sum <= domain.high else { return (.outOfRange(text: text), Self.countable) }
    let isMixture = isPlain.map { $0 != (plain != nil) } ?? false
    isPlain = isPlain ?? (plain != nil)
    guard isMixture, !isMixed else { return nil }
    isMixed = true
    return (
      .inconsistent(
        BilingualText("amounts with and without a unit in one column (\(text))", "同一列的金额有的带单位、有的不带（\(text)）")), nil
    )
  }
}
