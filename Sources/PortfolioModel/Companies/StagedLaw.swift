// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// A company passes through stages; in each it stays for a gamma time, then one event is read off a latent normal
/// through ordered thresholds, worst to best.
public struct StagedLaw: Hashable, Sendable {
  /// In the order of `CompanyStage`; not empty.
  public var stages: [StageLaw]

  /// The part ρ of the latent event normal's variance that is the sector factor's at the event.
  public var factorLoading: Sourced<Share>

  /// The part of its variance that is the company's own lasting quality, which a skilled manager can see.
  public var qualityLoading: Sourced<Share>

  /// β: how far a company's value per share follows the valuation level of its sector.
  public var marketBeta: Sourced<Double>

  /// Whether the expected drift of the valuation level is taken out of the moves.
  public var market: MarketConvention

  /// Cap on value per share over entry; keeps the variance finite.
  public var maxMultiple: Sourced<Double>

  /// Share of cost that a failure returns at once.
  public var failureRecovery: BetaLaw

  /// What a founder's buy-back pays.
  public var buyBack: BuyBackLaw

  /// Price of a transfer over the last round's value.
  public var transfer: LogNormalLaw

  /// How a listed holding is sold.
  public var listing: ListingLaw

  /// Multiple of cost that comes first out of an acquisition; 0 for ordinary shares.
  public var liquidationPreference: Sourced<Double>

  /// What becomes of companies that find no further round; needed where a stage can stall.
  public var stalled: StalledLaw?

  /// How hard technology differs.
  public var hardTech: HardTechLaw

  /// Takes every field.
  public init(
    stages: [StageLaw], factorLoading: Sourced<Share>, qualityLoading: Sourced<Share>, marketBeta: Sourced<Double>,
    market: MarketConvention, maxMultiple: Sourced<Double>, failureRecovery: BetaLaw, buyBack: BuyBackLaw,
    transfer: LogNormalLaw, listing: ListingLaw, liquidationPreference: Sourced<Double>, stalled: StalledLaw?,
    hardTech: HardTechLaw
  ) {
    self.stages = stages
    self.factorLoading = factorLoading
    self.qualityLoading = qualityLoading
    self.marketBeta = marketBeta
    self.market = market
    self.maxMultiple = maxMultiple
    self.failureRecovery = failureRecovery
    self.buyBack = buyBack
    self.transfer = transfer
    self.listing = listing
    self.liquidationPreference = liquidationPreference
    self.stalled = stalled
    self.hardTech = hardTech
  }
}
