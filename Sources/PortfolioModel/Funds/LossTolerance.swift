// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How much a fund may lose before somebody is asked why, 容错.
///
/// Rules of governments state two thresholds, for a single project by its stage and for the fund as a whole; a loss up to
/// a threshold is excused. Sources of the form: rules for seed and angel funds of Shenzhen (Nanshan) and of the Guangzhou
/// Development Zone, 2025; Zhengzhou's rules for angel funds.
public struct LossTolerance: Hashable, Sendable {
  /// Most of a project's cost that may be lost, by the project's stage.
  public var project: ProjectTolerance

  /// Most of the cost of what the fund has realised that may be lost.
  public var fund: Sourced<Share>

  /// Whether gains of some projects offset losses of others before the fund's loss is held against the threshold, as where
  /// a fund is judged as a whole and over its whole life (国办发〔2025〕1号).
  public var offsetsGains: Bool

  /// Takes every field.
  public init(project: ProjectTolerance, fund: Sourced<Share>, offsetsGains: Bool) {
    self.project = project
    self.fund = fund
    self.offsetsGains = offsetsGains
  }
}

/// Most of a project's cost that may be lost, by the stage at which it first sought money here.
public struct ProjectTolerance: Hashable, Sendable {
  /// Seed and angel.
  public var seed: Sourced<Share>

  /// Series A.
  public var early: Sourced<Share>

  /// Series B and later.
  public var later: Sourced<Share>

  /// Takes every field.
  public init(seed: Sourced<Share>, early: Sourced<Share>, later: Sourced<Share>) {
    self.seed = seed
    self.early = early
    self.later = later
  }

  /// The threshold of a stage.
  public subscript(_ stage: CompanyStage) -> Sourced<Share> {
    switch stage {
    case .seed, .angel: seed
    case .a: early
    case .b, .c, .preIpo, .mature: later
    }
  }
}
