// SPDX-License-Identifier: GPL-3.0-or-later

public import Measures
public import Quantities

/// Who gets what of real flows: a row a flow, one for the settlement where there are safeguards, one for each group of
/// classes where there are several, and the total. Columns that would be empty throughout are left out.
///
/// `investors` and `manager` are what each is entitled to, so they sum to the distribution in the total; `manager_paid`
/// is what the manager has in hand.
public struct WaterfallTable {
  private enum Cell {
    /// What the files call it.
    case text(String)
    /// The same, or one of `words`.
    case word(String)
    case money(Money)
  }

  /// What the table calls rows and classes that the files do not name.
  private static let words = [
    "fund": BilingualText("fund", "基金"), "all": BilingualText("all", "全部"),
    "settlement": BilingualText("settlement", "结算"), "total": BilingualText("total", "合计"),
  ]

  private let names: [String]
  private let headings: [BilingualText]
  private let rows: [[Cell]]

  /// The table of a waterfall after all flows and the settlement.
  ///
  /// - Parameters:
  ///   - waterfall: As it stands in the end.
  ///   - flows: In the order of the rows.
  ///   - payments: What became of each flow.
  ///   - deals: The names of the deals by number.
  ///   - classes: The names of the classes in the order of the agreement; the first is that of the fund.
  public init(
    _ waterfall: DatedWaterfall, _ flows: [WaterfallFlow], _ payments: [WaterfallPayment], deals: [String],
    classes: [String]
  ) {
    let isSecured = waterfall.agreement.safeguards.isActive
    var lines = zip(flows, payments).map { flow, payment in
      Line(
        label: flow.date.description, deal: flow.deal.map { deals[$0] } ?? "",
        investorClass: flow.contribution > .zero ? classes[flow.investorClass] : "", flow: flow, payment: payment)
    }
    let settlement = waterfall.settlements.reduce(into: WaterfallSettlement()) { $0 += $1 }
    if isSecured { lines.append(Line(label: "settlement", settlement: settlement)) }
    var total = lines.reduce(into: Line(label: "total")) { $0.add($1) }
    total.investorClass = classes.count > 1 ? "all" : ""
    if waterfall.groups.count > 1 { lines += Line.totals(of: waterfall, classes) }
    lines.append(total)
    let columns = Line.columns.filter { column in
      switch column.name {
      case "deal": !deals.isEmpty
      case "class": classes.count > 1
      case "write_off": total.flow.writeOff > .zero
      case "held", "released", "from_escrow": waterfall.agreement.safeguards.escrowShare > 0
      case "clawback", "manager_paid": isSecured
      default: true
      }
    }
    names = columns.map(\.name)
    headings = columns.map(\.heading)
    rows = lines.map { line in columns.map { $0.cell(line) } }
  }

  /// Columns of text that end at the same place.
  public func text(_ language: Language) -> String {
    let all = [headings.map { $0(language) }] + rows.map { row in row.map { Self.shown($0, language) } }
    let widths = names.indices.map { column in all.map { TextWidth.columns($0[column]) }.max() ?? 0 }
    return all.map { row in
      row.indices.map { TextWidth.padded(row[$0], to: widths[$0], right: true) }.joined(separator: "  ")
    }.joined(separator: "\n") + "\n"
  }

  /// A list of objects, one a row; amounts in yuan.
  public var json: String {
    let objects = rows.map { row in
      "{" + zip(names, row).map { "\(JSONValue.quoted($0)): \(Self.json($1))" }.joined(separator: ", ") + "}"
    }
    return "[" + objects.joined(separator: ",\n ") + "]\n"
  }

  private static func shown(_ cell: Cell, _ language: Language) -> String {
    switch cell {
    case .text(let text): text.isEmpty ? "–" : text
    case .word(let word): word.isEmpty ? "–" : words[word]?(language) ?? word
    case .money(let amount): plain(amount)
    }
  }

  private static func json(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .word(let text): JSONValue.quoted(text)
    case .money(let amount): plain(amount)
    }
  }

  private static func plain(_ amount: Money) -> String {
    var bytes: [UInt8] = []
    NumberText.append(fen: amount.fen, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Rows

  /// What stands in a row.
  private struct Line {
    var label: String
    var deal = ""
    var investorClass = ""
    var flow = WaterfallFlow(date: CalendarDate(dayNumber: 1))
    var payment = WaterfallPayment()
    var settlement = WaterfallSettlement()

    mutating func add(_ line: Line) {
      flow.contribution += line.flow.contribution
      flow.distribution += line.flow.distribution
      flow.writeOff += line.flow.writeOff
      payment += line.payment
      settlement += line.settlement
    }

    /// The total of each group, with the classes that are in it.
    static func totals(of waterfall: DatedWaterfall, _ classes: [String]) -> [Line] {
      let ofClass = waterfall.agreement.groups.ofClass
      return waterfall.groups.indices.map { group in
        var line = Line(label: "total")
        line.investorClass = zip(classes, ofClass).filter { $0.1 == group }.map(\.0).joined(separator: "+")
        line.flow.contribution = waterfall.groups[group].contributed
        line.flow.distribution = waterfall.payments[group].tiers.total
        line.payment = waterfall.payments[group]
        line.settlement = waterfall.settlements[group]
        return line
      }
    }

    static let columns: [(name: String, heading: BilingualText, cell: @Sendable (Line) -> Cell)] = [
      ("date", .init("Date", "日期"), { .word($0.label) }),
      ("deal", .init("Deal", "项目"), { .text($0.deal) }),
      ("class", .init("Class", "类别"), { .word($0.investorClass) }),
      ("contribution", .init("Contribution", "出资"), { .money($0.flow.contribution) }),
      ("distribution", .init("Distribution", "可分配"), { .money($0.flow.distribution) }),
      ("write_off", .init("Write-off", "核销"), { .money($0.flow.writeOff) }),
      ("return_of_capital", .init("Capital", "返还本金"), { .money($0.payment.tiers.returnOfCapital) }),
      ("preferred", .init("Preferred", "门槛收益"), { .money($0.payment.tiers.preferred) }),
      (
        "catch_up_investors", .init("Catch-up, investors", "追补·出资人"), { .money($0.payment.tiers.catchUpInvestors) }
      ),
      ("catch_up_manager", .init("Catch-up, manager", "追补·管理人"), { .money($0.payment.tiers.catchUpManager) }),
      ("split_investors", .init("Split, investors", "超额·出资人"), { .money($0.payment.tiers.splitInvestors) }),
      ("split_manager", .init("Split, manager", "超额·管理人"), { .money($0.payment.tiers.splitManager) }),
      ("from_escrow", .init("From escrow", "留存转回"), { .money($0.settlement.fromEscrow) }),
      ("clawback", .init("Clawback", "回拨"), { .money($0.settlement.fromManager) }),
      (
        "investors", .init("Investors", "出资人合计"),
        { .money($0.payment.tiers.investors + $0.settlement.toInvestors) }
      ),
      ("manager", .init("Manager", "管理人合计"), { .money($0.payment.tiers.manager - $0.settlement.toInvestors) }),
      ("held", .init("Held", "留存"), { .money($0.payment.held) }),
      ("released", .init("Released", "解除留存"), { .money($0.payment.released + $0.settlement.released) }),
      (
        "manager_paid", .init("Manager, paid", "管理人实得"),
        { .money($0.payment.toManager + $0.settlement.released - $0.settlement.fromManager) }
      ),
    ]
  }
}
