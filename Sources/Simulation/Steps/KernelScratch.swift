// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// Room for intermediate results, so that no step allocates.
struct KernelScratch: ~Copyable {
  var parts: Column<Int64>
  var rooms: Column<Int64>
  var weights: Column<Int64>
  /// What a fund's investors would pay.
  var wants: Column<Int64>
  var remainders: Column<Int64>
  var stocks: Column<Int64>
  var openings: Column<Int64>
  var totals: Column<Int64>
  var imbalances: Column<Int64>
  var factors: [Double]
  var draws = UniformDraws()
  var innovations = Column<Double>()
  /// Factors by which the events of some lives move values.
  var eventFactors = Column<Double>()
  // By group of a fund's investors.
  var groupWeights: Column<Int64>
  var groupParts: Column<Int64>
  var groupRemainders: Column<Int64>
  var groupValues: Column<Double>
  /// What-if copies of a fund's waterfalls and of all deals' accounts.
  var waterfalls = Column<FundWaterfall>()
  var accounts = Column<DealAccount>()
  /// What each deal would bring.
  var dealValues = Column<Double>()

  init(_ plan: Plan) {
    let most = plan.funds.map(\.partyCount).max() ?? 0
    parts = Column(repeating: 0, count: most)
    rooms = Column(repeating: 0, count: most)
    weights = Column(repeating: 0, count: most)
    wants = Column(repeating: 0, count: most)
    remainders = Column(repeating: 0, count: most)
    stocks = Column(repeating: 0, count: plan.ledger.accounts)
    openings = Column(repeating: 0, count: plan.ledger.accounts)
    imbalances = Column(repeating: 0, count: plan.ledger.accounts)
    totals = Column(repeating: 0, count: plan.ledger.channels.count)
    factors = Array(repeating: 0, count: plan.economy.sectors.count)
    let groups = plan.funds.map(\.groups.count).max() ?? 0
    groupWeights = Column(repeating: 0, count: groups)
    groupParts = Column(repeating: 0, count: groups)
    groupRemainders = Column(repeating: 0, count: groups)
    groupValues = Column(repeating: 0, count: groups)
  }
}
