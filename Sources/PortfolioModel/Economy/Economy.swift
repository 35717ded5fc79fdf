// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// What all companies and funds share in a quarter: factors, prices, listing windows and interest rates.
public struct Economy: Hashable, Sendable {
  /// The factor that moves everything.
  public var commonFactor: CommonFactor

  /// The sectors of companies, by id.
  public var sectors: [Identified<Sector>]

  /// Correlations of the sector factors in the order of sorted ids, instead of each sector's weight of the common
  /// factor.
  public var sectorCorrelations: [[Double]]?

  /// The total-return index that public-market equivalents are measured against; internal to the model.
  public var listedIndex: ListedIndex

  /// When shares can be listed; none: always.
  public var listingWindow: ListingWindow?

  /// The loan prime rate.
  public var lendingRate: LendingRate

  /// The yield at which public money is discounted.
  public var discountRate: Sourced<AnnualRate>

  /// Growth of the economy by calendar year: arrivals of candidates grow with it.
  public var growth: YearlyPath

  /// Inflation by calendar year: fixed yearly costs grow with it.
  public var inflation: YearlyPath

  /// Yuan for one US dollar, which amounts in dollars were converted at; none where no amount is in dollars.
  public var dollar: ExchangeRate?

  /// Takes every field.
  public init(
    commonFactor: CommonFactor, sectors: [Identified<Sector>], sectorCorrelations: [[Double]]?,
    listedIndex: ListedIndex, listingWindow: ListingWindow?, lendingRate: LendingRate,
    discountRate: Sourced<AnnualRate>, growth: YearlyPath, inflation: YearlyPath,
    dollar: ExchangeRate? = nil
  ) {
    self.commonFactor = commonFactor
    self.sectors = sectors
    self.sectorCorrelations = sectorCorrelations
    self.listedIndex = listedIndex
    self.listingWindow = listingWindow
    self.lendingRate = lendingRate
    self.discountRate = discountRate
    self.growth = growth
    self.inflation = inflation
    self.dollar = dollar
  }
}
