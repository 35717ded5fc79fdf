// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles

extension MetricNames {
  /// Some metrics, for tests that measure nothing.
  static let sample = MetricNames(headline: ["irr", "tvpi", "dpi"], periods: ["nav", "net_cash_flow"])
}
