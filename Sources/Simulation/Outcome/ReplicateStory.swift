// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import NumericalCore
import PortfolioModel

/// One replicate told from beginning to end.
public struct ReplicateStory: Sendable {
  /// Which replicate.
  public let replicate: Int
  /// What happened, in order of time.
  public let entries: [Journal.Entry]
  /// Names of funds and entities.
  public let labels: PlanLabels
  /// Names of the companies by order of birth: their ids, or how they came about.
  public let companies: [String]
  /// Headline metrics of every entity, in the order of `metrics`.
  public let headline: [Double]
  /// The headline metrics.
  public let metrics: [HeadlineMetric]
  /// What each entity is.
  public let kinds: [EntityKind]

  /// Replays a replicate of a design with the journal on.
  /// - Throws: A failure of a table, when uncertain numbers are drawn.
  public init(_ design: ResolvedDesign, replicate: Int) throws(NumericalFailure) {
    let number = UInt32(truncatingIfNeeded: replicate)
    let plan =
      design.uncertain.isEmpty
      ? design.plan : try design.plan(RandomNumbers(seed: design.plan.seed, replicate: number))
    var kernel = ReplicateKernel(plan)
    kernel.journal = Journal()
    kernel.run(replicate: number)
    var measures = ReplicateMeasures(plan)
    measures.take(from: kernel)
    self.replicate = replicate
    entries = kernel.journal?.entries ?? []
    labels = design.labels
    companies = ReplicateStory.names(
      kernel.companies.indices.map { kernel.companies[$0].entity }, plan: plan, scenario: design)
    headline = measures.headline
    metrics = plan.wants.headline
    kinds = plan.entities.map(\.kind)
  }

  private static func names(_ companies: [EntityAddress], plan: Plan, scenario: ResolvedDesign) -> [String] {
    var known: [EntityAddress: String] = [:]
    for (position, company) in scenario.scenario.companies.enumerated() {
      known[plan.companies[position].entity] = company.id
    }
    for fund in scenario.scenario.funds {
      guard case .companies(let programme) = fund.value.portfolio else { continue }
      let parent = EntityAddress.root.child(EntityKindCode.fund, fund.id)
      for holding in programme.openingHoldings {
        known[parent.child(EntityKindCode.openingHolding, holding.id)] = holding.id
      }
    }
    return companies.enumerated().map { number, company in known[company] ?? "company_\(number + 1)" }
  }
}
