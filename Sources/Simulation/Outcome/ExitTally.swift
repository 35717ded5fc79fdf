// SPDX-License-Identifier: GPL-3.0-or-later

/// How a fund's holdings ended, company by company.
struct ExitTally {
  private(set) var listed = 0
  private(set) var acquired = 0
  private(set) var boughtBack = 0
  private(set) var transferred = 0
  private(set) var failed = 0
  /// Sum over listed companies of (proceeds + value) / cost.
  private var listedMultiples = 0.0

  /// Mean multiple of cost of the listed companies; nil without any.
  var listedMultiple: Double? { listed > 0 ? listedMultiples / Double(listed) : nil }

  /// Adds a company by the route that ended the fund's first holding of it; one that is still held counts nowhere.
  mutating func add(route: Int, cost: Double, value: Double) {
    switch route {
    case StageEvent.listed:
      listed += 1
      if cost > 0 { listedMultiples += value / cost }
    case StageEvent.acquired: acquired += 1
    case StageEvent.boughtBack: boughtBack += 1
    case StageEvent.transferred: transferred += 1
    case StageEvent.failed: failed += 1
    default: break
    }
  }
}
