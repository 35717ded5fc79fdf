// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension Economy {
  /// Reads what all companies and funds share.
  static func read(_ record: RecordReader) -> Economy {
    let sectors = record.members("sectors", atLeast: 1, "Sectors", "行业", Sector.read)
    return Economy(
      commonFactor: record.section("common_factor", "Factor that moves everything", "公共因子", CommonFactor.read),
      sectors: sectors,
      sectorCorrelations: readCorrelations(record, sectors.map(\.id)),
      listedIndex: record.section("listed_index", "Listed total-return index", "上市全收益指数", ListedIndex.read),
      listingWindow: record.optionalSection(
        "listing_window", "When shares can be listed; always, if left out", "上市窗口；不写则始终开放", ListingWindow.read),
      lendingRate: record.section("lending_rate", "Loan prime rate", "贷款市场报价利率", LendingRate.read),
      discountRate: record.annualRate(
        "discount_rate", in: .between(-0.05, 0.5), usual: 0...0.08, "Discount rate of public money", "公共资金折现率"),
      growth: record.required(
        "growth", .yearlyRates(in: .between(-0.2, 0.3)), "Growth of the economy by year", "经济增长率（按年）"),
      inflation: record.required("inflation", .yearlyRates(in: .between(-0.1, 0.2)), "Inflation by year", "通货膨胀率（按年）"),
      dollar: record.optionalSection(
        "fx", "Exchange rates, where an amount is in another currency", "汇率；金额使用外币时需给出", ExchangeRate.read))
  }

  /// The correlations of the sector factors, one for each pair of sectors, as a matrix in the order of the ids.
  private static func readCorrelations(_ record: RecordReader, _ ids: [String]) -> [[Double]]? {
    let element = FieldKind<Sourced<Double>>.number(in: .strictlyBetween(-1, 1), uncertain: false)
    let pairs = record.optional(
      "sector_correlations", .collection(of: .collection(of: element)), "Correlations of the sector factors", "行业因子相关系数"
    )
    guard let pairs else { return nil }
    var matrix = CorrelationMatrix(size: ids.count)
    var given: Set<[String]> = []
    for (first, row) in pairs {
      for (second, value) in row {
        guard let left = ids.firstIndex(of: first), let right = ids.firstIndex(of: second) else {
          record.require(
            false, at: "sector_correlations", involving: ["sectors"],
            "a pair of unknown sectors (\(first), \(second))", "未知的行业（\(first)、\(second)）")
          continue
        }
        record.require(
          left != right && given.insert([first, second].sorted()).inserted, at: "sector_correlations",
          "a pair that stands twice, or of a sector with itself (\(first), \(second))",
          "行业对重复或为同一行业（\(first)、\(second)）")
        matrix.set(left, right, value.value)
      }
    }
    record.require(
      given.count == ids.count * (ids.count - 1) / 2, at: "sector_correlations", involving: ["sectors"],
      "not one correlation for each pair of sectors", "并非每对行业都有一个相关系数")
    record.require(
      matrix.isPositiveDefinite, at: "sector_correlations",
      "the correlations contradict each other (their matrix is not positive definite)", "相关系数互相矛盾（矩阵非正定）")
    return matrix.rows
  }
}

extension FieldKind where Value == YearlyPath {
  /// A rate for all years, or by calendar year.
  static func yearlyRates(in allowed: Interval) -> Self {
    FieldKind<[(year: Int, value: Sourced<AnnualRate>)]>.yearly(of: .annualRate(in: allowed)).map { path in
      YearlyPath(years: path.map(\.year), rates: path.map(\.value))
    }
  }
}
