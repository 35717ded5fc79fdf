// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import ScenarioFiles
import Simulation

extension MetricNames {
  /// The metrics that this program knows.
  static let known = MetricNames(
    headline: HeadlineMetric.allCases.map(\.name), periods: PeriodMetric.allCases.map(\.rawValue),
    headlineFacts: Dictionary(
      uniqueKeysWithValues: HeadlineMetric.allCases.map {
        ($0.name, Facts(unit: $0.about.unit, members: Set($0.kinds.map(\.member))))
      }),
    periodFacts: Dictionary(
      uniqueKeysWithValues: PeriodMetric.allCases.map {
        ($0.rawValue, Facts(unit: $0.about.unit, members: Set($0.kinds.map(\.member))))
      }))
}
