// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How capital is called from investors, always in proportion to what each has not yet paid in.
public struct CapitalCalls: Hashable, Sendable {
  /// When and how much.
  public var method: CallMethod

  /// Whether proceeds pay for needs first.
  public var offset: CallOffset

  /// Share of commitments in the first call, for instalments.
  public var first: Sourced<Share>

  /// Share of commitments in each further call, for instalments.
  public var instalment: Sourced<Share>

  /// Proceeds that may buy further companies when what commitments leave for them is spent, as a share of commitments.
  public var recycling: Sourced<Share>

  /// Takes every field; nothing is recycled by default.
  public init(
    method: CallMethod, offset: CallOffset, first: Sourced<Share>, instalment: Sourced<Share>,
    recycling: Sourced<Share> = Sourced(.none)
  ) {
    self.method = method
    self.offset = offset
    self.first = first
    self.instalment = instalment
    self.recycling = recycling
  }
}
