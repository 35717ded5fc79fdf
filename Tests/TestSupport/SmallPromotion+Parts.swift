// SPDX-License-Identifier: GPL-3.0-or-later

public import PortfolioModel
import Quantities

/// Parts of a small promotion that few tests need.
extension SmallPromotion {
  /// Projects that are in a stage when the grid begins.
  public static func opening(
    _ stage: String, _ number: Int, in region: String = "west", size: String = "one", age: Double = 0
  ) -> Identified<OpeningProjects> {
    Identified(
      id: "opening_\(stage)_\(size)",
      value: OpeningProjects(
        stage: stage, count: count(number), region: region, unit: "bureau",
        sectors: [ProjectShare(id: "goods", share: share(1))], sizes: [ProjectShare(id: size, share: share(1))],
        age: years(age)))
  }

  /// The one kind of projects, of whose investment a part is in place at the signing and all in the end.
  public static func pace(underWay: Double) -> Identified<ProjectPace> {
    Identified(
      id: "all",
      value: ProjectPace(
        name: BilingualText("all", "all"), share: share(1), preparation: number(1), building: number(1), last: nil,
        underWay: share(underWay), realised: share(1)))
  }

  /// Projects that come to a halt with a hazard a year, and are ended after a time with all that was in place lost.
  public static func stall(_ hazard: Double, revival: Double = 0, stopAfter: Double? = nil) -> StallTerms {
    StallTerms(
      hazard: rate(hazard), quality: number(0), revival: rate(revival), stopAfter: stopAfter.map { years($0) },
      writeOff: share(1))
  }

  /// A twentieth of the investment, due at the signing.
  public static func offer(until: String? = nil, regions: [String] = [], projects: ProjectFilter = all)
    -> Identified<SupportOffer>
  {
    Identified(
      id: "grant",
      value: SupportOffer(
        name: BilingualText("grant", "grant"), basis: BilingualText("grant", "grant"), from: nil,
        until: until.map { day($0) }, regions: regions, projects: projects, share: share(0.05), after: .signed,
        years: years(1), latePenalty: rate(0), startWithin: years(1)))
  }

  /// Reports that say more than is true.
  public static func reporting(_ inflation: Double) -> ReportingTerms {
    ReportingTerms(
      inflation: number(inflation), audit: share(0), correction: share(0.5), statistical: share(0.4),
      statisticalLag: years(0.25))
  }

  /// An event that brings leads of the one unit again and again.
  public static func pulse(leads: Double, every: Double? = nil) -> Identified<LeadPulse> {
    Identified(
      id: "fair",
      value: LeadPulse(
        name: BilingualText("fair", "fair"), unit: "bureau", date: day("2025-01-01"), every: every.map { years($0) },
        count: nil, leads: number(leads), growth: rate(0), cost: yuan(0)))
  }

  /// A transfer of all leads to a unit half a year after they arrive.
  public static func transfer(to unit: String, benefit: Double = 0, years time: Double = 1) -> Identified<TransferRule>
  {
    Identified(
      id: "talk",
      value: TransferRule(
        leads: all, lock: years(0.5), before: .signed, unit: unit, chance: share(1), benefit: share(benefit),
        years: years(time)))
  }
}
