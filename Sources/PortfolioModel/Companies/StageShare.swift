// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The share of a stage in a mix.
public struct StageShare: Hashable, Sendable {
  /// The stage.
  public var stage: CompanyStage

  /// Its share.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(stage: CompanyStage, share: Sourced<Share>) {
    self.stage = stage
    self.share = share
  }
}
