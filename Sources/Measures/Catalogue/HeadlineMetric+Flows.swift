// SPDX-License-Identifier: GPL-3.0-or-later

extension HeadlineMetric {
  /// The metrics of funds, investors and levels of government that follow from what they paid and received quarter by
  /// quarter, from fees, carried interest and what is left: no company need be known.
  public static let ofFlows: Set<HeadlineMetric> = [
    .irr, .irrStatus, .npv, .tvpi, .dpi, .rvpi, .moic, .ksPme, .directAlpha, .jCurveDepth, .paidIn, .distributed, .nav,
    .yearsToPayback, .managementFee, .carriedInterest, .pLoss, .outlay, .receipts, .netPresentValue,
    .outlayPresentValue, .publicPaidIn, .leverageFund, .conceded, .idleShare, .closedAmount, .closedRatio, .pForms,
  ]
}

extension PeriodMetric {
  /// The same by quarter.
  public static let ofFlows: Set<PeriodMetric> = [
    .paidIn, .distributed, .netCashFlow, .cumulativeNetCashFlow, .outlay, .receipts, .managementFee,
    .unfundedCommitment, .budgetArrears, .budgetAvailable, .debtService,
  ]
}
