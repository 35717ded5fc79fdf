// SPDX-License-Identifier: GPL-3.0-or-later

/// One pair of accounts with the kind of money that moves between them.
@frozen public struct LedgerChannel: Hashable, Sendable {
  /// Index of the account that pays.
  public var from: Int
  /// Index of the account that receives.
  public var to: Int
  /// What the money is for.
  public var kind: FlowKind

  /// A pair of accounts and a kind of flow.
  public init(from: Int, to: Int, kind: FlowKind) {
    self.from = from
    self.to = to
    self.kind = kind
  }
}

/// The accounts of a ledger and the channels between them, by index.
public struct LedgerLayout: Hashable, Sendable {
  /// How many accounts there are.
  public var accounts: Int
  /// Every way that money can move; its position is the channel's number.
  public var channels: [LedgerChannel]
  /// How many quarters there are.
  public var quarters: Int

  /// A layout of accounts and channels over quarters.
  public init(accounts: Int, channels: [LedgerChannel], quarters: Int) {
    precondition(channels.allSatisfy { (0..<accounts).contains($0.from) && (0..<accounts).contains($0.to) })
    self.accounts = accounts
    self.channels = channels
    self.quarters = quarters
  }
}
