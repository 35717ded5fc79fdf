// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Simulation

/// One happening of a story in words.
struct StoryLine {
  private let entry: Journal.Entry
  private let fund: String
  private let company: String
  private let instrument: String

  init(_ entry: Journal.Entry, in story: ReplicateStory) {
    self.entry = entry
    fund = story.labels.funds.indices.contains(entry.fund) ? story.labels.funds[entry.fund] : ""
    company = story.companies.indices.contains(entry.company) ? story.companies[entry.company] : ""
    let instruments = story.labels.instruments
    instrument = Int(exactly: entry.detail).flatMap { instruments.indices.contains($0) ? instruments[$0] : nil } ?? ""
  }

  /// The happening in both languages.
  var text: BilingualText {
    switch entry.happening {
    case .failed, .stalled, .boughtBack, .transferred, .acquired, .graduated, .listed, .realised, .revived: fate
    case .supported, .creditDefault, .compensated, .converted: support
    case .investment, .followOn, .redeemed, .redemptionUnpaid, .payment, .soldAtEnd, .handedOut: holding
    case .skipped: BilingualText("\(fund) buys nothing: \(rule.english)", "\(fund) 未投资：\(rule.chinese)")
    case .call, .managementFee, .distribution, .carriedInterest, .clawback, .extended, .ended: account
    case .closing, .notFormed, .late, .defaulted, .postponed, .publicExit: capital
    case .creditDrawn, .creditRepaid: credit
    case .stakeBought, .conceded, .paidBack: concession
    }
  }

  private var amount: BilingualText {
    let yuan = Double(entry.amount) / 100
    return BilingualText(ValueText.money(yuan, .english), ValueText.money(yuan, .chinese))
  }

  private var times: String { NumberText.rounded(entry.detail, places: 2) }

  /// What became of a company.
  private var fate: BilingualText {
    switch entry.happening {
    case .failed:
      BilingualText(
        "\(company) fails; holdings return \(ValueText.percent(entry.detail)) of their cost",
        "\(company) 失败，持股收回成本的 \(ValueText.percent(entry.detail))")
    case .stalled:
      BilingualText(
        "\(company) finds no further round, at \(times) times the value at entry",
        "\(company) 未获后续融资，估值为进入时的 \(times) 倍")
    case .boughtBack:
      entry.detail > 0
        ? BilingualText("\(company): the founder buys the shares back", "\(company) 创始人回购股权")
        : BilingualText("\(company): the founder fails to buy the shares back", "\(company) 创始人未能履行回购")
    case .transferred:
      BilingualText(
        "\(company): shares transferred at \(times) times the value at entry",
        "\(company) 股权转让，为进入估值的 \(times) 倍")
    case .acquired:
      BilingualText(
        "\(company) is acquired at \(times) times the value at entry",
        "\(company) 被并购，为进入估值的 \(times) 倍")
    case .graduated:
      BilingualText(
        "\(company) closes a round at \(times) times the value at entry",
        "\(company) 完成一轮融资，为进入估值的 \(times) 倍")
    case .listed:
      BilingualText(
        "\(company) is listed at \(times) times the value at entry",
        "\(company) 上市，为进入估值的 \(times) 倍")
    case .revived:
      BilingualText(
        "\(company), in distress, finds a new investor at \(times) times the value at entry",
        "\(company) 陷入困境后获新投资人注资，为进入估值的 \(times) 倍")
    default:
      BilingualText(
        "\(company): the holding ends at \(times) times its cost",
        "\(company) 持股到期，为成本的 \(times) 倍")
    }
  }

  /// What an instrument does for a company.
  private var support: BilingualText {
    switch entry.happening {
    case .supported:
      BilingualText(
        "\(instrument) supports \(company) with \(amount.english)", "\(instrument) 支持 \(company) \(amount.chinese)")
    case .creditDefault:
      BilingualText(
        "\(company) defaults on \(amount.english) lent by \(instrument)",
        "\(company) 的 \(instrument) 贷款 \(amount.chinese) 违约")
    case .compensated:
      BilingualText(
        "guarantors of \(instrument) pay \(amount.english) for \(company)",
        "\(instrument) 担保方为 \(company) 代偿 \(amount.chinese)")
    default:
      BilingualText(
        "\(amount.english) of \(instrument) become shares of \(company)",
        "\(instrument) 的资助 \(amount.chinese) 转为 \(company) 股权")
    }
  }

  /// What a fund does with a holding.
  private var holding: BilingualText {
    switch entry.happening {
    case .investment:
      BilingualText(
        "\(fund) buys into \(company): \(amount.english)",
        "\(fund) 投资 \(company) \(amount.chinese)")
    case .followOn:
      BilingualText(
        "\(fund) follows on in \(company): \(amount.english)",
        "\(fund) 跟投 \(company) \(amount.chinese)")
    case .redeemed, .redemptionUnpaid: redemption
    case .soldAtEnd:
      BilingualText(
        "\(fund) sells what is left of \(company) for \(amount.english)",
        "\(fund) 到期出售 \(company) 余股，得 \(amount.chinese)")
    case .handedOut:
      BilingualText(
        "\(fund) hands out shares of \(company) worth \(amount.english)",
        "\(fund) 分配 \(company) 股票，计 \(amount.chinese)")
    default:
      BilingualText(
        "\(fund) receives \(amount.english) from \(company)",
        "\(fund) 从 \(company) 收回 \(amount.chinese)")
    }
  }

  /// A fund calls its right to be bought out.
  private var redemption: BilingualText {
    entry.happening == .redeemed
      ? BilingualText(
        "\(fund) has the founder of \(company) buy it out; cost \(amount.english)",
        "\(fund) 行使回购权，\(company) 创始人回购，成本 \(amount.chinese)")
      : BilingualText(
        "\(fund) asks to be bought out of \(company), the founder cannot pay; cost \(amount.english)",
        "\(fund) 行使回购权，\(company) 创始人无力回购，成本 \(amount.chinese)")
  }

  /// What a fund raises, and whether its investors pay.
  private var capital: BilingualText {
    switch entry.happening {
    case .closing:
      BilingualText("\(fund) admits commitments of \(amount.english)", "\(fund) 交割认缴 \(amount.chinese)")
    case .notFormed:
      BilingualText("\(fund) is not formed: too little was raised", "\(fund) 募集不足，未能设立")
    case .publicExit:
      BilingualText(
        "\(fund): public investors leave; the fund owes them \(amount.english)", "\(fund) 财政国资提前退出，应付 \(amount.chinese)"
      )
    case .postponed:
      entry.amount > 0
        ? BilingualText(
          "\(fund): a level of government has yet to pay \(amount.english) of what was called",
          "\(fund) 有政府层级暂缓出资，尚欠 \(amount.chinese)")
        : BilingualText(
          "\(fund): lacks money that a level of government may not pay, and calls nothing",
          "\(fund) 资金不足：有政府层级不得出资，未发出缴款通知")
    case .late: BilingualText("\(fund): an investor is late with its money", "\(fund) 有出资人延迟出资")
    default:
      BilingualText(
        "\(fund): an investor fails; \(amount.english) of commitments lapse",
        "\(fund) 有出资人违约，认缴 \(amount.chinese) 失效")
    }
  }

  /// What investors do for each other.
  private var concession: BilingualText {
    switch entry.happening {
    case .stakeBought:
      BilingualText(
        "\(fund): an option on an investor's stake is exercised for \(amount.english)",
        "\(fund) 份额购买权行使，价款 \(amount.chinese)")
    case .conceded:
      BilingualText(
        "\(fund): an investor gives up \(amount.english) of its part to others", "\(fund) 有出资人让利 \(amount.chinese)")
    default:
      BilingualText(
        "\(fund): investors pay back \(amount.english) to the one who stood behind them",
        "\(fund) 受让利方以收益返还 \(amount.chinese)")
    }
  }

  /// What a fund does with its lender.
  private var credit: BilingualText {
    entry.happening == .creditDrawn
      ? BilingualText("\(fund) draws \(amount.english) on its line of credit", "\(fund) 提用授信 \(amount.chinese)")
      : BilingualText("\(fund) repays \(amount.english) of its line of credit", "\(fund) 归还授信 \(amount.chinese)")
  }

  /// What a fund does with its investors and manager.
  private var account: BilingualText {
    switch entry.happening {
    case .call: BilingualText("\(fund) calls \(amount.english)", "\(fund) 通知出资人缴款 \(amount.chinese)")
    case .managementFee:
      BilingualText(
        "\(fund) pays a management fee of \(amount.english)",
        "\(fund) 支付管理费 \(amount.chinese)")
    case .distribution:
      BilingualText("\(fund) distributes \(amount.english)", "\(fund) 向出资人分配 \(amount.chinese)")
    case .carriedInterest:
      BilingualText(
        "\(fund) pays carried interest of \(amount.english)",
        "\(fund) 支付业绩报酬 \(amount.chinese)")
    case .clawback:
      BilingualText(
        "\(fund): \(amount.english) of carried interest goes back to the investors",
        "\(fund) 业绩报酬回拨给出资人 \(amount.chinese)")
    case .extended: BilingualText("\(fund): the term is extended", "\(fund) 存续期延长")
    default: BilingualText("\(fund) ends", "\(fund) 到期清算")
    }
  }

  private var bound: Journal.Rule? { Int(exactly: entry.detail).flatMap(Journal.Rule.init(rawValue:)) }

  /// The rule that bound.
  private var rule: BilingualText {
    switch bound {
    case .noCandidate: BilingualText("no candidate within the mandate is left", "投资范围内无候选企业")
    case .budget: BilingualText("the money set aside for companies is spent", "可投资额度已用完")
    case .liquidity: BilingualText("cash and undrawn commitments do not suffice", "现金与未缴出资不足")
    case .mandateShare: BilingualText("a least share of the mandate would be missed", "将低于投资范围规定的最低占比")
    case .concentration: BilingualText("the limit on one company", "单一企业投资上限")
    case nil: BilingualText("unknown rule", "未知规则")
    }
  }

  private var isSupport: Bool {
    [.supported, .creditDefault, .compensated, .converted].contains(entry.happening)
  }

  /// The happening as a record; without a date where only the quarter is known.
  func json(date: CalendarDate?, quarter: Quarter) -> JSONValue {
    let hasMultiple: Bool =
      switch entry.happening {
      case .failed, .stalled, .transferred, .acquired, .graduated, .listed, .realised, .revived: true
      default: false
      }
    return .record([
      "date": date.map { .text($0.description) } ?? .null,
      "quarter": .text(quarter.description),
      "happening": .text(entry.happening.word),
      "fund": fund.isEmpty ? .null : .text(fund),
      "company": company.isEmpty ? .null : .text(company),
      "instrument": isSupport ? .text(instrument) : .null,
      "amount": entry.amount == 0 ? .null : .real(Double(entry.amount) / 100),
      "multiple": hasMultiple ? .real(entry.detail) : .null,
      "rule": entry.happening == .skipped ? bound.map { .text($0.word) } ?? .null : .null,
      "text": .text(text.english),
      "text_zh": .text(text.chinese),
    ])
  }
}
