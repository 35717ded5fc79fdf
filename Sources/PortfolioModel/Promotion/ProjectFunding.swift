// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How projects and funds meet: projects that seek equity are recommended to the funds of the scenario, and companies
/// that funds hold bring projects to the region.
public struct ProjectFunding: Hashable, Sendable {
  /// Id of the stage at whose beginning a project is recommended.
  public var stage: String

  /// Projects that it concerns.
  public var projects: ProjectFilter

  /// Share of them that seek equity.
  public var seeking: Sourced<Share>

  /// Id of the candidate stream among whose companies the funds meet it: its stage, law and deadweight hold.
  public var stream: String

  /// The round that it seeks, of its planned investment.
  public var round: Sourced<Share>

  /// Shift of the log-odds of later stages of a project that a fund supports.
  public var odds: Sourced<Double>

  /// Cut of the durations of its later stages.
  public var duration: Sourced<Share>

  /// Share of companies from elsewhere, bought by a fund among candidates, that bring a project; once it is signed, the
  /// company counts as local.
  public var landing: Sourced<Share>

  /// Time over which such projects come.
  public var within: Sourced<TimeSpan>

  /// Id of the unit whose leads they are.
  public var unit: String

  /// Takes every field.
  public init(
    stage: String, projects: ProjectFilter, seeking: Sourced<Share>, stream: String, round: Sourced<Share>,
    odds: Sourced<Double>, duration: Sourced<Share>, landing: Sourced<Share>, within: Sourced<TimeSpan>, unit: String
  ) {
    self.stage = stage
    self.projects = projects
    self.seeking = seeking
    self.stream = stream
    self.round = round
    self.odds = odds
    self.duration = duration
    self.landing = landing
    self.within = within
    self.unit = unit
  }
}
