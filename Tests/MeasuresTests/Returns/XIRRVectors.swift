// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import Quantities

/// The dated flows under `Vectors/xirr`, from pyxirr's public-domain tests, and what is expected of them.
enum XIRRVectors {
  struct Expectation: Sendable {
    var file: String
    var function: String
    var rate: Double?
    var expected: Double
    var status: String
    var roots: [Double]
  }

  static let expectations: [Expectation] = lines("expected.csv").dropFirst().map { line in
    let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return Expectation(
      file: fields[0], function: fields[1], rate: Double(fields[2]), expected: Double(fields[3]) ?? .nan,
      status: fields[4], roots: fields[5].split(separator: " ").compactMap { Double($0) })
  }

  static func flows(_ file: String) -> [DatedFlow] {
    lines(file).compactMap { line in
      let fields = line.split(separator: ",")
      guard fields.count == 2, let date = CalendarDate(iso: fields[0]), let amount = Double(fields[1])
      else { return nil }
      return DatedFlow(date: date, amount: amount)
    }
  }

  static var files: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { $0.hasSuffix(".csv") && $0 != "expected.csv" }.sorted()
  }

  private static func lines(_ file: String) -> [String] {
    let data = FileManager.default.contents(atPath: folder + file) ?? Data()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Vectors/xirr/"
  }()
}
