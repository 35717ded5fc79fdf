// SPDX-License-Identifier: GPL-3.0-or-later

import PortfolioModel
import Quantities
import Testing

@testable import ScenarioFiles

/// Tables of flows for `guidefund waterfall`.
@Suite struct WaterfallFlowTableTests {
  private func load(_ text: String) throws -> [WaterfallEntry] {
    let folder = try TemporaryFolder(["f.csv": text])
    return try UserTable.waterfallFlows(at: folder("f.csv"))
  }

  @Test func plain() throws {
    let entries = try load("date,amount,note\n2020-01-01,-100 万元,x\n2021-01-01,1 元,\n")
    #expect(entries.map(\.amount.fen) == [-100_000_000, 100])
    #expect(entries.allSatisfy { $0.deal == nil && $0.investorClass == nil && $0.writeOff == .zero })
  }

  @Test func dealsClassesAndLosses() throws {
    let entries = try load(
      """
      class,date,amount,deal,write_off
      city_fiscal,2020-01-01,-40,甲,
      ,2020-01-01,-60,甲,
      ,2020-01-01,-5,,
      ,2023-01-01,30,甲,70

      """)
    #expect(entries.map(\.deal) == ["甲", "甲", nil, "甲"])
    #expect(entries.map(\.investorClass) == [.cityFiscal, nil, nil, nil])
    #expect(entries.map(\.writeOff.fen) == [0, 0, 0, 7000])
  }

  @Test("a column a letter away from an optional one is refused, any other further one is not")
  func similarColumns() throws {
    #expect(throws: ScenarioRejected.self) { try load("date,amount,calss\n2020-01-01,-1,bank\n") }
    #expect(try load("date,amount,clerk,detail\n2020-01-01,-1,bank,x\n").count == 1)
  }

  @Test(
    "mistakes are told with their place",
    arguments: [
      ("2021-01-01,5,a,bank,", "f.csv:3:16: class: cash is divided between all classes"),
      ("2021-01-01,-5,a,bnk,", "f.csv:3:17: class: unknown choice (bnk)"),
      ("2021-01-01,0,a,,-5", "f.csv:3:17: write_off: a loss is written as a positive amount"),
      ("2021-01-01,0,,,5", "f.csv:3:16: write_off: a loss needs the deal that made it"),
      ("2021-01-01,2e14,a,,", "f.csv:3:12: amount: out of range (2e14)"),
      ("2021-01-01,-1e300,a,,", "f.csv:3:12: amount: out of range (-1e300)"),
      ("2021-01-01,-1e400,a,,", "f.csv:3:12: amount: not a finite number (-1e400)"),
      ("2021-01-01,1e400 万元,a,,", "f.csv:3:12: amount: not a finite number (1e400 万元)"),
      ("2021-01-01,nan,a,,", "f.csv:3:12: amount: not a finite number (nan)"),
      ("2021-01-01,,a,,", "f.csv:3:12: amount"),
      ("2021-13-01,1,a,,", "f.csv:3:1: date"),
      ("2021-01-01,1,a,,x", "f.csv:3:17: write_off"),
      ("2019-12-31,1,a,,", "f.csv:3:12: amount: cash is distributed before capital is paid in"),
      ("2021-01-01,1,A,,", "f.csv:3:14: deal: no capital was paid into this deal (A); did you mean 'a'?"),
      ("2021-01-01,1,a,,6", "f.csv:3:17: write_off: more than was paid into the deal is written off"),
    ])
  func mistakes(row: String, message: String) throws {
    do {
      _ = try load("date,amount,deal,class,write_off\n2020-01-01,-5,a,,\n\(row)\n")
      Issue.record("accepted")
    } catch let error as ScenarioRejected {
      #expect(error.issues.count == 1 && error.issues[0].description.contains(message), "\(error.issues[0])")
      #expect(error.issues[0].text(.chinese) != error.issues[0].text(.english))
    }
  }
}
