// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension CreditTerms {
  /// Reads a loan with what stands behind it.
  static func read(_ record: RecordReader) -> CreditTerms {
    let credit = CreditTerms(
      lender: record.choice("lender", CreditLender.self, "Who lends", "贷款人"),
      size: record.section("size", "How much", "金额", InstrumentSize.read),
      spread: record.annualRate(
        "spread", in: .between(-0.05, 0.2), usual: -0.02...0.05, "Interest over the lending rate", "利率加点"),
      term: record.timeSpan("term", in: .between(0.25, 30), usual: 0.5...10, "Years to the last payment", "期限"),
      grace: record.timeSpan("grace", in: .between(0, 30), usual: 0...7, "Interest alone", "宽限期"),
      defaultsWhenStalled: record.flag(
        "defaults_when_stalled", "A company without a further round defaults", "融资停滞即违约"),
      recovery: record.share("recovery", usual: 0...0.8, "Part of a default that is recovered", "违约回收率"),
      recoveryDelay: record.timeSpan("recovery_delay", in: .between(0, 20), usual: 0...4, "When", "回收滞后"),
      subsidy: record.optionalSection("subsidy", "Interest that the payer takes over", "贴息", InterestSubsidy.read),
      guarantee: record.optionalSection("guarantee", "Who bears a default", "担保", GuaranteeTerms.read),
      warrant: record.optionalSection("warrant", "The lender's right to shares", "认股权") {
        WarrantTerms(
          coverage: $0.share("coverage", usual: 0.1...0.6, "Value of the shares over the loan", "认股额与贷款之比"),
          premium: $0.share("premium", usual: 0...0.5, "Price above the value at entry", "行权溢价"))
      })
    record.require(
      credit.guarantee == nil || credit.lender == .bank, at: "guarantee", involving: ["lender"],
      "the payer cannot guarantee its own loan", "出资人不能为自己的贷款担保")
    record.require(
      credit.grace.value.years < credit.term.value.years, at: "grace", involving: ["term"],
      "the grace is not shorter than the term", "宽限期不短于期限")
    return credit
  }
}

extension InterestSubsidy {
  /// Reads interest that the payer takes over.
  static func read(_ record: RecordReader) -> InterestSubsidy {
    InterestSubsidy(
      cut: record.annualRate("cut", in: .between(0, 0.2), usual: 0...0.03, "Points of the yearly rate", "贴息幅度"),
      lasts: record.timeSpan("lasts", in: .between(0, 30), usual: 0.25...5, "For how long", "贴息期限"),
      most: record.optional("most", .money(in: .atLeast(0)), "Most for one company", "单户上限"))
  }
}

extension GuaranteeTerms {
  /// Reads who bears a default.
  static func read(_ record: RecordReader) -> GuaranteeTerms {
    let terms = GuaranteeTerms(
      guarantor: record.choice("guarantor", Guarantor.self, "Who guarantees", "担保人"),
      institution: record.required(
        "institution", .share(usual: 0.2...0.8, uncertain: false), "Borne by the institution", "担保机构承担比例"),
      reGuarantor: record.required(
        "re_guarantor", .share(usual: 0...0.6, uncertain: false), "Borne by the re-guarantor", "再担保承担比例"),
      reGuarantorLevel: record.choice("re_guarantor_level", PublicLevel.self, "Whose the re-guarantor is", "再担保层级"),
      fee: record.annualRate("fee", in: .between(0, 0.1), usual: 0...0.02, "Fee of the company", "担保费率"),
      reFee: record.annualRate("re_fee", in: .between(0, 0.1), usual: 0...0.01, "Fee of the institution", "再担保费率"),
      cap: record.share("cap", usual: 0.02...1, "Most compensation over the loans guaranteed", "代偿率上限"),
      capital: record.optional("capital", .money(in: .atLeast(0)), "Net assets of the institution", "担保机构净资产"),
      leverage: record.number("leverage", in: .between(0, 20), usual: 1...15, "Most loans over net assets", "担保放大倍数"))
    record.require(
      terms.institution.value.fraction + terms.reGuarantor.value.fraction <= 1 + 1e-12, at: "re_guarantor",
      involving: ["institution"], "institution and re-guarantor bear more than the loan", "担保与再担保承担比例之和超过 100 %")
    record.advise(
      terms.capital != nil || !record.has("leverage"), at: "leverage", involving: ["capital"],
      "counts for nothing: no capital is stated", "不起作用：未给出担保机构净资产")
    return terms
  }
}
