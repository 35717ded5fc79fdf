// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// How projects meet funds.
extension PromotionKernel {
  /// A project that seeks equity is put on the list of the quarter.
  mutating func recommend(_ row: Int, _ funding: FundingPlan) {
    guard !projects[row].isSupported, projects[row].filters.passes(funding.filter) else { return }
    guard numbers.uniform(projects[row].entity, .funding, 0).value < funding.seeking else { return }
    recommended.append(Recommendation(row: row, birth: projects[row].birth))
  }

  /// A fund supports a project, if that still lives.
  mutating func support(_ project: Recommendation, in quarter: Int) {
    guard projects[project.row].birth == project.birth, projects[project.row].status != .free else { return }
    projects[project.row].isSupported = true
    record(PipelineQuantity.supported.rawValue, project.row, in: quarter, 1)
  }

  /// A company that a fund bought brings a project with its own probability.
  mutating func bring(_ company: EntityAddress, number: Int, _ funding: FundingPlan, at time: Double) {
    guard numbers.pair(company, .funding, 0).second.value < funding.landing else { return }
    let row = makeLead(
      company.child(PromotionEntity.landing, 0), unit: funding.unit + number % funding.unitCount, from: time,
      to: time + funding.within)
    projects[row].company = Int32(truncatingIfNeeded: number)
  }
}
