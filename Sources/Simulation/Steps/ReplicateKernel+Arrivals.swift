// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

extension ReplicateKernel {
  /// Named companies and candidates of all streams that seek a round in this quarter.
  mutating func arrive(in quarter: Int) {
    candidates.removeAll()
    namedCompanies.removeAll()
    guard plan.hasArrivals else { return }
    for company in plan.companies.indices where plan.companies[company].quarter == quarter {
      namedCompanies.append(addNamed(company))
    }
    guard quarter < plan.arrivalQuarters else { return }
    for stream in plan.streams.indices where plan.streams[stream].perQuarter > 0 {
      let entity = plan.streams[stream].entity.child(EntityKindCode.candidateQuarter, UInt64(quarter))
      let mean = plan.streams[stream].perQuarter * plan.economy.growthIndex[quarter]
      let count = PoissonCount.quantile(at: numbers.uniform(entity, .arrivals, 0).value, mean: mean)
      for number in 0..<count {
        let candidate = entity.child(EntityKindCode.candidate, UInt64(number))
        let kind = numbers.pair(candidate, .stageAndSector, 0)
        candidates.append(addCandidate(candidate, kind, stream: stream, quarter: quarter, number: number))
      }
      counts.candidates += count
    }
  }

  mutating func addNamed(_ position: Int) -> Int {
    let about = plan.companies[position]
    var company = CompanyState(law: about.law, row: about.row, stage: CompanyStage.allCases[about.stage])
    company.entity = about.entity
    company.sector = about.sector
    company.isHardTech = about.isHardTech
    company.isLocal = about.isLocal
    company.enter(at: about.enters, quarter: max(0, about.quarter))
    company.sizeRound(about.roundSize, selling: entryDilution(of: company))
    companies.append(company)
    drawQuality(companies.count - 1)
    counts.candidates += 1
    return companies.count - 1
  }

  /// A company of a stream: the model of the stage that was drawn, with what it has of its own, each from its own draw.
  @inline(__always) mutating func addCandidate(
    _ entity: EntityAddress, _ kind: (first: Uniform, second: Uniform), stream: Int, quarter: Int, number: Int
  ) -> Int {
    let stage = plan.streams[stream].stage(at: kind.first)
    let sector = plan.streams[stream].sector(at: kind.second)
    let position = companies.count
    companies.append(plan.streams[stream].models[stage])
    companies[position].entity = entity
    companies[position].sector = plan.streams[stream].sectorIndices[sector]
    companies[position].stream = stream
    companies[position].number = number
    companies[position].birthQuarter = quarter
    companies[position].enter(at: Double(quarter) / 4, quarter: quarter)
    // A number that would change nothing is not drawn.
    if plan.streams[stream].hasTraits { drawTraits(position, stream: stream, stage: stage) }
    return position
  }

  /// Kind, size of round, place and lasting quality.
  private mutating func drawTraits(_ position: Int, stream: Int, stage: Int) {
    let entity = companies[position].entity
    let law = companies[position].law
    let hardTech = plan.streams[stream].hardTechShare
    if hardTech > 0 && numbers.uniform(entity, .hardTech, 0).value < hardTech {
      companies[position].isHardTech = true
      if plan.laws[law].isStaged { companies[position].row += plan.laws[law].stageCount }
    }
    let sigma = plan.streams[stream].roundSigma[stage]
    var size = companies[position].roundSize
    if sigma > 0 || plan.streams[stream].localShare > 0 {
      let draws = numbers.pair(entity, .roundSizeAndPlace, 0)
      if sigma > 0 { size *= Elementary.exp(sigma * normal(draws.first)) }
      companies[position].isLocal = draws.second.value < plan.streams[stream].localShare
    }
    companies[position].sizeRound(size, selling: entryDilution(of: companies[position]))
    drawQuality(position)
  }

  private mutating func drawQuality(_ position: Int) {
    guard plan.laws[companies[position].law].quality > 0 else { return }
    companies[position].quality = normal(numbers.uniform(companies[position].entity, .qualityAndDeadweight, 0))
  }

  /// The share of a company that the round at its entry sells, 0 under a law of multiples.
  @inline(__always) func entryDilution(of company: CompanyState) -> Double {
    plan.laws[company.law].isStaged ? plan.stages[company.row].entryDilution : 0
  }

  /// Candidates that no fund chose are financed by others with the stream's deadweight, and live on.
  mutating func financeByOthers() {
    for candidate in candidates.indices { financeByOthers(candidates[candidate]) }
    for named in namedCompanies.indices { financeByOthers(namedCompanies[named]) }
  }

  private mutating func financeByOthers(_ position: Int) {
    guard !companies[position].isFunded else { return }
    let chance = numbers.pair(companies[position].entity, .qualityAndDeadweight, 0).second.value
    guard chance < companies[position].deadweight else {
      companies[position].isDone = true
      return
    }
    countFinanced(position)
    live(position)
  }
}
