// SPDX-License-Identifier: GPL-3.0-or-later

/// A scenario of capital promotion that uses every section of it.
public enum FullPromotion {
  /// The scenario: a city with two counties.
  public static let text = """
    guidefund: 1
    name: {en: Promotion, zh: 招商}
    time: {start: 2025-Q1, length: 5 years}
    run: {seed: 1, replicates: 20, uncertainty: off}
    sources:
      plan: {title: {en: The plan, zh: 方案}}
    outputs: {replicate_entities: [funds, regions, tallies, units], period_entities: [regions], project_replicates: [0, 3]}
    candidate_streams: {market: {arrivals: {kind: per_year, mean: 60}}}
    funds:
      seed:
        name: {en: Seed, zh: 种子基金}
        starts: 2025-Q1
        life: {term: 5 years, extension_count: 0}
        investors: {treasury: {class: city_fiscal, commitment: 2 亿元, source_of_funds: general_budget}}
        portfolio: {tickets_per_year: [4], tickets: {seed: {ticket: 500 万元}, a: {ticket: 1000 万元}}}
    promotion:
      regions:
        city: {name: {en: City, zh: 市}, level: city, nets_relocations: true}
        north: {name: {en: North, zh: 北县}, parent: city, fit: {textiles: 0.5}, cost_index: 0.95, credibility: 90 %, support_budget: 5000 万元, arrears: 2000 万元, tax_share: 70 %}
        south: {name: {en: South, zh: 南县}, parent: city}
      sectors:
        equipment: {name: {en: Equipment, zh: 装备}, flags: [industrial, lead_industry], investment_per_mu: {value: 300 万元, source: plan, grade: V}}
        textiles: {name: {en: Textiles, zh: 纺织}, flags: [industrial], factory_share: 60 %, energy_per_hundred_million: 500 吨, emissions_per_hundred_million: 1 吨, jobs_per_hundred_million: 600}
      sizes:
        giant: {name: {en: Giant, zh: 特大}, from: 50 亿元, up_to: 200 亿元, law: {kind: pareto, exponent: 1.5}}
      stages:
        talks:
          patience: 2 years
          gate: {every: 1 month, from: 1 亿元, threshold: -0.5, accuracy: 50 %, cost: 2 万元}
        intent: {shows_at_fair: 30 %, loadings: {quality: 0.4}}
        building: {mean: {value: 14 months, low: 10 months, high: 20 months}, size_elasticity: 0.1}
        scale: null
        trial: {after: building}
      money: {foreign_cash_share: 10 %}
      operation: {rescue: 10 %, expansion_unit: hosts}
      units:
        bureau: {name: {en: Bureau, zh: 招商局}, kind: bureau, home: city, leads: 400, sectors: {equipment: 60 %, textiles: 40 %}, season: [0.8, 1.1, 1, 1.1], capacity: 40, flags: {top_500: 3 %, chain_leader: 2 %}, quotas: {signed: 20, started: 12}}
        squad: {name: {en: Squad, zh: 小分队}, kind: squad, count: 8, home: city, leads: {value: 40, low: 20, high: 60}, sectors: {equipment: 100 %}, sizes: {giant: 1 %, medium: 99 %}, starts: 2025-04-01, ends: 2028-01-01, worthless: 20 %, duplicates: 5 %, definition: {from: 1000 万元}}
        agent: {name: {en: Agent, zh: 委托机构}, kind: agent, home: north, leads: 30, sectors: {textiles: 100 %}, origins: {foreign: 50 %, other_province: 50 %}, commission: {rate: 2 ‰}}
        hosts: {name: {en: Hosts, zh: 存量企业}, kind: incumbent, home: city, leads: 0, sectors: {textiles: 100 %}, cost: 0 元}
      pulses:
        fair: {name: {en: Fair, zh: 洽谈会}, unit: bureau, date: 2025-09-18, every: 1 year, count: 3, leads: 60, growth: 5 %, cost: 300 万元}
      routes:
        a_large: {leads: {from: 10 亿元, units: [squad]}, unit: bureau, share: 90 %}
      transfers:
        first_talk: {leads: {units: [agent]}, lock: 6 months, unit: bureau, chance: 60 %, benefit: 30 %}
      pools:
        land_north: {name: {en: Land, zh: 净地}, resource: land, region: north, opening: 3000 亩, per_year: 20 ha, additions: [{date: 2026-01-01, amount: 500 亩, chance: 60 %}], price: 14 万元, cost: 10 万元}
        factories: {name: {en: Factories, zh: 厂房}, resource: factory, region: south, opening: 20 万平方米, occupied: 50000 m2, queue: smallest, projects: {sectors: [textiles]}}
        energy: {name: {en: Energy, zh: 能耗}, resource: energy, region: city, opening: 10 万吨标准煤, per_year: 5000 tce, queue: intensity}
        leaders: {name: {en: Leaders, zh: 领导包联}, resource: attention, region: city, opening: 30, queue: largest, projects: {from: 10 亿元}}
      levers:
        training: {name: {en: Training, zh: 培训}, acts: odds, effect: {value: 0.2, low: 0, high: 0.4, grade: prior}, group: skill, level: 4, saturation: 3, level_at_calibration: 1, cost: 50 万元, stages: [talks, signing], units: [squad]}
        approvals: {name: {en: Parallel approval, zh: 并联审批}, acts: duration, effect: 0.2, starts: 2026-01-01, slots: 10, cost: 20 万元, stages: [land, start], regions: [north], projects: {from: 1 亿元}}
        media: {name: {en: Media, zh: 宣传}, acts: rate, effect: 0.1, cost: 100 万元, units: [bureau]}
      place: {fit: 1, rivalled: 50 %}
      rivals:
        coast: {name: {en: Coast, zh: 沿海}, attraction: 1.5, fit: {equipment: 0.3}, cost_index: 1.2, support: 3 %, credibility: 95 %}
      offers:
        refund: {name: {en: Refund, zh: 返还}, basis: {en: Measures 2023, zh: 2023 年办法}, until: 2026-08-01, regions: [north], projects: {sectors: [textiles]}, share: 3 %, late_penalty: 20 %}
      commitments: {memory: 25 %}
      stall: {hazard: 5 %, stop_after: 18 months}
      followers:
        chain: {leaders: {flags: [chain_leader]}, unit: bureau, mean: 1.5}
      credits:
        county: {unit: agent, projects: {regions: [north]}, at_home: true, share: 50 %}
      tallies:
        large: {name: {en: Large, zh: 大项目}, regions: [city], projects: {from: 1 亿元, below: 100 亿元, origins: [other_province, foreign], expansions: false}}
        top_500: {name: {en: Top 500, zh: 五百强}, projects: {flags: [top_500]}}
      reporting: {inflation: 1.2}
      pressure: {effort: 0.2}
      budgets:
        promotion: {name: {en: Promotion, zh: 招商经费}, amount: 3000 万元, units: [bureau, squad], pulses: [fair], levers: [media]}
      opening_projects:
        sites: {stage: building, count: 120, region: north, unit: agent, sectors: {textiles: 100 %}, sizes: {medium: 80 %, large: 20 %}, age: 6 months}
      funding: {seeking: 30 %, landing: 10 %, unit: bureau}
      incumbents:
        mills: {count: 300, region: south, sector: textiles, investment: 5000 万元}

    """

  /// The least that a scenario of promotion says: the rest is shipped.
  public static let small = """
    guidefund: 1
    name: {en: Least, zh: 最简}
    time: {start: 2025-Q1, length: 3 years}
    promotion:
      regions:
        city: {name: {en: City, zh: 市}}
      sectors:
        industry: {name: {en: Industry, zh: 工业}}
      units:
        bureau: {name: {en: Bureau, zh: 招商局}, kind: bureau, home: city, leads: 1000, sectors: {industry: 100 %}}

    """
}
