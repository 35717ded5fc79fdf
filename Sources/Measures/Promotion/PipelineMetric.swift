// SPDX-License-Identifier: GPL-3.0-or-later

/// A metric of the promotion of capital: one number an entity and quarter, and one over the whole grid.
public enum PipelineMetric: String, Hashable, Sendable, CaseIterable {
  /// Leads that arrived.
  case leads
  /// Leads whose talks came to a project.
  case negotiated
  /// Projects with a letter of intent.
  case announced
  /// Projects whose contract was signed.
  case signed
  /// Planned investment of the projects signed.
  case contractedInvestment = "contracted_investment"
  /// Projects whose company was registered.
  case registered
  /// Projects that secured land or factory.
  case landSecured = "land_secured"
  /// Projects that started construction.
  case started
  /// Projects that completed construction.
  case completed
  /// Projects that began to produce.
  case inProduction = "in_production"
  /// Projects that entered the statistics of firms above scale.
  case aboveScale = "above_scale"
  /// Leads and projects that came to nothing.
  case lost
  /// Leads and projects that a gate turned away.
  case rejected
  /// Leads that a rival place took.
  case lostToRivals = "lost_to_rivals"
  /// Projects that left a queue.
  case withdrawn
  /// Leads that another unit took over.
  case transferred
  /// Projects that came to a halt.
  case stalled
  /// Projects that were ended after standing still.
  case stopped
  /// True money in place of projects signed.
  case inPlace = "in_place"
  /// Money in place as regions report it, after audits.
  case inPlaceReported = "in_place_reported"
  /// The part of money in place that enters the statistics of fixed investment, with its lag.
  case inPlaceStatistical = "in_place_statistical"
  /// The part of foreign money in place that came in cash.
  case foreignCash = "foreign_cash"
  /// Money in place that was lost with projects that were ended.
  case writtenOff = "written_off"
  /// Output of projects and companies.
  case output
  /// Taxes on output, of all levels.
  case tax
  /// The part of taxes that stays in the region.
  case retainedTax = "retained_tax"
  /// Jobs.
  case jobs
  /// Companies that produce.
  case operating
  /// Companies that closed.
  case closed
  /// Companies that were rescued from closing.
  case rescued
  /// Projects that wait for people, land, factory or quotas.
  case waiting
  /// Projects that stand still.
  case standing
  /// Land that projects took.
  case landUsed = "land_used"
  /// Cleared land that is free, at the end of the period.
  case landAvailable = "land_available"
  /// What projects paid for land and factories.
  case landRevenue = "land_revenue"
  /// Standard factory in use over all that there is, at the end of the period.
  case factoryOccupancy = "factory_occupancy"
  /// Spent on units, events, levers, gates, fees, rescues and on adding to pools.
  case promotionSpending = "promotion_spending"
  /// Support promised to the projects signed.
  case supportPromised = "support_promised"
  /// Promised support that fell due.
  case supportDue = "support_due"
  /// Promised support that was paid.
  case supportPaid = "support_paid"
  /// Promised support that is due and unpaid.
  case supportArrears = "support_arrears"
  /// Index of promises kept, at the end of the period.
  case credibility
  /// Projects that a fund supported.
  case fundSupported = "fund_supported"
  /// True money in place of these projects, and of those that companies of the funds brought.
  case inPlaceSupported = "in_place_supported"

  /// The record that it is read from; none for one that is computed from several.
  public var quantity: PipelineQuantity? {
    switch self {
    case .leads: .leads
    case .negotiated: .negotiated
    case .announced: .announced
    case .signed: .signed
    case .contractedInvestment: .contracted
    case .registered: .registered
    case .landSecured: .secured
    case .started: .started
    case .completed: .completed
    case .inProduction: .producing
    case .aboveScale: .scaled
    case .lost: .lost
    case .rejected: .rejected
    case .lostToRivals: .rivalled
    case .withdrawn: .withdrawn
    case .transferred: .transferred
    case .stalled: .stalled
    case .stopped: .stopped
    case .inPlace: .inPlace
    case .inPlaceReported: .reported
    case .foreignCash: .foreignCash
    case .writtenOff: .writtenOff
    case .output: .output
    case .tax: .tax
    case .retainedTax: .retainedTax
    case .jobs: .jobs
    case .operating: .operating
    case .closed: .closed
    case .rescued: .rescued
    case .waiting: .waiting
    case .standing: .standing
    case .landUsed: .landUsed
    case .landRevenue: .landRevenue
    case .promotionSpending: .spending
    case .supportPromised: .promised
    case .supportDue: .due
    case .supportPaid: .supportPaid
    case .supportArrears: .arrears
    case .fundSupported: .supported
    case .inPlaceSupported: .supportedInPlace
    default: nil
    }
  }

  /// What is recorded for one of its own unit: fen for yuan, hundredths of a mu for mu.
  public var scale: Double {
    let unit = about(of: .quarter).unit
    return unit == "CNY" || unit == "mu" ? 100 : 1
  }

  /// Whether it is a state at the end of a period, not what moved in it.
  public var isLevel: Bool {
    if let quantity { return quantity.isLevel }
    return self != .inPlaceStatistical
  }

  /// The entities that have it.
  public var kinds: [EntityKind] {
    switch self {
    case .leads, .negotiated, .signed, .contractedInvestment, .registered, .started, .completed,
      .inProduction, .lost, .transferred, .inPlace, .waiting, .fundSupported, .inPlaceSupported:
      [.region, .tally, .promotionUnit]
    case .announced, .landSecured, .aboveScale, .rejected, .lostToRivals, .withdrawn, .stalled, .stopped,
      .foreignCash, .output, .tax, .jobs, .operating, .closed, .standing, .landUsed,
      .supportPromised:
      [.region, .tally]
    case .retainedTax: [.region, .tally, .publicMoney]
    case .landRevenue, .supportPaid: [.region, .publicMoney]
    case .inPlaceReported, .inPlaceStatistical, .writtenOff, .rescued, .landAvailable, .factoryOccupancy, .supportDue,
      .supportArrears, .credibility:
      [.region]
    case .promotionSpending:
      [.region, .promotionUnit, .publicMoney]
    }
  }
}
