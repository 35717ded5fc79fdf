// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// The share of a sector in a mix.
public struct SectorShare: Hashable, Sendable {
  /// Id of the sector.
  public var sector: String

  /// Its share.
  public var share: Sourced<Share>

  /// Takes every field.
  public init(sector: String, share: Sourced<Share>) {
    self.sector = sector
    self.share = share
  }
}
