// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Quantities

/// Support: what is offered, what is promised at the signing, and what of it falls due.
extension PromotionKernel {
  /// Support that is offered at a time where the project is, or was promised to it, of its investment.
  @inline(__always) func supportOffered(_ row: Int, at time: Double) -> Double {
    let state = projects[row]
    if state.isSigned { return state.support }
    return support(row, in: Int(state.region), at: time).share
  }

  @inline(__always) private func support(
    _ row: Int, in region: Int, at time: Double
  ) -> (share: Double, offers: UInt64) {
    var share = 0.0
    var offers: UInt64 = 0
    var rest = plan.offersIn[region]
    while rest != 0 {
      let offer = rest.trailingZeroBitCount
      rest &= rest &- 1
      let about = plan.offers[offer]
      guard time >= about.from, time < about.until, projects[row].filters.passes(about.filter) else { continue }
      share += about.share
      offers |= 1 << UInt64(offer)
    }
    return (share, offers)
  }

  mutating func promise(_ row: Int, at time: Double) {
    guard !plan.offers.isEmpty else { return }
    let offered = support(row, in: Int(projects[row].region), at: time)
    projects[row].support = offered.share
    projects[row].offers = offered.offers
    post(.promised, row, at: time, Money.nearestFen(projects[row].investment * 100 * offered.share))
  }

  /// What was promised falls due from a stage on, in equal parts a quarter; less where the project started late.
  mutating func promiseFallsDue(_ row: Int, after stage: Int, at time: Double) {
    let state = projects[row]
    guard plan.regions[Int(state.region)].leaf >= 0 else { return }
    var rest = state.offers & plan.offersAfter[stage]
    while rest != 0 {
      let about = plan.offers[rest.trailingZeroBitCount]
      rest &= rest &- 1
      let late = state.started > 0 ? max(0, state.started - state.signed - about.startWithin) : 0
      let part = max(0, 1 - about.latePenalty * late)
      let promise = DuePromise(
        first: quarter(at: time), parts: max(1, Int((about.duration * 4).rounded(.up))),
        whole: Money.nearestFen(state.investment * 100 * about.share * part), next: projects[row].promises)
      post(promise, row, from: promise.first, sign: 1)
      keep(promise, row)
    }
  }

  /// What falls due of a promise from a quarter on, or does not.
  private mutating func post(_ promise: DuePromise, _ row: Int, from quarter: Int, sign: Int64) {
    let leaf = plan.regions[Int(projects[row].region)].leaf
    let parts = Int64(promise.parts)
    for quarter in max(promise.first, quarter)..<max(quarter, min(promise.first + promise.parts, plan.quarters)) {
      let number = Int64(quarter - promise.first)
      let share = sign * (promise.whole * (number + 1) / parts - promise.whole * number / parts)
      let cell = leaf &* plan.quarters &+ quarter
      due[cell] = due[cell] + money(share, row)
      record(PipelineQuantity.due.rawValue, row, in: quarter, share)
    }
  }

  private mutating func keep(_ promise: DuePromise, _ row: Int) {
    guard freePromise >= 0 else {
      projects[row].promises = Int32(truncatingIfNeeded: promises.count)
      return promises.append(promise)
    }
    projects[row].promises = freePromise
    freePromise = promises[Int(freePromise)].next
    promises[Int(projects[row].promises)] = promise
  }

  /// A project has ended: nothing falls due to it after the quarter; what fell due before stays owed.
  mutating func endPromises(_ row: Int, at time: Double) {
    var place = projects[row].promises
    while place >= 0 {
      post(promises[Int(place)], row, from: quarter(at: time) + 1, sign: -1)
      place = promises[Int(place)].next
    }
  }

  /// The row of a project is freed, whatever still falls due to it.
  mutating func forgetPromises(_ row: Int) {
    var last = Int(projects[row].promises)
    while promises[last].next >= 0 { last = Int(promises[last].next) }
    promises[last].next = freePromise
    freePromise = projects[row].promises
    projects[row].promises = -1
  }
}
