// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension ExchangeRate {
  /// Reads what one US dollar is worth. The rate is certain: amounts are converted once, when they are read.
  static func read(_ record: RecordReader) -> ExchangeRate {
    let path = record.required(
      "usd", .yearly(of: .number(in: .between(1, 100), usual: 5...9, uncertain: false)),
      "Yuan for one US dollar by year",
      "美元兑人民币汇率（按年）")
    return ExchangeRate(years: path.map(\.year), yuan: path.map(\.value))
  }
}
