// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// The promotion of capital beside the funds.
///
/// A kernel that follows has the promotion of another plan on the same replicate, as it is at the end: it looks up quarter
/// by quarter what came to the funds, and whether its own funds answer in the same way.
extension ReplicateKernel {
  mutating func openPromotion() {
    promotion.shared = shared
    promotion.open(numbers)
  }

  /// A quarter of the promotion of capital, under the factors of the economy.
  mutating func promote(in quarter: Int) {
    if !follows {
      promotion.common = common[quarter]
      for sector in promotion.factors.indices {
        let source = plan.promotion.sectors[sector].factor
        promotion.factors[sector] = source < 0 ? common[quarter] : factor(source, quarter)
      }
      promotion.step(quarter)
    }
    for place in promotion.funding.landed(in: quarter) { companies[promotion.funding.landed[place]].isLocal = true }
  }

  /// Projects that seek equity stand among the candidates of the quarter: local companies of the stream, with a round of
  /// their own size and the sector of the project where it has one in the economy.
  mutating func offerProjects(in quarter: Int) {
    guard let funding = plan.promotion.funding else { return }
    let offers = promotion.funding.offers(in: quarter)
    firstOffered = companies.count
    for place in offers {
      let project = promotion.funding.offers[place]
      let entity = project.entity.child(PromotionEntity.company, 0)
      let kind = numbers.pair(entity, .stageAndSector, 0)
      let company = addCandidate(
        entity, kind, stream: funding.stream, quarter: quarter,
        number: ReplicateKernel.firstProject + place - offers.lowerBound)
      let sector = plan.promotion.sectors[project.sector].factor
      if sector >= 0 { companies[company].sector = sector }
      companies[company].isLocal = true
      companies[company].sizeRound(project.investment * funding.round, selling: entryDilution(of: companies[company]))
      candidates.append(company)
      counts.candidates += 1
    }
  }

  /// Numbers of projects among the candidates of a stream and quarter, behind all that came by themselves.
  static let firstProject = 1_000_000

  /// Funds have chosen: what they bought of projects is supported, what they bought elsewhere may land.
  mutating func settleProjects(in quarter: Int) {
    guard let funding = plan.promotion.funding else { return }
    let offers = promotion.funding.offers(in: quarter)
    for place in offers {
      let isFunded = companies[firstOffered + place - offers.lowerBound].isFunded
      if follows {
        if isFunded != promotion.funding.offers[place].isFunded { hasDiverged = true }
      } else {
        promotion.decide(place, isFunded: isFunded, in: quarter)
      }
    }
    guard funding.landing > 0 else { return }
    var next = follows ? promotion.funding.purchases(in: quarter) : 0..<0
    for place in candidates.indices {
      let company = candidates[place]
      guard companies[company].isFunded, !companies[company].isLocal else { continue }
      let purchase = FundingPurchase(company: company, entity: companies[company].entity)
      if !follows {
        promotion.bring(purchase, funding, at: Double(quarter + 1) / 4)
      } else if next.isEmpty || promotion.funding.purchases[next.removeFirst()] != purchase {
        hasDiverged = true
      }
    }
    if !next.isEmpty { hasDiverged = true }
  }
}
