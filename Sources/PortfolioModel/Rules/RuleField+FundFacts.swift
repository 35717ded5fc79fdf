// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Facts of `funds.*.governance`.
extension RuleField {
  static let fundFacts: [RuleField] = [
    fact("purposes", FundPurpose.self) { $0.purposes },
    choice("kind", FundKind.self) { $0.kind },
    choice("level", PublicLevel.self) { $0.level },
    fact("approvals", FundApproval.self) { $0.approvals },
    charter,
    fact("activities", FundActivity.self) { $0.activities },
    promises,
    fact("conditions", FundCondition.self) { $0.conditions },
    fact("funding", FundingPractice.self) { $0.funding },
    fact("catalogue_classes", CatalogueClass.self) { $0.catalogueClasses },
    fact("local_rules", LocalRuleSet.self) { $0.localRules },
    flag("finance_bureau_decides") { $0.financeBureauDecides },
    flag("new_manager") { $0.newManager },
    flag("direct_state_equity") { $0.directStateEquity },
    layers,
    number("product_layers") { $0.productLayers.map { Double($0.value) } },
    number("senior_to_junior") { $0.seniorToJunior?.value },
    reinvestmentRatio,
    number("agreed_fields_minimum", .share) { $0.agreedFieldsMinimum?.value.fraction },
    number("evaluation_filed_after", .years) { $0.evaluationFiledAfter?.value.years },
    number("list_changes") { $0.listChanges.map { Double($0.value) } },
  ]

  /// What the charter provides for; clauses that the fund has belong to it, whatever is stated: a tolerance of losses, early
  /// exit of the public investors, a sale by appraisal and listing.
  private static let charter = RuleField(
    "charter", of: .fund, at: "funds.*.governance.charter", words: CharterProvision.allCases.map(\.rawValue)
  ) { subject, path in
    guard let fund = subject.fund else { return nil }
    let funds = path.dropLast("governance.charter".count)
    var clauses: [(CharterProvision, String)] = []
    if fund.tolerance != nil { clauses.append((.lossTolerance, "tolerance")) }
    if fund.publicExit != nil { clauses.append((.unilateralExit, PublicExit.id)) }
    if fund.stateSale != nil { clauses += [(.appraisedExitPrice, StateSale.id), (.exchangeListing, StateSale.id)] }
    return .listed(
      fund.governance.charter, at: path, shown: clauses.map { .init($0.0.rawValue, at: "\(funds)\($0.1)") })
  }

  private static let multipleOfClause: @Sendable (RuleSubject, Bool) -> String? = { subject, _ in
    let isOfClause = subject.fund?.governance.reinvestmentRatio == nil && subject.fund?.reinvestment != nil
    return isOfClause ? "funds.\(subject.id).reinvestment.multiple" : nil
  }

  /// Local investment asked for, as it is stated or as the fund's clause has it.
  private static let reinvestmentRatio = RuleField(
    "reinvestment_ratio", of: .fund, at: "funds.*.governance.reinvestment_ratio", place: multipleOfClause
  ) { subject, _ in subject.fund?.askedReinvestment(among: subject.scenario.funds).map { .number($0) } }

  /// Layers of the tree of funds; those outside of it are stated, and where a pacing law stands for a portfolio there may
  /// be more than are seen.
  private static let layers = RuleField("layers", of: .fund, at: "funds.*.governance.layers") { subject, _ in
    guard let fund = subject.fund else { return nil }
    let tree = FundLayers(of: subject.id, among: subject.scenario.funds)
    if let stated = fund.governance.layers?.value { return .number(Double(max(stated, tree.modelled))) }
    return tree.isComplete
      ? .number(Double(tree.modelled)) : .range(Double(tree.modelled)...Double(FundGovernance.mostLayers))
  }

  /// What is promised; a first loss that the terms put on public money is such a promise, whatever is stated.
  private static let promises = RuleField(
    "promises", of: .fund, at: "funds.*.governance.promises", words: FundPromise.allCases.map(\.rawValue)
  ) { subject, path in
    guard let fund = subject.fund else { return nil }
    let concessions = path.dropLast("governance.promises".count) + "concessions"
    let firstLosses: [RuleValue.Word] = fund.concessions.compactMap { concession in
      let giver = fund.investors.first { $0.id == concession.value.giver }?.value
      guard case .firstLoss = concession.value.kind, let giver, subject.isPublic(giver) else { return nil }
      return RuleValue.Word(FundPromise.lossesOfOthers.rawValue, at: "\(concessions).\(concession.id).kind")
    }
    return .listed(fund.governance.promises, at: path, shown: firstLosses)
  }

  private static func fact<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ name: String, _ type: Choice.Type, _ read: @escaping @Sendable (FundGovernance) -> [Choice]?
  ) -> RuleField {
    RuleField(
      name, of: .fund, at: "funds.*.governance.\(name)", words: Choice.allCases.map(\.rawValue)
    ) { subject, path in
      subject.fund.flatMap { read($0.governance) }.map { .listed($0, at: path) }
    }
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ name: String, _ type: Choice.Type, _ read: @escaping @Sendable (FundGovernance) -> Choice?
  ) -> RuleField {
    RuleField(
      name, of: .fund, at: "funds.*.governance.\(name)", words: Choice.allCases.map(\.rawValue)
    ) { subject, path in
      subject.fund.flatMap { read($0.governance) }.map { .words([.init($0.rawValue, at: path)]) }
    }
  }

  private static func flag(
    _ name: String, _ read: @escaping @Sendable (FundGovernance) -> Bool?
  ) -> RuleField {
    RuleField(name, of: .fund, at: "funds.*.governance.\(name)") { subject, _ in
      subject.fund.flatMap { read($0.governance) }.map { .flag($0) }
    }
  }

  private static func number(
    _ name: String, _ unit: Unit = .none, _ read: @escaping @Sendable (FundGovernance) -> Double?
  ) -> RuleField {
    RuleField(name, of: .fund, at: "funds.*.governance.\(name)", unit: unit) { subject, _ in
      subject.fund.flatMap { read($0.governance) }.map { .number($0) }
    }
  }
}
