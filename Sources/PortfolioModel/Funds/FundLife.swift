// SPDX-License-Identifier: GPL-3.0-or-later

public import Quantities

/// How long a fund lives and how it ends.
public struct FundLife: Hashable, Sendable {
  /// From the start to the planned end.
  public var term: Sourced<TimeSpan>

  /// Length of one extension.
  public var extensionLength: Sourced<TimeSpan>

  /// At most so many extensions.
  public var extensionCount: Sourced<Int>

  /// An extension is taken while net asset value is at least this share of paid-in capital.
  public var extensionThreshold: Sourced<Share>

  /// What happens to what is left at the end.
  public var rest: RestTreatment

  /// Discount to model value of a sale to a secondary fund.
  public var saleDiscount: Sourced<Share>

  /// Takes every field.
  public init(
    term: Sourced<TimeSpan>, extensionLength: Sourced<TimeSpan>, extensionCount: Sourced<Int>,
    extensionThreshold: Sourced<Share>, rest: RestTreatment, saleDiscount: Sourced<Share>
  ) {
    self.term = term
    self.extensionLength = extensionLength
    self.extensionCount = extensionCount
    self.extensionThreshold = extensionThreshold
    self.rest = rest
    self.saleDiscount = saleDiscount
  }
}
