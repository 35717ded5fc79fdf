// SPDX-License-Identifier: GPL-3.0-or-later

/// The money that moved on one replicate: fen by channel and quarter.
///
/// Money moves by `transfer` and in no other way, so every fen leaves one account and enters another. Whoever runs a
/// replicate keeps the stock of every account besides, by its own arithmetic; `imbalance` holds the two against each
/// other.
public struct Ledger: ~Copyable {
  /// The accounts and channels.
  public let layout: LedgerLayout
  /// Fen, channel by channel, a column a quarter.
  @usableFromInline var fen: Column<Int64>

  /// An empty ledger.
  public init(_ layout: LedgerLayout) {
    self.layout = layout
    fen = Column(repeating: 0, count: layout.channels.count * layout.quarters)
  }

  /// Forgets every movement.
  /// - Complexity: O(channels × quarters), no allocation.
  public mutating func clear() {
    fen.fill(0)
  }

  /// Forgets every movement through a channel.
  public mutating func clear(channel: Int) {
    for cell in cells(channel) { fen[cell] = 0 }
  }

  /// Moves money through a channel in a quarter.
  ///
  /// - Parameters:
  ///   - amount: Fen, not negative.
  ///   - channel: Number of the channel.
  ///   - quarter: Quarter of the grid.
  @inlinable public mutating func transfer(_ amount: Int64, through channel: Int, in quarter: Int) {
    precondition(amount >= 0, "money moves forward; a refund has a channel of its own")
    fen[channel &* layout.quarters &+ quarter] += amount
  }

  /// Moves money through a channel in a range of quarters.
  ///
  /// - Parameters:
  ///   - amounts: Fen, not negative.
  ///   - first: Where the amount of quarter 0 stands; the others follow.
  ///   - quarters: Quarters of the grid.
  ///   - channel: Number of the channel.
  public mutating func transfer(
    _ amounts: borrowing Column<Int64>, from first: Int, in quarters: Range<Int>, through channel: Int
  ) {
    precondition(quarters.lowerBound >= 0 && quarters.upperBound <= layout.quarters, "quarters outside the grid")
    fen.add(
      amounts, first + quarters.lowerBound..<first + quarters.upperBound,
      at: cells(channel).lowerBound + quarters.lowerBound)
  }

  /// What moved through a channel in a quarter, in fen.
  @inlinable public func amount(through channel: Int, in quarter: Int) -> Int64 {
    fen[channel &* layout.quarters &+ quarter]
  }

  /// What moved through a channel in all quarters, in fen.
  public func total(through channel: Int) -> Int64 { fen.sum(cells(channel)) }

  private func cells(_ channel: Int) -> Range<Int> { channel * layout.quarters..<(channel + 1) * layout.quarters }

  /// Adds the movements of one channel to a column of quarters, times +1 or −1.
  public func add(channel: Int, to column: inout [Int64], sign: Int64) {
    fen.add(cells(channel), times: sign, to: &column)
  }

  /// For every account the distance, in fen, between opening + in − out and the stock that was kept besides.
  ///
  /// - Parameters:
  ///   - openings: Fen in each account at the start.
  ///   - stocks: Fen in each account at the end, kept independently of this ledger.
  ///   - totals: Overwritten by the total of each channel.
  ///   - imbalances: Overwritten; all zero when the books balance.
  public func imbalance(
    openings: borrowing Column<Int64>, stocks: borrowing Column<Int64>, totals: inout Column<Int64>,
    imbalances: inout Column<Int64>
  ) {
    for account in 0..<layout.accounts { imbalances[account] = stocks[account] - openings[account] }
    for number in layout.channels.indices {
      let moved = total(through: number)
      totals[number] = moved
      imbalances[layout.channels[number].from] += moved
      imbalances[layout.channels[number].to] -= moved
    }
    for account in 0..<layout.accounts { imbalances[account] = abs(imbalances[account]) }
  }
}
