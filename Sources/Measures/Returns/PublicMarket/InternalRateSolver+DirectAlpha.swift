// SPDX-License-Identifier: GPL-3.0-or-later

extension InternalRateSolver {
  /// Direct alpha of one replicate: the internal rate of `fₖ I_T/Iₖ` with `NAV` added at the end, per period.
  ///
  /// The plain form of Gredil, Griffiths and Stucke (2014); the log form is `ln(1+α)`. After the first uses nothing is
  /// allocated.
  ///
  /// - Parameters:
  ///   - flows: Net, per period, negative when paid in; at least one.
  ///   - index: Levels above 0; as many.
  ///   - netAssetValue: Held at the last period.
  /// - Returns: Per period: a year of quarters is `compounded(over: 4)`.
  /// - Complexity: That of `solve`.
  public mutating func directAlpha(_ flows: Span<Double>, index: Span<Double>, netAssetValue: Double) -> InternalRate {
    precondition(flows.count == index.count && !flows.isEmpty)
    var carried: [Double] = []
    swap(&carried, &scaled)
    carried.removeAll(keepingCapacity: true)
    let last = index[index.count - 1]
    for period in flows.indices { carried.append(flows[period] * (last / index[period])) }
    carried[carried.count - 1] += netAssetValue
    let alpha = solve(carried.span)
    swap(&carried, &scaled)
    return alpha
  }
}
