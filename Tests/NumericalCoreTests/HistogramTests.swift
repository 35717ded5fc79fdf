// SPDX-License-Identifier: GPL-3.0-or-later
import NumericalCore
import Testing

@Suite("Log-linear histogram") struct HistogramTests {
  static func numbers(_ count: Int, seed: UInt64) -> [Double] {
    var stream = Stream(seed: seed)
    return (0..<count).map { index in
      guard index % 50 != 0 else { return 0 }
      let size = Elementary.exp(stream.number(in: -30...30))
      return index % 3 == 0 ? -size : size
    }
  }

  static func histogram(_ numbers: some Sequence<Double>) -> LogLinearHistogram {
    var histogram = LogLinearHistogram()
    for x in numbers { histogram.add(x) }
    return histogram
  }

  @Test("quantiles are within half a percent of the numbers")
  func quantiles() {
    let numbers = Self.numbers(5000, seed: 50).sorted()
    let histogram = Self.histogram(numbers)
    #expect(histogram.count == 5000 && histogram.zeros == 100)
    for rank in stride(from: 1, through: 5000, by: 37) {
      let exact = numbers[rank - 1]
      let read = histogram.quantile(Double(rank) / 5000)
      #expect(abs(read - exact) <= 0.004 * abs(exact), "rank \(rank)")
    }
    #expect(Self.histogram((1...100).map(Double.init)).quantile(0.07) < 7.04)
    #expect(abs(histogram.quantile(0) - numbers[0]) <= 0.004 * abs(numbers[0]))
  }

  @Test("every number lies in its bin, and the bins rise")
  func bins() {
    let numbers = Self.numbers(2000, seed: 51)
    let bins = Self.histogram(numbers).bins
    #expect(bins.reduce(0) { $0 + $1.count } == 2000)
    for (low, high) in zip(bins, bins.dropFirst()) { #expect(low.middle < high.middle) }
    for x in numbers.prefix(200) {
      let inside = bins.filter {
        x == 0 ? $0.inner == 0 : abs(x) >= abs($0.inner) && abs(x) < abs($0.outer) && x * $0.inner > 0
      }
      #expect(inside.count == 1)
    }
  }

  @Test("merging is exact and its order does not matter")
  func merging() {
    let parts = (0..<4).map { Self.histogram(Self.numbers(500, seed: 60 + UInt64($0))) }
    let whole = Self.histogram((0..<4).flatMap { Self.numbers(500, seed: 60 + UInt64($0)) })
    let forwards = parts.reduce(into: LogLinearHistogram()) { $0.merge(adding: $1) }
    let backwards = parts.reversed().reduce(into: LogLinearHistogram()) { $0.merge(adding: $1) }
    #expect(forwards == whole && backwards == whole)
    #expect(forwards != parts[0])
  }

  @Test("adding many numbers is adding them one by one", arguments: [0, 1, 3000])
  func many(count: Int) {
    let numbers = Self.numbers(count, seed: 70)
    var histogram = Self.histogram(Self.numbers(40, seed: 71))
    var expected = histogram
    histogram.add(numbers.span)
    for x in numbers { expected.add(x) }
    #expect(histogram == expected && histogram.count == 40 + count)
  }

  @Test("a column of a table is added as its numbers one by one", arguments: [0, 2, 6, 7])
  func column(first: Int) {
    let numbers = Self.numbers(3001, seed: 72)
    var histogram = LogLinearHistogram()
    histogram.add(numbers.span, from: first, by: 7)
    var expected = LogLinearHistogram()
    for place in stride(from: first, to: numbers.count, by: 7) { expected.add(numbers[place]) }
    #expect(histogram == expected && histogram.count == (3001 - first + 6) / 7)
  }

  @Test("extremes")
  func extremes() {
    var histogram = LogLinearHistogram()
    #expect(histogram.quantile(0.5).isNaN && histogram.bins.isEmpty)
    for x in [
      Double.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNormalMagnitude, -0.0, -.leastNonzeroMagnitude,
      1,
    ] {
      histogram.add(x)
    }
    #expect(histogram.zeros == 2 && histogram.bins.count == 5)
    #expect(histogram.quantile(1).isFinite && histogram.quantile(0) < -1.7e308 && histogram.quantile(0.5) == 0)
  }

  @Test("numbers that are not finite are refused")
  func notFinite() async {
    await #expect(processExitsWith: .failure) {
      var histogram = LogLinearHistogram()
      histogram.add(.nan)
    }
    await #expect(processExitsWith: .failure) {
      var histogram = LogLinearHistogram()
      histogram.add([1, 2, .nan].span)
    }
  }

  @Test("a column that begins nowhere or goes nowhere is refused")
  func noColumn() async {
    await #expect(processExitsWith: .failure) {
      var histogram = LogLinearHistogram()
      histogram.add([1, 2].span, from: -1)
    }
    await #expect(processExitsWith: .failure) {
      var histogram = LogLinearHistogram()
      histogram.add([1, 2].span, by: 0)
    }
  }
}
