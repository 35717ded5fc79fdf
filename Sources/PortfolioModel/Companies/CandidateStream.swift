// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// Where companies come from that seek a round: they arrive on their own, whether or not a fund looks at them.
public struct CandidateStream: Hashable, Sendable {
  /// Label.
  public var name: BilingualText

  /// Id of the company law.
  public var law: String

  /// How many come.
  public var arrivals: Arrivals

  /// Stages of the companies; the shares add up to 1.
  public var stageMix: [StageShare]

  /// Sectors of the companies; the shares add up to 1.
  public var sectorMix: [SectorShare]

  /// Share of companies that are or will be in the region.
  public var localShare: Sourced<Share>

  /// Share of companies in hard technology.
  public var hardTechShare: Sourced<Share>

  /// Size of the rounds by stage.
  public var rounds: [RoundLaw]

  /// Probability that a company which no fund of the scenario finances is financed by others all the same.
  public var deadweight: Sourced<Share>

  /// Takes every field.
  public init(
    name: BilingualText, law: String, arrivals: Arrivals, stageMix: [StageShare], sectorMix: [SectorShare],
    localShare: Sourced<Share>, hardTechShare: Sourced<Share>, rounds: [RoundLaw], deadweight: Sourced<Share>
  ) {
    self.name = name
    self.law = law
    self.arrivals = arrivals
    self.stageMix = stageMix
    self.sectorMix = sectorMix
    self.localShare = localShare
    self.hardTechShare = hardTechShare
    self.rounds = rounds
    self.deadweight = deadweight
  }
}
