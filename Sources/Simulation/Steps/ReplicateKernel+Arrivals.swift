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
      let count = poisson(numbers.uniform(entity, .arrivals, 0).value, mean: mean)
      for number in 0..<count {
        let candidate = entity.child(EntityKindCode.candidate, UInt64(number))
        candidates.append(addCandidate(candidate, stream: stream, quarter: quarter, number: number))
      }
      counts.candidates += count
    }
  }

  /// The smallest count whose cumulative Poisson probability exceeds `probability`.
  @inline(__always) private func poisson(_ probability: Double, mean: Double) -> Int {
    var term = Elementary.exp(-mean)
    var sum = term
    var count = 0
    while sum <= probability, count < 10_000, term > 0 || Double(count) < mean {
      count += 1
      term *= mean / Double(count)
      sum += term
    }
    return count
  }

  mutating func addNamed(_ position: Int) -> Int {
    let about = plan.companies[position]
    var company = CompanyState(
      entity: about.entity, law: about.law, row: about.row, sector: about.sector, isHardTech: about.isHardTech,
      isLocal: about.isLocal, stageTime: about.enters, stageQuarter: max(0, about.quarter), lastRound: about.enters)
    company.roundSize = about.roundSize
    prepare(&company, stage: about.stage)
    companies.append(company)
    counts.candidates += 1
    return companies.count - 1
  }

  /// A company of a stream: its stage, sector, place, kind, size of round and lasting quality, each from its own draw.
  mutating func addCandidate(_ entity: EntityAddress, stream: Int, quarter: Int, number: Int) -> Int {
    let kind = numbers.pair(entity, .stageAndSector, 0)
    let stage = plan.streams[stream].stage(at: kind.first)
    let sector = plan.streams[stream].sector(at: kind.second)
    let law = plan.streams[stream].law
    let hardTech = plan.streams[stream].hardTechShare
    let isHardTech = hardTech > 0 && numbers.uniform(entity, .hardTech, 0).value < hardTech
    var row = plan.streams[stream].stageRows[stage]
    if isHardTech && plan.laws[law].isStaged { row += plan.laws[law].stageCount }
    let time = Double(quarter) / 4
    var company = CompanyState(
      entity: entity, law: law, row: row, sector: plan.streams[stream].sectorIndices[sector],
      isHardTech: isHardTech, isLocal: false, stageTime: time, stageQuarter: quarter, lastRound: time)
    company.roundSize = plan.streams[stream].roundMedian[stage]
    // A number that would change nothing is not drawn.
    let sigma = plan.streams[stream].roundSigma[stage]
    if sigma > 0 || plan.streams[stream].localShare > 0 {
      let size = numbers.pair(entity, .roundSizeAndPlace, 0)
      if sigma > 0 { company.roundSize *= Elementary.exp(sigma * normal(size.first)) }
      company.isLocal = size.second.value < plan.streams[stream].localShare
    }
    company.deadweight = plan.streams[stream].deadweight
    company.stream = stream
    company.number = number
    company.birthQuarter = quarter
    prepare(&company, stage: plan.streams[stream].stageCodes[stage])
    companies.append(company)
    return companies.count - 1
  }

  @inline(__always) private mutating func prepare(_ company: inout CompanyState, stage: Int) {
    company.entryStage = stage
    company.entered = company.stageTime
    company.isEarlyAtEntry = CompanyStage.allCases[stage].isEarly
    if plan.laws[company.law].quality > 0 {
      company.quality = normal(numbers.uniform(company.entity, .qualityAndDeadweight, 0))
    }
    // A law of multiples knows no valuation; the round itself is the least that it can be.
    company.postMoney = company.roundSize
    company.raised = company.roundSize
    guard plan.laws[company.law].isStaged else { return }
    let sold = plan.stages[company.row].entryDilution
    company.postMoney = sold > 0 ? company.roundSize / sold : company.roundSize
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
