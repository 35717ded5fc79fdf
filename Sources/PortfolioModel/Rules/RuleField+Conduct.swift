// SPDX-License-Identifier: GPL-3.0-or-later

internal import Quantities

/// Facts of `compliance`: of governments, of the promotion of a region, and of support packages.
extension RuleField {
  static let governmentFacts: [RuleField] = [
    RuleField(
      "unfunded", of: .government, at: "compliance.governments.*.unfunded", words: FiscalGap.allCases.map(\.rawValue)
    ) { subject, path in subject.government.map { .listed($0.unfunded, at: path) } }
  ]

  static let promotionFacts: [RuleField] = [
    RuleField(
      "restrictions", of: .promotion, at: "compliance.promotion.restrictions",
      words: MarketRestriction.allCases.map(\.rawValue)
    ) { subject, path in subject.promotion?.restrictions.map { .listed($0, at: path) } },
    RuleField("procured", of: .promotion, at: "compliance.promotion.agent_rewards.procured") { subject, _ in
      subject.promotion?.agentRewards?.procured.map { .flag($0) }
    },
    RuleField(
      "improper_recipients", of: .promotion, at: "compliance.promotion.agent_rewards.improper_recipients",
      words: AgentRecipient.allCases.map(\.rawValue)
    ) { subject, path in
      subject.promotion?.agentRewards?.improperRecipients.map { .listed($0, at: path) }
    },
    RuleField("sampled", of: .promotion, at: "compliance.promotion.reporting.sampled") { subject, _ in
      subject.promotion?.reporting?.sampled.map { .flag($0) }
    },
    RuleField("unfounded", of: .promotion, at: "compliance.promotion.reporting.unfounded") { subject, _ in
      subject.promotion?.reporting?.unfounded.map { .number(Double($0.value)) }
    },
    RuleField("acts", of: .promotion, at: "compliance.promotion.packages", words: PromotionConduct.acts) {
      subject, path in
      subject.promotion.map { .words($0.acts(packages: path)) }
    },
    RuleField(
      "forbidden_acts", of: .promotion, at: "compliance.promotion.national_list.forbidden", words: PromotionConduct.acts
    ) { subject, path in
      guard let list = subject.promotion?.nationalList else { return nil }
      guard list.inForce <= subject.day else { return .words([]) }
      return .words(list.forbidden.enumerated().map { .init($1, at: "\(path).\($0)") })
    },
  ]

  static let packageFacts: [RuleField] = [
    termed("support", { $0.support }, shown: { $0.impliedSupport }),
    fact("basis", RewardBasis.self) { $0.basis },
    fact("conditions", PackageCondition.self) { $0.conditions },
    termed("backing", { $0.backing }, shown: { $0.impliedBacking }),
    RuleField("state", of: .package, at: "\(packages).state", words: PackageState.allCases.map(\.rawValue)) {
      subject, path in
      subject.package?.state.map { .words([.init($0.rawValue, at: path)]) }
    },
    flag("legal_basis") { $0.hasLegalBasis },
    flag("open_to_all") { $0.isOpenToAll },
    flag("reviewed") { $0.isReviewed },
    fact("land.practices", LandPractice.self) { $0.land?.practices },
    flag("land.priority") { $0.land?.isPriority },
    number("land.price_to_minimum") { $0.land?.priceToMinimum?.value },
    number("land.idle", .years) { $0.land?.idle?.value.years },
    RuleField("has_land", of: .package, at: "compliance.promotion.packages.*.land") { subject, _ in
      subject.package.map { .flag($0.land != nil) }
    },
  ]

  private static let packages = "compliance.promotion.packages.*"

  private static func fact<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ name: String, _ type: Choice.Type, _ read: @escaping @Sendable (SupportPackage) -> [Choice]?
  ) -> RuleField {
    RuleField(
      name, of: .package, at: "\(packages).\(name)", words: Choice.allCases.map(\.rawValue)
    ) { subject, path in
      subject.package.flatMap(read).map { .listed($0, at: path) }
    }
  }

  /// A fact of which the terms of an instrument show a part, whatever is stated.
  private static func termed<Choice: CaseIterable & RawRepresentable<String> & Sendable>(
    _ name: String, _ read: @escaping @Sendable (SupportPackage) -> [Choice]?,
    shown: @escaping @Sendable (Instrument) -> [Choice]
  ) -> RuleField {
    RuleField(
      name, of: .package, at: "\(packages).\(name)", words: Choice.allCases.map(\.rawValue)
    ) { subject, path in
      subject.package.flatMap { package in
        let terms = subject.instrument.map(shown) ?? []
        return .listed(read(package), at: path, shown: terms.map { .init($0.rawValue, at: path) })
      }
    }
  }

  private static func flag(_ name: String, _ read: @escaping @Sendable (SupportPackage) -> Bool?) -> RuleField {
    RuleField(name, of: .package, at: "\(packages).\(name)") { subject, _ in
      subject.package.flatMap(read).map { .flag($0) }
    }
  }

  private static func number(
    _ name: String, _ unit: Unit = .none, _ read: @escaping @Sendable (SupportPackage) -> Double?
  ) -> RuleField {
    RuleField(name, of: .package, at: "\(packages).\(name)", unit: unit) { subject, _ in
      subject.package.flatMap(read).map { .number($0) }
    }
  }
}

extension PromotionConduct {
  /// Every act that is practised, with its place.
  fileprivate func acts(packages path: String) -> [RuleValue.Word] {
    func words<Act: RawRepresentable<String>>(_ acts: [Act]?, at path: String) -> [RuleValue.Word] {
      (acts ?? []).enumerated().map { .init($1.rawValue, at: "\(path).\($0)") }
    }
    return words(restrictions, at: "compliance.promotion.restrictions")
      + packages.flatMap { package in
        let place = "\(path).\(package.id)"
        return words(package.value.support, at: "\(place).support")
          + words(package.value.basis, at: "\(place).basis")
          + words(package.value.conditions, at: "\(place).conditions")
          + words(package.value.backing, at: "\(place).backing")
          + words(package.value.land?.practices, at: "\(place).land.practices")
      }
  }
}
