// SPDX-License-Identifier: GPL-3.0-or-later

/// Flows that can be looked at under any rate: evenly spaced (`EvenFlows`) or at times of their own (`TimedFlows`).
protocol FlowProbing {
  /// The flows discounted at the logarithmic rate `u = ln(1+r)` per unit of time, to the first flow for `u ≥ 0` and to
  /// the last for `u < 0`, so that no factor exceeds one.
  ///
  /// - Complexity: O(number of flows).
  func probe(at logRate: Double) -> FlowProbe
}
