// SPDX-License-Identifier: GPL-3.0-or-later

/// What is recorded of the promotion of capital, a number an entity and quarter: counts, fen, hundredths of a mu.
///
/// Flows are those of the quarter. Levels are recorded as their changes and read as their sums up to the end of the
/// quarter.
public enum PipelineQuantity: Int, Hashable, Sendable, CaseIterable {
  /// Leads that arrived.
  case leads
  /// Projects that passed each milestone, in the order of `ProjectMilestone`.
  case negotiated
  case announced
  case signed
  case registered
  case secured
  case started
  case completed
  case producing
  case scaled
  /// Planned investment of what was signed.
  case contracted
  /// Leads and projects that came to nothing, for whatever reason.
  case lost
  /// Those of them that a gate turned away, that a rival took, that left a queue, that were ended when they stood still.
  case rejected
  case rivalled
  case withdrawn
  case stopped
  /// Leads that another unit took over.
  case transferred
  /// Projects that came to a halt.
  case stalled
  /// Companies that closed, and that were rescued from it.
  case closed
  case rescued
  /// Money in place, and the part of foreign money in cash.
  case inPlace
  case foreignCash
  /// Money in place that was lost with projects that were ended.
  case writtenOff
  /// Money in place as it is reported.
  case reported
  /// Output, taxes and the part of them that stays.
  case output
  case tax
  case retainedTax
  /// Land taken, and what was paid for it.
  case landUsed
  case landRevenue
  /// Spent on units, events, levers, cases, fees, rescues and on adding to pools.
  case spending
  /// Support promised, due and paid.
  case promised
  case due
  case supportPaid
  /// Projects that a fund supported, and money in place of these and of those that its companies brought.
  case supported
  case supportedInPlace
  /// Levels: projects that wait for something, that stand still, companies that produce, their jobs, unpaid support.
  case waiting
  case standing
  case operating
  case jobs
  case arrears

  /// How many there are.
  @inlinable public static var count: Int { PipelineQuantity.arrears.rawValue + 1 }

  /// Whether the record holds changes of a level.
  @inlinable public var isLevel: Bool { rawValue >= PipelineQuantity.waiting.rawValue }
}
