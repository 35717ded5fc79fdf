// SPDX-License-Identifier: GPL-3.0-or-later

/// The dated story of one replicate, written only when somebody asks for it.
public struct Journal: Sendable {
  /// What happened.
  public enum Happening: Int, Sendable, CaseIterable {
    /// A fund bought a first ticket.
    case investment
    /// A fund followed on.
    case followOn
    /// A company failed.
    case failed
    /// A company found no further round.
    case stalled
    /// A founder bought a holding back.
    case boughtBack
    /// A holder called its right to be bought out and will be paid.
    case redeemed
    /// A holder called its right, and the founder could not pay.
    case redemptionUnpaid
    /// A holding was transferred.
    case transferred
    /// A company was acquired.
    case acquired
    /// A company closed a round.
    case graduated
    /// A company was listed.
    case listed
    /// A holding under a law of multiples came to its end.
    case realised
    /// A payment on a holding arrived.
    case payment
    /// A company in distress found a new investor.
    case revived
    /// An instrument admitted a company; `detail` is the instrument here and below, `amount` all that it got.
    case supported
    /// A company defaulted on a loan.
    case creditDefault
    /// Guarantors paid for it.
    case compensated
    /// A grant became shares.
    case converted
    /// A planned purchase was not made; `detail` says which rule bound.
    case skipped
    /// Capital was called.
    case call
    /// The management fee was charged.
    case managementFee
    /// Money was distributed to investors.
    case distribution
    /// Carried interest was paid.
    case carriedInterest
    /// The manager gave carried interest back, or what was held back of it went to the investors.
    case clawback
    /// The fund's life was extended.
    case extended
    /// The fund ended; what was left was sold or written off.
    case ended
    /// A holding was sold at the end of the fund.
    case soldAtEnd
    /// Commitments were admitted; `amount` is what came in.
    case closing
    /// Too little was raised: the fund is not formed.
    case notFormed
    /// An investor is late with what it owes.
    case late
    /// An investor failed; `amount` is the rest of its commitment, which lapses.
    case defaulted
    /// A fund drew on its line of credit.
    case creditDrawn
    /// A fund repaid what it had drawn.
    case creditRepaid
    /// Listed shares were handed out to investors.
    case handedOut
    /// Public investors left a fund early; `amount` is what it owes them.
    case publicExit
    /// A level of government owes the `amount` at the end of the quarter since it may not pay it; 0 where nothing was called
    /// because nobody could pay.
    case postponed
    /// An option on an investor's stake was exercised; `amount` is the price.
    case stakeBought
    /// A concession passed money on from one investor's part of a distribution to others.
    case conceded
    /// Those whom an investor stood behind paid back out of their gains.
    case paidBack
  }

  /// Why a planned purchase was not made.
  public enum Rule: Int, Sendable, CaseIterable {
    /// No candidate within the mandate was left.
    case noCandidate
    /// The money set aside for companies is spent.
    case budget
    /// Cash and undrawn commitments do not suffice.
    case liquidity
    /// A least share of the mandate would be missed.
    case mandateShare
    /// The limit on one company.
    case concentration
  }

  /// One line of the story.
  public struct Entry: Sendable {
    /// What happened.
    public var happening: Happening
    /// Quarter of the grid.
    public var quarter: Int
    /// Years from the first day of the grid, where the time within the quarter is known; negative otherwise.
    public var time: Double
    /// The fund, or −1.
    public var fund: Int
    /// The company by order of birth, or −1.
    public var company: Int
    /// Fen, or 0.
    public var amount: Int64
    /// Value per share over entry, the rule that bound, or 0.
    public var detail: Double
  }

  /// The story so far, in order of time.
  public internal(set) var entries: [Entry] = []
}
