// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import NumericalCore
import PortfolioModel
import Quantities

/// One replicate told from beginning to end.
public struct ReplicateStory: Sendable {
  /// Which replicate.
  public let replicate: Int
  /// What happened, in order of time.
  public let entries: [Journal.Entry]
  /// What happened to leads and projects, in order of time.
  public let projects: [ProjectJournal.Entry]
  /// Position of the stage that counts as the signing.
  public let signedStage: Int
  /// Names of regions, units, sectors and stages; nothing without promotion.
  public let projectLabels: ProjectLabels?
  /// Names of funds and entities.
  public let labels: PlanLabels
  /// Names of the companies by order of birth.
  public let companies: [String]
  /// Headline metrics of every entity, in the order of `metrics`.
  public let headline: [Double]
  /// The headline metrics.
  public let metrics: [HeadlineMetric]
  /// What each entity is.
  public let kinds: [EntityKind]

  /// Replays a replicate of a design with the journal on.
  /// - Throws: A failure of a table, when uncertain numbers are drawn; a number that no replicate has.
  public init(_ design: ResolvedDesign, replicate: Int) throws(NumericalFailure) {
    guard let number = UInt32(exactly: replicate) else {
      throw NumericalFailure(
        routine: "ReplicateStory", message: .init("no such replicate", "没有这次模拟"),
        context: .init("number \(replicate); needs 0 to \(UInt32.max)", "序号 \(replicate)；应为 0 至 \(UInt32.max)"))
    }
    let plan =
      design.uncertain.isEmpty
      ? design.plan : try design.plan(RandomNumbers(seed: design.plan.seed, replicate: number))
    var kernel = ReplicateKernel(plan)
    kernel.journal = Journal()
    if design.scenario.promotion != nil { kernel.promotion.journal = ProjectJournal() }
    kernel.run(replicate: number)
    if kernel.isUncountable { throw ReplicateKernel.failure(in: replicate) }
    var measures = ReplicateMeasures(plan)
    measures.take(from: kernel)
    self.replicate = replicate
    // Companies that no fund ever held are part of the world, not of the story.
    let told = (kernel.journal?.entries ?? []).filter {
      $0.company < 0 || kernel.companies[$0.company].firstHolding >= 0
    }
    // First closings are settled before the first quarter, those of later funds too.
    entries =
      told.filter { $0.quarter <= 0 }
      + told.filter { $0.quarter > 0 }.enumerated()
      .sorted { ($0.element.quarter, $0.offset) < ($1.element.quarter, $1.offset) }.map(\.element)
    projects = kernel.promotion.journal?.entries ?? []
    signedStage = design.scenario.promotion?.stages.firstIndex { $0.value.milestone == .signed } ?? 0
    projectLabels = design.scenario.promotion.map(ProjectLabels.init)
    labels = design.labels
    companies = ReplicateStory.names(kernel, design: design)
    headline = measures.headline
    metrics = plan.wants.headline
    kinds = plan.entities.map(\.kind)
  }

  /// Ids of named companies and opening holdings; stream, quarter and number of the others, which are the same in every
  /// design that has the stream. Where a stream makes a company for each ticket, every fund has companies of its own.
  private static func names(_ kernel: borrowing ReplicateKernel, design: ResolvedDesign) -> [String] {
    let scenario = design.scenario
    var known: [EntityAddress: String] = [:]
    for company in scenario.companies {
      known[EntityAddress.root.child(EntityKindCode.company, company.id)] = company.id
    }
    for fund in scenario.funds {
      guard case .companies(let programme) = fund.value.portfolio else { continue }
      let parent = EntityAddress.root.child(EntityKindCode.fund, fund.id)
      for holding in programme.openingHoldings {
        known[parent.child(EntityKindCode.openingHolding, holding.id)] = holding.id
      }
    }
    var names: [String] = []
    for position in kernel.companies.indices {
      let company = kernel.companies[position]
      if let name = known[company.entity] {
        names.append(name)
      } else {
        let stream = scenario.candidateStreams[company.stream]
        let quarter = scenario.time.start.advanced(by: company.birthQuarter)
        let maker = stream.value.arrivals == .unlimited ? firstHolder(of: company, kernel) : nil
        let parts = [stream.id, maker.map { design.labels.funds[$0] }, "\(quarter)", "\(company.number + 1)"]
        names.append(parts.compactMap(\.self).joined(separator: "/"))
      }
    }
    return names
  }

  /// The fund that bought a company first, if any did; the newest holding stands first.
  private static func firstHolder(of company: CompanyState, _ kernel: borrowing ReplicateKernel) -> Int? {
    var fund: Int?
    var holding = company.firstHolding
    while holding >= 0 {
      fund = kernel.holdings[holding].fund
      holding = kernel.holdings[holding].next
    }
    return fund
  }
}
