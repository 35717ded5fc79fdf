// SPDX-License-Identifier: GPL-3.0-or-later

extension FlowProbe {
  /// Adds up discounted flows, from the date discounted to outwards.
  struct Sums {
    private var value = 0.0
    private var size = 0.0
    private var timedValue = 0.0
    private var timedSize = 0.0
    private var squaredTime = 0.0
    private var least = 0.0
    private var greatest = 0.0

    /// Adds a flow; `time` is counted from the date discounted to.
    mutating func add(_ flow: Double, discount: Double, time: Double) {
      let present = flow * discount
      let weight = present.magnitude
      value += present
      size += weight
      timedValue += present * time
      timedSize += weight * time
      squaredTime += weight * time * time
      least = Swift.min(least, value)
      greatest = Swift.max(greatest, value)
    }

    /// What the sums say at a logarithmic rate; at least one flow was not zero.
    func probe(at logRate: Double) -> FlowProbe {
      let balance = value / size
      let mean = timedSize / size
      let variance = squaredTime / size - mean * mean
      return FlowProbe(
        logRate: logRate, balance: balance, slope: (balance * timedSize - timedValue) / size,
        spread: Swift.max(0, variance).squareRoot(),
        isClearBeyond: value > 0 ? least >= 0 : value < 0 ? greatest <= 0 : false)
    }
  }
}
