// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension PipelineMetric {
  /// What a number is taken over.
  public enum Period: Sendable {
    /// One quarter.
    case quarter
    /// All quarters of the grid.
    case grid
  }

  /// Its unit, labels and definition over a period.
  public func about(of period: Period) -> MetricDefinition {
    let (direction, unit, label, english, chinese) = words
    let (when, whenChinese) =
      isLevel
      ? (period == .quarter ? ("at the end of the quarter", "季末") : ("at the end of the grid", "期末"))
      : (period == .quarter ? ("in the quarter", "当季") : ("over the grid", "模拟期内"))
    return MetricDefinition(unit, direction, label, .init("\(english), \(when).", "\(whenChinese)\(chinese)。"))
  }

  private var words: (MetricDefinition.Direction, String, BilingualText, String, String) {
    switch self {
    case .leads:
      (
        .higher, "", .init("Leads", "招商线索"),
        "Leads that arrived",
        "到达的招商线索"
      )
    case .negotiated:
      (
        .higher, "", .init("Negotiated projects", "洽谈项目"),
        "Leads whose talks came to a project, each once; such as stood behind the talks on arrival are left out",
        "洽谈成为项目的线索，每条计一次；到达时已过洽谈阶段的不计"
      )
    case .announced:
      (
        .higher, "", .init("Announced projects", "意向签约项目"),
        "Projects with a letter of intent",
        "签订意向的项目"
      )
    case .signed:
      (
        .higher, "", .init("Signed projects", "签约项目"),
        "Projects whose contract was signed",
        "签订合同的项目"
      )
    case .contractedInvestment:
      (
        .higher, "CNY", .init("Contracted investment", "合同投资额"),
        "Planned investment of the projects signed",
        "签约项目的计划投资额"
      )
    case .registered:
      (
        .higher, "", .init("Registered projects", "注册项目"),
        "Projects whose company was registered",
        "已注册公司的项目"
      )
    case .landSecured:
      (
        .higher, "", .init("Projects with land or factory", "落实用地项目"),
        "Projects that secured land or factory",
        "落实土地或厂房的项目"
      )
    case .started:
      (
        .higher, "", .init("Construction starts", "开工项目"),
        "Projects that started construction",
        "开工的项目"
      )
    case .completed:
      (
        .higher, "", .init("Completions", "竣工项目"),
        "Projects that completed construction",
        "竣工的项目"
      )
    case .inProduction:
      (
        .higher, "", .init("Projects in production", "投产项目"),
        "Projects that began to produce",
        "投产的项目"
      )
    case .aboveScale:
      (
        .higher, "", .init("Projects above scale", "达规入统项目"),
        "Projects that entered the statistics of firms above scale",
        "进入规模以上统计的项目"
      )
    case .lost:
      (
        .lower, "", .init("Lost leads and projects", "流失线索与项目"),
        "Leads and projects that came to nothing",
        "未成的线索与项目"
      )
    case .rejected:
      (
        .lower, "", .init("Turned away", "准入未通过"),
        "Leads and projects that a gate turned away",
        "准入环节未通过的线索与项目"
      )
    case .lostToRivals:
      (
        .lower, "", .init("Lost to rivals", "被竞争地区引走"),
        "Leads that a rival place took",
        "被竞争地区引走的线索"
      )
    case .withdrawn:
      (
        .lower, "", .init("Left a queue", "等待中退出"),
        "Projects that left a queue",
        "等待过久而退出的项目"
      )
    case .transferred:
      (
        .higher, "", .init("Transferred leads", "流转线索"),
        "Leads that another unit took over, counted where that unit is",
        "流转给其他单位的线索，计入承接单位所在区域"
      )
    case .stalled:
      (
        .lower, "", .init("Stalled projects", "停滞项目"),
        "Projects that came to a halt",
        "陷入停滞的项目"
      )
    case .stopped:
      (
        .lower, "", .init("Projects ended by stop-loss", "止损退出项目"),
        "Projects that were ended after standing still, those that never went further included",
        "停滞后止损退出的项目，含按其类型不再推进的项目"
      )
    case .inPlace:
      (
        .higher, "CNY", .init("Money in place", "到位资金"),
        "True money in place of projects signed",
        "签约项目的真实到位资金"
      )
    case .inPlaceReported:
      (
        .higher, "CNY", .init("Reported money in place", "上报到位资金"),
        "Money in place as regions report it, after audits",
        "各地上报（核查后）的到位资金"
      )
    case .inPlaceStatistical:
      (
        .higher, "CNY", .init("Statistical investment", "统计固定资产投资"),
        "The part of money in place that enters the statistics of fixed investment, with its lag",
        "到位资金中进入固定资产投资统计的部分（含滞后）"
      )
    case .foreignCash:
      (
        .higher, "CNY", .init("Foreign money in cash", "外资现汇进资"),
        "The part of foreign money in place that came in cash",
        "外资到位资金中的现汇部分"
      )
    case .writtenOff:
      (
        .lower, "CNY", .init("Investment lost", "止损损失投资"),
        "Money in place that was lost with projects that were ended",
        "止损退出项目损失的到位资金"
      )
    case .output:
      (
        .higher, "CNY", .init("Output", "产值"),
        "Output of projects and companies",
        "项目与企业的产值"
      )
    case .tax:
      (
        .higher, "CNY", .init("Taxes", "税收"),
        "Taxes on output, of all levels",
        "产值对应的全口径税收"
      )
    case .retainedTax:
      (
        .higher, "CNY", .init("Retained taxes", "地方留成税收"),
        "The part of taxes that stays in the region",
        "留存本地区的税收"
      )
    case .jobs:
      (
        .higher, "", .init("Jobs", "就业岗位"),
        "Jobs",
        "就业岗位"
      )
    case .operating:
      (
        .higher, "", .init("Companies in production", "在产企业"),
        "Companies that produce",
        "正在生产的企业"
      )
    case .closed:
      (
        .lower, "", .init("Closures", "关停企业"),
        "Companies that closed",
        "关停的企业"
      )
    case .rescued:
      (
        .higher, "", .init("Rescued companies", "纾困企业"),
        "Companies that were rescued from closing",
        "经纾困未关停的企业"
      )
    case .waiting:
      (
        .lower, "", .init("Projects that wait", "排队等待项目"),
        "Projects that wait for people, land, factory or quotas",
        "等待人手、土地、厂房或指标的项目"
      )
    case .standing:
      (
        .lower, "", .init("Projects that stand still", "停滞存量项目"),
        "Projects that stand still, or never go further",
        "处于停滞状态的项目，含按其类型不再推进的项目"
      )
    case .landUsed:
      (
        .lower, "mu", .init("Land used", "用地"),
        "Land that projects took",
        "项目取得的土地"
      )
    case .landAvailable:
      (
        .higher, "mu", .init("Cleared land left", "剩余净地"),
        "Cleared land that is free",
        "剩余净地"
      )
    case .landRevenue:
      (
        .higher, "CNY", .init("Land revenue", "土地收入"),
        "What projects paid for land and factories",
        "项目支付的土地与厂房价款"
      )
    case .factoryOccupancy:
      (
        .higher, "1", .init("Factory occupancy", "标准厂房入驻率"),
        "Standard factory in use over all that there is",
        "已使用与全部标准厂房之比"
      )
    case .promotionSpending:
      (
        .lower, "CNY", .init("Promotion spending", "招商支出"),
        "Spent on units, events, levers, gates, fees, rescues and on adding to pools",
        "用于招商单位、活动、措施、评审、佣金、纾困与要素供给的支出"
      )
    case .supportPromised:
      (
        .lower, "CNY", .init("Support promised", "承诺扶持"),
        "Support promised to the projects signed",
        "对签约项目承诺的扶持"
      )
    case .supportDue:
      (
        .lower, "CNY", .init("Support due", "到期扶持"),
        "Promised support that fell due",
        "到期应兑现的扶持"
      )
    case .supportPaid:
      (
        .lower, "CNY", .init("Support paid", "兑现扶持"),
        "Promised support that was paid",
        "已兑现的扶持"
      )
    case .supportArrears:
      (
        .lower, "CNY", .init("Support unpaid", "扶持欠款"),
        "Promised support that is due and unpaid",
        "到期未兑现的扶持"
      )
    case .fundSupported:
      (
        .higher, "", .init("Projects with fund support", "获基金支持项目"), "Projects that a fund of the scenario supported",
        "获本方案基金投资支持的项目"
      )
    case .inPlaceSupported:
      (
        .higher, "CNY", .init("Money in place with fund support", "基金支持项目到位资金"),
        "True money in place of projects that a fund supported, and of those that its companies brought",
        "获基金支持及被投企业落地项目的真实到位资金"
      )
    case .credibility:
      (
        .higher, "1", .init("Credibility", "政府诚信指数"),
        "Index of promises kept",
        "承诺兑现指数"
      )
    }
  }
}
