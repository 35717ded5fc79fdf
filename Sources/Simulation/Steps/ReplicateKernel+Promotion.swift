// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore

/// The promotion of capital beside the funds.
extension ReplicateKernel {
  mutating func openPromotion() {
    promotion.shared = shared
    promotion.open(numbers)
  }

  /// A quarter of the promotion of capital, under the factors of the economy.
  mutating func promote(in quarter: Int) {
    promotion.common = common[quarter]
    for sector in promotion.factors.indices {
      let source = plan.promotion.sectors[sector].factor
      promotion.factors[sector] = source < 0 ? common[quarter] : factor(source, quarter)
    }
    promotion.step(quarter)
    for place in promotion.landed.indices { companies[promotion.landed[place]].isLocal = true }
  }

  /// Projects that seek equity stand among the candidates of the quarter: local companies of the stream, with a round of
  /// their own size and the sector of the project where it has one in the economy.
  mutating func offerProjects(in quarter: Int) {
    guard let funding = plan.promotion.funding else { return }
    for place in promotion.recommended.indices {
      let project = promotion.projects[promotion.recommended[place].row]
      let entity = project.entity.child(PromotionEntity.company, 0)
      let kind = numbers.pair(entity, .stageAndSector, 0)
      let company = addCandidate(
        entity, kind, stream: funding.stream, quarter: quarter, number: ReplicateKernel.firstProject + place)
      let sector = plan.promotion.sectors[Int(project.sector)].factor
      if sector >= 0 { companies[company].sector = sector }
      companies[company].isLocal = true
      companies[company].sizeRound(project.investment * funding.round, selling: entryDilution(of: companies[company]))
      promotion.recommended[place].company = company
      candidates.append(company)
      counts.candidates += 1
    }
  }

  /// Numbers of projects among the candidates of a stream and quarter, behind all that came by themselves.
  static let firstProject = 1_000_000

  /// Funds have chosen: what they bought of projects is supported, what they bought elsewhere may land.
  mutating func settleProjects(in quarter: Int) {
    guard let funding = plan.promotion.funding else { return }
    for place in promotion.recommended.indices where companies[promotion.recommended[place].company].isFunded {
      promotion.support(promotion.recommended[place], in: quarter)
    }
    guard funding.landing > 0 else { return }
    for place in candidates.indices {
      let company = candidates[place]
      guard companies[company].isFunded, !companies[company].isLocal else { continue }
      promotion.bring(companies[company].entity, number: company, funding, at: Double(quarter + 1) / 4)
    }
  }
}
