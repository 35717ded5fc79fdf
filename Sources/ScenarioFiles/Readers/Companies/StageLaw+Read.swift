// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

/// One stage as a file holds it: without its name, which is its key.
struct StageReading {
  /// The events that end a stage.
  enum Outcome: String, CaseIterable {
    case failed
    case stalled
    case boughtBack = "bought_back"
    case transferred
    case acquired
    case graduates
    case listed
  }

  var sojournMean: Sourced<TimeSpan>
  var sojournShape: Sourced<Double>
  var outcomes: StageOutcomes
  var stepUp: LogNormalLaw?
  var dilution: Sourced<Share>
  var acquisition: LogNormalLaw?
  var listing: LogNormalLaw?
  var entryDilution: Sourced<Share>

  /// Reads a stage; factors are needed where their event can happen.
  static func read(_ record: RecordReader) -> StageReading {
    let stage = StageReading(
      sojournMean: record.timeSpan("sojourn_mean", in: .stays, usual: 0.25...10, "Mean time in the stage", "平均停留时间"),
      sojournShape: record.shape("sojourn_shape"),
      outcomes: StageOutcomes(
        record.required("outcomes", .shares(by: Outcome.self), "Probabilities of what ends the stage", "结局概率")),
      stepUp: record.optionalSection("step_up", "Factor of value at graduation", "晋级时价值倍数", LogNormalLaw.read),
      dilution: record.share(
        "dilution", in: .between(0, 0.99), usual: 0...0.4, "Share that the next round sells", "下一轮稀释比例"),
      acquisition: record.optionalSection(
        "acquisition", "Price of an acquisition over the last round", "并购价与上轮价值之比", LogNormalLaw.read),
      listing: record.optionalSection(
        "listing", "Value at listing over the last round", "上市价值与上轮价值之比", LogNormalLaw.read),
      entryDilution: record.share(
        "entry_dilution", usual: 0.02...0.5, "Share sold in the round of this stage", "本轮出让比例"))
    record.need(stage.stepUp, "step_up", where: stage.outcomes.graduates)
    record.need(stage.acquisition, "acquisition", where: stage.outcomes.acquired)
    record.need(stage.listing, "listing", where: stage.outcomes.listed)
    return stage
  }

  /// The stage with its name.
  func law(_ stage: CompanyStage) -> StageLaw {
    StageLaw(
      stage: stage, sojournMean: sojournMean, sojournShape: sojournShape, outcomes: outcomes, stepUp: stepUp,
      dilution: dilution, acquisition: acquisition, listing: listing, entryDilution: entryDilution)
  }
}

extension RecordReader {
  /// Requires a factor where its event can happen.
  fileprivate func need(_ law: LogNormalLaw?, _ key: String, where outcome: Sourced<Share>) {
    require(law != nil || outcome.value.fraction == 0, at: key, involving: ["outcomes"], .missingKey(key))
  }
}

extension StageOutcomes {
  /// The outcomes by name; those not named have no probability.
  fileprivate init(_ shares: [(key: StageReading.Outcome, share: Sourced<Share>)]) {
    self.init(
      failed: shares.share(of: .failed), stalled: shares.share(of: .stalled),
      boughtBack: shares.share(of: .boughtBack), transferred: shares.share(of: .transferred),
      acquired: shares.share(of: .acquired), graduates: shares.share(of: .graduates),
      listed: shares.share(of: .listed))
  }
}
