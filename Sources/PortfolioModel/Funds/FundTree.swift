// SPDX-License-Identifier: GPL-3.0-or-later

/// How funds hang together: who holds an interest in whom, and who follows whom.
public struct FundTree: Sendable {
  /// A tie that closes a circle.
  public struct CircularTie: Hashable, Sendable {
    /// The fund that has the tie.
    public var fund: String
    /// The investor that is another fund; nothing where the tie is a co-investment.
    public var via: String?
    /// The funds of the circle, the first again at the end.
    public var circle: [String]
  }

  private struct Tie {
    var other: Int
    var via: String?
  }

  private let ids: [String]
  /// For each fund those that come after it in a quarter: its owners and its followers.
  private let ties: [[Tie]]

  /// The tree of funds sorted by id; ties to unknown funds are left out.
  public init(_ funds: [Identified<Fund>]) {
    ids = funds.map(\.id)
    let positions = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var ties = [[Tie]](repeating: [], count: funds.count)
    for (index, fund) in funds.enumerated() {
      for investor in fund.value.investors {
        guard let owner = investor.value.fund.flatMap({ positions[$0] }) else { continue }
        ties[index].append(Tie(other: owner, via: investor.id))
      }
    }
    for (index, fund) in funds.enumerated() {
      guard case .companies(let programme) = fund.value.portfolio,
        let lead = programme.coInvestment.flatMap({ positions[$0.lead] })
      else { continue }
      ties[lead].append(Tie(other: index, via: nil))
    }
    self.ties = ties
  }

  /// Positions of the funds so that each comes before its owners and before those that follow it; by id where it does
  /// not matter. Complete only without circles.
  public var order: [Int] {
    var waiting = [Int](repeating: 0, count: ids.count)
    for own in ties { for tie in own { waiting[tie.other] += 1 } }
    var order: [Int] = []
    var isDone = [Bool](repeating: false, count: ids.count)
    while let next = ids.indices.first(where: { !isDone[$0] && waiting[$0] == 0 }) {
      isDone[next] = true
      order.append(next)
      for tie in ties[next] { waiting[tie.other] -= 1 }
    }
    return order
  }

  /// Every tie that closes a circle, found from the funds in order of their ids.
  public var circularTies: [CircularTie] {
    var found: [CircularTie] = []
    var state = [Int](repeating: 0, count: ids.count)
    var path: [Int] = []
    func visit(_ fund: Int) {
      state[fund] = 1
      path.append(fund)
      for tie in ties[fund] {
        if state[tie.other] == 1, let start = path.firstIndex(of: tie.other) {
          let circle = (path[start...] + [tie.other]).map { ids[$0] }
          found.append(CircularTie(fund: tie.via == nil ? ids[tie.other] : ids[fund], via: tie.via, circle: circle))
        } else if state[tie.other] == 0 {
          visit(tie.other)
        }
      }
      path.removeLast()
      state[fund] = 2
    }
    for fund in ids.indices where state[fund] == 0 { visit(fund) }
    return found
  }
}

extension [Identified<Fund>] {
  /// What is left out of a design besides some ids: funds that nobody but funds that are left out invests in.
  ///
  /// - Parameter ids: As ``DerivedPlan/without`` has them.
  /// - Returns: The same with these funds.
  public func leftOut(with ids: Set<String>) -> Set<String> {
    var left = ids
    var grown = true
    while grown {
      grown = false
      for fund in self where !left.contains(fund.id) {
        let isAlone = fund.value.investors.allSatisfy { $0.value.fund.map(left.contains) ?? false }
        if isAlone, !fund.value.investors.isEmpty { grown = left.insert(fund.id).inserted }
      }
    }
    return left
  }
}

extension Fund {
  /// The fund where others are left out, whose commitments are then missing and whom nobody follows, and where
  /// concessions or clauses are left out, which are named `FUND/CONCESSION` and `FUND/CLAUSE`; see ``clauses``.
  public func without(_ others: Set<String>, id: String) -> Fund {
    var fund = self
    fund.concessions = concessions.filter { !others.contains("\(id)/\($0.id)") }
    for clause in clauses where others.contains("\(id)/\(clause)") { fund.leaveOut(clause) }
    fund.investors = investors.filter { investor in investor.value.fund.map { !others.contains($0) } ?? true }
    if case .companies(var programme) = portfolio, let lead = programme.coInvestment?.lead, others.contains(lead) {
      programme.coInvestment = nil
      fund.portfolio = .companies(programme)
    }
    return fund
  }

  /// The clauses of the fund whose price a run tells by simulating the design without each: its line of credit, the
  /// procedure of its last sale, distribution in kind, early exit of its public investors.
  public var clauses: [String] {
    var own: [String] = []
    if creditLine != nil { own.append(CreditLine.id) }
    if stateSale != nil { own.append(StateSale.id) }
    if inKind != nil { own.append(InKindDistribution.id) }
    if publicExit != nil { own.append(PublicExit.id) }
    return own
  }

  private mutating func leaveOut(_ clause: String) {
    switch clause {
    case CreditLine.id: creditLine = nil
    case StateSale.id: stateSale = nil
    case InKindDistribution.id: inKind = nil
    default: publicExit = nil
    }
  }
}
