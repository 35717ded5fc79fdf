// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import PortfolioModel
import Quantities

/// How a fund raises capital, in numbers; plain data.
struct RaisingPlan: Sendable {
  /// Whether any commitment is uncertain.
  var isUncertain = false
  var logRatio = 0.0
  var sensitivity = 0.0
  var required = 0.0
  /// What the investors concerned can expect a year; from the pilot.
  var expected = 0.0
  var loading = 0.0
  var sigma = 0.0
  /// Fen that must close at least.
  var minimum: Int64 = 0
  var dissolves = false
  /// Its closings in `Plan.closings`.
  var closings = 0..<0
  /// Simple interest a quarter.
  var interest = 0.0
}

/// A closing: the fund's age in quarters, and the share of what was raised that is admitted by then.
struct ClosingPlan: Sendable {
  var age: Int
  var through: Double
}

/// How an investor honours calls, in numbers.
struct HonouringPlan: Sendable {
  /// States below which it fails, and below which it is late or worse.
  var failsBelow: Double
  var lateBelow: Double
  /// Quarters in which it then pays nothing.
  var delay: Int
  var persistence: Double
  var innovation: Double
  var common: Double
  var own: Double
  /// Share of its stake that others take over when it fails.
  var penalty: Double
  /// Whose money must come first.
  var after: PaymentOrder?
}

extension RaisingPlan {
  init(_ raising: Raising, commitment: Int64, closings: Range<Int>, values: ParameterValues) {
    isUncertain = true
    logRatio = Elementary.log(values(raising.demandRatio))
    sensitivity = values(raising.sensitivity)
    required = values(raising.requiredReturn)
    loading = values(raising.factorLoading)
    sigma = values(raising.sigma)
    minimum = Money.nearestFen(Double(commitment) * values(raising.minimumClosing))
    dissolves = raising.belowMinimum == .dissolve
    self.closings = closings
    interest = values(raising.equalisationRate) / 4
  }
}

extension HonouringPlan {
  init(_ honouring: Honouring, values: ParameterValues) {
    let fails = values(honouring.fails)
    failsBelow = HonouringPlan.score(fails)
    lateBelow = HonouringPlan.score(fails + values(honouring.late))
    delay = max(1, values.quarters(honouring.delay))
    persistence = values(honouring.persistence)
    innovation = (1 - persistence * persistence).squareRoot()
    let share = values(honouring.factorLoading)
    common = share.squareRoot()
    own = (1 - share).squareRoot()
    penalty =
      switch honouring.remedy {
      case .cut: 0
      case .dilution: values(honouring.penalty)
      case .forfeiture: 1
      }
    after = honouring.after
  }

  private static func score(_ probability: Double) -> Double {
    if probability <= 0 { return -.infinity }
    return probability >= 1 ? .infinity : NormalQuantile.shared(Uniform(nearest: probability))
  }
}

extension MemberResolver {
  /// What is uncertain about the capital of a fund whose investors are already listed.
  mutating func resolveCapital(_ fund: Identified<Fund>, at index: Int) {
    let values = resolver.values
    for (number, investor) in fund.value.investors.enumerated() {
      let party = funds[index].firstParty + number
      parties[party].entity = funds[index].entity.child(EntityKindCode.investor, investor.id)
      parties[party].isRaised = fund.value.raising?.concerns(investor.value.investorClass) ?? false
      guard let honouring = investor.value.honouring else { continue }
      parties[party].honouring = honourings.count
      honourings.append(HonouringPlan(honouring, values: values))
      funds[index].mayBeUnpaid = true
    }
    if let raising = fund.value.raising {
      let first = closings.count
      var through = 0.0
      for closing in raising.closings {
        through += values(closing.share)
        closings.append(ClosingPlan(age: values.quarters(closing.after), through: through))
      }
      closings[closings.count - 1].through = 1
      funds[index].raising = RaisingPlan(
        raising, commitment: funds[index].commitment, closings: first..<closings.count, values: values)
    }
    funds[index].hasDues = funds[index].mayBeUnpaid || funds[index].raising.closings.count > 1
  }
}
