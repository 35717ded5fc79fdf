// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension CreditLine {
  /// Reads the line of credit that a fund draws on before it calls.
  static func read(_ record: RecordReader) -> CreditLine {
    CreditLine(
      limit: record.share(
        "limit", usual: 0.1...0.9, "Most that may be drawn, of uncalled commitments", "授信上限（占未实缴认缴）"),
      spread: record.annualRate(
        "spread", in: .between(-0.05, 0.2), usual: -0.01...0.05, "Interest over the lending rate", "利率加点"),
      fee: record.annualRate(
        "fee", in: .between(0, 0.1), usual: 0...0.01, "Fee on what may be drawn and is not", "未提用额度承诺费率"),
      cleanDown: record.timeSpan(
        "clean_down", in: .between(0.25, 20), usual: 0.25...2, "Time by which all drawn is repaid by a call",
        "清偿期限（首次提款后）"),
      until: record.timeSpan(
        "until", in: .between(0.25, 100), usual: 1...10, "Age of the fund until which it is drawn on", "可提款的基金年限"),
      bridges: record.choice("bridges", BridgedNeeds.self, "Which needs it pays before a call", "先以授信支付的用途"))
  }
}
