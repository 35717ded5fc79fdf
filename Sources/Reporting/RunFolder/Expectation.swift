// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Simulation

/// What investors could expect of a fund that raises capital, as a run folder records it.
struct Expectation: Sendable {
  private let path: String
  private let about: ExpectedReturn

  /// All expectations of an outcome.
  static func all(_ outcome: DesignOutcome, prefix: String) -> [Expectation] {
    outcome.expectedReturns.map { Expectation(path: "\(prefix)funds.\($0.fund)", about: $0) }
  }

  /// Its entry in the manifest.
  var json: JSONValue {
    .record(["fund": .text(path), "expected": .real(about.expected), "required": .real(about.required)])
  }

  /// Its row in the register: no number of the scenario, but one that demand hangs on.
  var parameter: Parameter {
    Parameter(
      path: "\(path).raising.expected_return", text: "\(NumberText.rounded(about.expected * 100, places: 4)) %",
      unit: "1/year", source: "", grade: nil, isDefault: false,
      labelEnglish: "Net return that investors can expect, found by a pilot of \(ReturnPilot.paths) replicates",
      labelChinese: "投资人预期净收益率（由 \(ReturnPilot.paths) 次试算得出）", uncertainty: nil)
  }
}
