// SPDX-License-Identifier: GPL-3.0-or-later

internal import PortfolioModel
internal import Quantities

extension FundGovernance {
  /// Reads facts about a fund, every one of which may be left out.
  static func read(_ record: RecordReader) -> FundGovernance {
    var facts = FundGovernance()
    facts.established = record.optional("established", .date(), "Day on which it was set up", "设立日期")
    facts.kind = record.optional("kind", .choice(FundKind.self), "Kind of fund", "基金类型")
    facts.level = record.optional("level", .choice(PublicLevel.self), "Government that set it up", "设立政府层级")
    facts.purposes = record.words("purposes", FundPurpose.self, "What it is for", "设立目的")
    facts.approvals = record.words("approvals", FundApproval.self, "What was approved or asked", "审批与程序")
    facts.charter = record.words("charter", CharterProvision.self, "What its charter provides for", "章程约定")
    facts.activities = record.words("activities", FundActivity.self, "Restricted activities", "受限业务")
    facts.promises = record.words("promises", FundPromise.self, "Promises to investors", "对出资人的承诺")
    facts.conditions = record.words("conditions", FundCondition.self, "What it asks for in return", "附加条件")
    facts.funding = record.words("funding", FundingPractice.self, "How contributions were raised", "出资筹措方式")
    facts.catalogueClasses = record.words("catalogue_classes", CatalogueClass.self, "Classes of its sectors", "产业目录类别")
    facts.localRules = record.words("local_rules", LocalRuleSet.self, "Provincial rules", "适用的省级规定")
    facts.readFlags(record)
    facts.readNumbers(record)
    facts.evaluation = record.section(
      "evaluation", "Evaluation of the investment direction", "投向评价", DirectionFacts.read)
    return facts
  }

  private mutating func readFlags(_ record: RecordReader) {
    financeBureauDecides = record.optional(
      "finance_bureau_decides", .flag(), "Finance bureau decides on projects", "财政部门参与项目决策")
    newManager = record.optional("new_manager", .flag(), "Manager set up for it", "新设管理人")
    directStateEquity = record.optional("direct_state_equity", .flag(), "State equity held directly", "直接持有国有股权")
  }

  private mutating func readNumbers(_ record: RecordReader) {
    layers = record.optional(
      "layers", .count(in: 1...FundGovernance.mostLayers), "Layers of funds above companies, with those not modelled",
      "基金层级（含未建模部分）")
    productLayers = record.optional("product_layers", .count(in: 0...10), "Layers of products above", "资管产品嵌套层数")
    seniorToJunior = record.optional(
      "senior_to_junior", .number(in: .atLeast(0), uncertain: false), "Senior over junior capital", "优先与劣后之比")
    reinvestmentRatio = record.optional(
      "reinvestment_ratio", .number(in: .atLeast(0), usual: 0...3, uncertain: false),
      "Local investment asked for, over the government's contribution", "返投比例")
    agreedFieldsMinimum = record.optional(
      "agreed_fields_minimum", .share(uncertain: false), "Least share in the agreed fields", "约定领域最低比例")
    evaluationFiledAfter = record.optional(
      "evaluation_filed_after", .timeSpan(in: .atLeast(0), uncertain: false), "Evaluation filed after the year's end",
      "年后报送评价数据的时间")
    listChanges = record.optional("list_changes", .count(in: 0...100), "Changes of the list in a year", "清单年内调整次数")
  }
}

extension DirectionFacts {
  /// Reads what an evaluation asks, every item of which may be left out.
  static func read(_ record: RecordReader) -> DirectionFacts {
    func share(_ key: String, _ english: String, _ chinese: String) -> Sourced<Share>? {
      record.optional(key, .share(uncertain: false), english, chinese)
    }
    func count(_ key: String, _ english: String, _ chinese: String) -> Sourced<Int>? {
      record.optional(key, .count(in: 0...100_000), english, chinese)
    }
    func ratio(_ key: String, _ english: String, _ chinese: String) -> Sourced<Double>? {
      record.optional(key, .number(in: .atLeast(0), usual: 0...3, uncertain: false), english, chinese)
    }
    let facts = DirectionFacts(
      newProductiveShare: share("new_productive_share", "Share in new quality productive forces", "新质生产力占比"),
      newResults: count("new_results", "New patents and results", "新增专利与成果数"),
      conversion: record.optional("conversion", .flag(), "Results put to use", "成果转化"),
      bottlenecks: count("bottlenecks", "Bottlenecks overcome", "“卡脖子”突破数"),
      marketViolations: count("market_violations", "Breaches of the unified market", "违反统一市场的次数"),
      carbonCut: share("carbon_cut", "Cut of carbon intensity in a year", "碳强度年降幅"),
      greenShare: share("green_share", "Share in green industries", "绿色产业占比"),
      privateShare: share("private_share", "Share in private firms", "民营企业占比"),
      contributionRank: share("contribution_rank", "Rank of jobs, taxes, revenue; 10 % is the best tenth", "就业税收营收排名"),
      keyFields: count("key_fields", "Key fields of the state", "国家重点领域数"),
      regionalStrategy: record.optional("regional_strategy", .flag(), "Serves a regional strategy", "服务区域战略"),
      keyFieldShare: share("key_field_share", "Share in the region's key fields", "区域重点领域占比"),
      capacityUse: ratio("capacity_use", "Use of capacity over the industry's", "产能利用率与行业之比"),
      assetTurnover: ratio("asset_turnover", "Turnover of assets over the industry's", "资产周转率与行业之比"),
      managerStrengths: record.words(
        "manager_strengths", ManagerStrength.self, "What is good about the manager", "管理人评价"),
      age: record.optional(
        "age", .timeSpan(in: .above(0), usual: 1...10, uncertain: false), "Age of the fund at the evaluation", "评价时基金年限"
      ),
      purchases: record.section(
        "purchases", "Purchases that count, taken from every replicate", "由模拟投资计算的占比", DirectionPurchases.read))
    facts.check(record)
    return facts
  }

  /// A share is either a fact or taken from the purchases.
  private func check(_ record: RecordReader) {
    let pairs: [(key: String, isFact: Bool, isSimulated: Bool)] = [
      (
        "new_productive_share", newProductiveShare != nil,
        purchases.newProductive != nil || purchases.countsHardTech != nil
      ),
      ("green_share", greenShare != nil, purchases.green != nil),
      ("key_field_share", keyFieldShare != nil, purchases.keyFields != nil),
    ]
    for pair in pairs {
      record.require(
        !(pair.isFact && pair.isSimulated), at: pair.key, involving: ["purchases"],
        "the share is given, and purchases says how to take it from the replicates", "占比已直接给出，purchases 又规定由模拟计算")
    }
  }
}

extension DirectionPurchases {
  /// Reads which purchases count.
  static func read(_ record: RecordReader) -> DirectionPurchases {
    func sectors(_ key: String, _ english: String, _ chinese: String) -> [String]? {
      record.optional(key, .list(of: .reference(to: "economy.sectors")), english, chinese)
    }
    return DirectionPurchases(
      newProductive: sectors("new_productive", "Sectors of new quality productive forces", "新质生产力行业"),
      countsHardTech: record.optional(
        "hard_tech", .flag(), "Hard technology counts as new quality productive forces", "硬科技计入新质生产力"),
      green: sectors("green", "Green sectors", "绿色行业"),
      keyFields: sectors("key_fields", "Key fields of the region", "区域重点领域"))
  }
}

extension RecordReader {
  /// A list of words that may be left out; one that is written is complete.
  func words<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, _ type: Choice.Type, _ english: String, _ chinese: String
  ) -> [Choice]? {
    optional(key, .list(of: .choice(type)), english, chinese)
  }
}
