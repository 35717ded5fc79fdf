// SPDX-License-Identifier: GPL-3.0-or-later

internal import NumericalCore

extension TimedFlows: FlowProbing {
  func probe(at logRate: Double) -> FlowProbe {
    var sums = FlowProbe.Sums()
    let last = times.count - 1
    let origin = logRate < 0 ? times[last] : 0
    for step in 0...last {
      let position = logRate < 0 ? last - step : step
      let time = times[position] - origin
      sums.add(amounts[position], discount: Elementary.exp(-logRate * time), time: time)
    }
    return sums.probe(at: logRate)
  }
}
