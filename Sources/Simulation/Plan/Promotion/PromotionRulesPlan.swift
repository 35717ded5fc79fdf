// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

/// One date of an event that brings leads.
struct PulsePlan: BitwiseCopyable, Sendable {
  var entity: EntityAddress
  var unit: Int
  var unitCount: Int
  var time: Double
  var quarter: Int
  var mean: Double
  var cost: Int64
}

struct RoutePlan: BitwiseCopyable, Sendable {
  var filter: Int
  /// The first of equal units, and how many.
  var unit: Int
  var unitCount: Int
  var share: Double
}

struct TransferPlan: BitwiseCopyable, Sendable {
  var filter: Int
  var unit: Int
  var unitCount: Int
  var lock: Double
  /// The stage that it must not have passed yet.
  var before: Int
  var chance: Double
  var benefit: Double
  var years: Double
}

/// A pool of a resource; one of a unit has no region of its own.
struct PoolPlan: BitwiseCopyable, Sendable {
  var entity = EntityAddress.root
  var resource: Int
  var region: Int
  var opening: Int64
  var perYear: Double = 0
  var recovery = 1.0
  var recoveryDelay = 0.0
  var queue = 0
  var filter = -1
  /// Fen for a hundredth of a unit.
  var price = 0.0
  var cost = 0.0
  var occupied: Int64 = 0
  /// The unit whose negotiators they are, or −1.
  var unit = -1
  /// Levers that change what is added.
  var levers: UInt128 = 0
}

struct AdditionPlan: BitwiseCopyable, Sendable {
  /// Of the pool and the date, and which of equal dates it is.
  var entity: EntityAddress
  var number: Int
  var pool: Int
  var time: Double
  var amount: Int64
  var chance: Double
}

struct PlacePlan: BitwiseCopyable, Sendable {
  var credibility = 0.0
  var cost = 0.0
  var contested = 0.0
  var rivalled = 0.0
}

struct OfferPlan: BitwiseCopyable, Sendable {
  var filter: Int
  var from: Double
  var until: Double
  var share: Double
  /// exp of its weight in the choice of a place.
  var attraction: Double
  /// The stage from which it is due.
  var after: Int
  var duration: Double
  var latePenalty: Double
  var startWithin: Double
}

struct StallPlan: BitwiseCopyable, Sendable {
  var hazard: Double
  var quality: Double
  var revival: Double
  /// Years, or infinity.
  var stopAfter: Double
  var writeOff: Double
}

struct FollowerPlan: BitwiseCopyable, Sendable {
  var entity: EntityAddress
  var filter: Int
  var after: Int
  var mean: Double
  var window: Double
  var unit: Int
  var unitCount: Int
  var sameSector: Bool
}

struct CreditPlan: BitwiseCopyable, Sendable {
  var entity: EntityAddress
  var filter: Int
  var unit: Int
  var unitCount: Int
  var share: Double
}

struct ReportingPlan: BitwiseCopyable, Sendable {
  var inflation: Double
  var audit: Double
  var correction: Double
  var statistical: Double
  var lag: Int
}

struct OperationPlan: BitwiseCopyable, Sendable {
  var ramp = 0.0
  var realised = 1.0
  var localTax = 1.0
  var closure = 0.0
  var quality = 0.0
  var rescue = 0.0
  var rescueCost = 0.0
  var expansion = 0.0
  var expansionSize = 0.0
  /// The first of equal units, or −1, and how many.
  var expansionUnit = -1
  var expansionUnitCount = 0
  var referrals = 0.0
}

/// How money comes into place; the S-curve at 64 equal steps of the building time.
struct MoneyPlan: Sendable {
  var registered = 0.0
  var foreignCash = 0.0
  var curve: [Double] = []
}

/// How projects and funds meet.
struct FundingPlan: BitwiseCopyable, Sendable {
  var stage: Int
  var filter: Int
  var seeking: Double
  var stream: Int
  var round: Double
  var odds: Double
  var duration: Double
  var landing: Double
  var within: Double
  var unit: Int
  var unitCount: Int
}

struct OpeningProjectsPlan: BitwiseCopyable, Sendable {
  var entity: EntityAddress
  var stage: Int
  var count: Int
  var region: Int
  /// The first of equal units, and how many.
  var unit: Int
  var unitCount: Int
  var sectors: Int
  var sizes: Int
  var age: Double
}

struct IncumbentsPlan: BitwiseCopyable, Sendable {
  var entity: EntityAddress
  var count: Int
  var region: Int
  var sector: Int
  /// Yuan.
  var investment: Double
}
