// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension CandidateStream {
  /// Reads where companies come from that seek a round.
  static func read(_ record: RecordReader) -> CandidateStream {
    let stream = CandidateStream(
      name: record.name(),
      law: record.reference("law", to: "company_laws", "How they fare", "适用的演化规律"),
      arrivals: record.section("arrivals", "How many come", "到达数量", Arrivals.read),
      stageMix: record.required("stage_mix", .shares(by: CompanyStage.self), "Stages", "阶段构成")
        .map { StageShare(stage: $0.key, share: $0.share) },
      sectorMix: record.required("sector_mix", .shares(of: "economy.sectors"), "Sectors", "行业构成")
        .map { SectorShare(sector: $0.id, share: $0.share) },
      localShare: record.share("local_share", "Share in the region", "本地企业比例"),
      hardTechShare: record.share("hard_tech_share", "Share in hard technology", "硬科技企业比例"),
      rounds: record.required(
        "rounds", .keyed(by: CompanyStage.self, of: .section(RoundReading.read)), "Size of rounds by stage", "各阶段融资额"
      ).map { RoundLaw(stage: $0.key, size: $0.value.size, sigma: $0.value.sigma) },
      deadweight: record.share(
        "deadweight", "Probability that an unfunded company is financed by others", "未获投企业由他人投资的概率"))
    let sized = Set(stream.rounds.map(\.stage))
    for part in stream.stageMix where part.share.value.fraction > 0 {
      record.require(
        sized.contains(part.stage), at: "rounds", involving: ["stage_mix"], .missingKey(part.stage.rawValue))
    }
    return stream
  }
}

/// The size of the rounds of a stage as a file holds it.
private struct RoundReading {
  var size: Sourced<Money>
  var sigma: Sourced<Double>

  static func read(_ record: RecordReader) -> RoundReading {
    RoundReading(
      size: record.money("size", in: .above(0, upTo: 1e11), "Median size of the round", "融资额中位数"),
      sigma: record.number(
        "sigma", in: .between(0, 1.5), usual: 0...1.2, "Standard deviation of the logarithm", "对数标准差"))
  }
}

extension Arrivals {
  /// Reads how many candidates arrive.
  static func read(_ record: RecordReader) -> Arrivals {
    record.variant(
      by: "kind", "How many", "数量",
      [
        Alternative("unlimited", "One for each ticket", "不限") { _ in .unlimited },
        Alternative("per_year", "A Poisson number a year", "每年泊松数") {
          .perYear($0.number("mean", in: .between(0, 10_000), "Mean a year", "每年均值"))
        },
      ])
  }
}

extension NamedCompany {
  /// Reads a company that seeks a round within the run.
  static func read(_ reader: RecordReader, time: TimeGrid) -> NamedCompany {
    let enters = reader.date("enters", "Date of the round", "融资日期")
    let record = reader.converting(in: enters.year)
    let company = NamedCompany(
      name: record.name(),
      law: record.reference("law", to: "company_laws", "How it fares", "适用的演化规律"),
      stage: record.choice("stage", CompanyStage.self, "Stage of the round", "轮次阶段"),
      sector: record.reference("sector", to: "economy.sectors", "Sector", "行业"),
      enters: enters,
      roundSize: record.money("round_size", in: .above(0, upTo: 1e11), "Size of the round", "融资额"),
      hardTech: record.flag("hard_tech", "Hard technology", "硬科技"),
      local: record.flag("local", "In the region", "本地"))
    record.require(
      !record.context.couldRead("time") || time.contains(company.enters), at: "enters",
      .offTheGrid("\(company.enters)"))
    return company
  }
}
