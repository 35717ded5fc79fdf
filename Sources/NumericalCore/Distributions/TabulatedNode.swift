// SPDX-License-Identifier: GPL-3.0-or-later

/// A point of a quantile function: the value and its derivative with respect to the tail probability.
struct TabulatedNode: Sendable {
  let value: Double
  let slope: Double
}
