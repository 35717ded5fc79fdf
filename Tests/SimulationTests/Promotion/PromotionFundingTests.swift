// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import TestSupport
import Testing

@testable import Simulation

/// Promotion beside funds, and in the account of public money.
@Suite struct PromotionFundingTests {
  typealias Small = SmallPromotion

  /// The small fund, with a stream of candidates from elsewhere, beside the small promotion.
  static func design(
    _ funding: (seeking: Double, odds: Double, landing: Double)?, fund: [String: String] = [:], extra: String = ""
  ) throws -> ResolvedDesign {
    let text = SmallFund.text(law: SmallFund.fixed(1, years: 1), fund: fund, extra: extra)
      .replacing("arrivals: {kind: unlimited}", with: "arrivals: {kind: per_year, mean: 20}")
    var (scenario, register) = try ScenarioWorkshop.read(text, ["time.length=3 years"])
    scenario.promotion = Small.funded(funding)
    return try ResolvedDesign(scenario, register: register)
  }

  @Test("projects that a fund supports are signed more often; nobody is supported who does not seek it")
  func supports() throws {
    let none = PromotionProbe.run(try Self.design(nil))
    let idle = PromotionProbe.run(try Self.design((0, 10, 0)))
    let blunt = PromotionProbe.run(try Self.design((0.2, 0, 0)))
    let sharp = PromotionProbe.run(try Self.design((0.2, 10, 0)))
    #expect(idle.records == none.records)
    #expect(blunt[.supported] > 5 && blunt[.supported] == sharp[.supported])
    #expect(blunt[.supported] <= 24)
    #expect(sharp[.signed] > none[.signed] + 3 && sharp[.leads] == none[.leads])
  }

  @Test("companies that a fund bought elsewhere bring projects")
  func lands() throws {
    let none = PromotionProbe.run(try Self.design((0, 0, 0)))
    let landing = PromotionProbe.run(try Self.design((0, 0, 1)))
    // Eight tickets a year, those of the last quarter after the end.
    #expect(landing[.leads] > none[.leads] + 10 && landing[.leads] <= none[.leads] + 24)
  }

  @Test("the fund buys projects as it buys candidates, and its books balance")
  func balances() throws {
    #expect(try KernelProbe.isBalanced(try Self.design((0.2, 1, 0.5))))
  }

  @Test("the account of a level of government bears spending and gets taxes")
  func publicMoney() async throws {
    var scenario = try Small.scenario {
      $0.regions[0].value.level = .city
      $0.regions[1].value.level = .county
      $0.units[0].value.cost = Small.yuan(1e6)
      $0.units.append(Small.unit("county", home: "east", leads: 50))
      $0.units[1].value.cost = Small.yuan(3e5)
      $0.regions[0].value.taxShare = Small.share(0.4)
      $0.regions[1].value.taxShare = Small.share(0)
    }
    scenario.outputs.replicateEntities = []
    scenario.economy.inflation = YearlyPath(years: [], rates: [])
    let outcome = try await Ensemble([try ResolvedDesign(scenario, register: [])]).run(count: 3, width: 1)[0]
    func value(_ entity: String, _ metric: HeadlineMetric, _ replicate: Int) throws -> Double {
      let place = try #require(outcome.labels.entities.firstIndex(of: entity))
      let column = try #require(outcome.wants.column(metric))
      return outcome.column(entity: place, metric: column)[replicate]
    }
    let years = 3.0
    for replicate in 0..<3 {
      #expect(abs(try value("public/city", .promotionSpending, replicate) - 1e6 * years) < 1)
      #expect(abs(try value("public/county", .promotionSpending, replicate) - 3e5 * years) < 1)
      #expect(abs(try value("public/city", .outlay, replicate) - 1e6 * years) < 1)
      let taxes = try value("public/city", .retainedTax, replicate)
      #expect(try value("public/city", .receipts, replicate) == taxes)
      #expect(abs(try value("region/city", .retainedTax, replicate) - taxes) < 1)
      #expect(abs(try value("region/city", .promotionSpending, replicate) - 1.3e6 * years) < 1)
      #expect(abs(taxes - 0.4 * 0.5 * (try value("region/city", .tax, replicate))) < 100)
      #expect(abs(try value("public/city", .netPresentValue, replicate) - (taxes - 1e6 * years)) < 1)
    }
  }
}
