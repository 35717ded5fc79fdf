// SPDX-License-Identifier: GPL-3.0-or-later

import Simulation

extension Journal.Happening {
  /// The name in files.
  var word: String {
    switch self {
    case .investment: "investment"
    case .followOn: "follow_on"
    case .failed: "failed"
    case .stalled: "stalled"
    case .boughtBack: "bought_back"
    case .redeemed: "redeemed"
    case .redemptionUnpaid: "redemption_unpaid"
    case .transferred: "transferred"
    case .acquired: "acquired"
    case .graduated: "graduated"
    case .listed: "listed"
    case .realised: "realised"
    case .payment: "payment"
    case .revived: "revived"
    case .supported: "supported"
    case .creditDefault: "credit_default"
    case .compensated: "compensated"
    case .converted: "converted"
    case .skipped: "skipped"
    case .call: "call"
    case .managementFee: "management_fee"
    case .distribution: "distribution"
    case .carriedInterest: "carried_interest"
    case .clawback: "clawback"
    case .extended: "extended"
    case .ended: "ended"
    case .soldAtEnd: "sold_at_end"
    case .closing: "closing"
    case .notFormed: "not_formed"
    case .late: "late"
    case .defaulted: "defaulted"
    case .creditDrawn: "credit_drawn"
    case .creditRepaid: "credit_repaid"
    case .stakeBought: "stake_bought"
    case .conceded: "conceded"
    case .paidBack: "paid_back"
    case .postponed: "postponed"
    case .handedOut: "handed_out"
    case .publicExit: "public_exit"
    }
  }
}

extension Journal.Rule {
  /// The name in files.
  var word: String {
    switch self {
    case .noCandidate: "no_candidate"
    case .budget: "budget"
    case .liquidity: "liquidity"
    case .mandateShare: "mandate_share"
    case .concentration: "concentration"
    }
  }
}
