// SPDX-License-Identifier: GPL-3.0-or-later

/// All that a fund's investors and its manager agreed on about the sharing of cash.
public struct WaterfallAgreement: Hashable, Sendable {
  /// Over what carried interest is reckoned.
  public var kind: FundWaterfall.Kind
  /// Terms by class of investors; not empty. The first are those of the fund.
  public var terms: [WaterfallTerms]
  /// Escrow and clawback, the same for all classes.
  public var safeguards: CarrySafeguards
  /// How days become years for the preferred return.
  public var dayCount: DayCount

  /// An agreement; without classes, terms of the fund alone.
  public init(
    _ kind: FundWaterfall.Kind, _ terms: [WaterfallTerms], _ safeguards: CarrySafeguards = .none,
    dayCount: DayCount = .actual365Fixed
  ) {
    precondition(!terms.isEmpty)
    self.kind = kind
    self.terms = terms
    self.safeguards = safeguards
    self.dayCount = dayCount
  }

  /// The distinct terms in order of their first class, and which of them each class has.
  ///
  /// Classes on equal terms are one group, so that terms written again for a class change nothing, not even a rounding.
  public var groups: (terms: [WaterfallTerms], ofClass: [Int]) {
    var distinct: [WaterfallTerms] = []
    let ofClass = terms.map { terms in
      if let known = distinct.firstIndex(of: terms) { return known }
      distinct.append(terms)
      return distinct.count - 1
    }
    return (distinct, ofClass)
  }
}
