// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import ScenarioFiles

extension MetricNames {
  /// The metrics that this program knows.
  static let known = MetricNames(
    headline: HeadlineMetric.allCases.map(\.name), periods: PeriodMetric.allCases.map(\.rawValue))
}
