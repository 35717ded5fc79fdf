// SPDX-License-Identifier: GPL-3.0-or-later

public import NumericalCore

/// The random variables of the model. A raw value is part of the results: new ones are added at the end, none is ever
/// used again for something else. Where two variables share a draw, the second uses words 2 and 3 of the same block.
extension Variable {
  /// Innovation of the common factor of a quarter.
  public static let commonInnovation = Variable(rawValue: 1)
  /// Innovation of a sector's own factor of a quarter.
  public static let sectorInnovation = Variable(rawValue: 2)
  /// Noise of the listed index of a quarter; second: innovation of the lending rate.
  public static let listedIndex = Variable(rawValue: 3)
  /// Listing window of a quarter.
  public static let listingWindow = Variable(rawValue: 4)
  /// Time in a stage; second: the noise of the event that ends it.
  public static let sojournAndEvent = Variable(rawValue: 5)
  /// Step-up at graduation; second: the factor of an exit.
  public static let stepUpAndExit = Variable(rawValue: 6)
  /// Recovery after a failure; second: whether a buy-back is paid.
  public static let recovery = Variable(rawValue: 7)
  /// Lasting quality of a company; second: whether others finance it.
  public static let qualityAndDeadweight = Variable(rawValue: 8)
  /// Stage of a candidate; second: its sector.
  public static let stageAndSector = Variable(rawValue: 9)
  /// Size of a candidate's round; second: whether it is local.
  public static let roundSizeAndPlace = Variable(rawValue: 10)
  /// Whether a candidate is hard technology.
  public static let hardTech = Variable(rawValue: 11)
  /// Number of candidates that arrive in a quarter.
  public static let arrivals = Variable(rawValue: 12)
  /// Holding time under the law of multiples; second: the rest of its score.
  public static let holdingTimeAndMultiple = Variable(rawValue: 13)
  /// Value of an uncertain number of the scenario.
  public static let uncertainNumber = Variable(rawValue: 14)
  /// What a manager sees of a candidate besides its quality, addressed by fund and candidate.
  public static let signal = Variable(rawValue: 15)
  /// What moves the demand for a fund besides terms and the common factor.
  public static let demand = Variable(rawValue: 16)
  /// Innovation, in a quarter, of the state that tells whether an investor honours calls.
  public static let honouring = Variable(rawValue: 17)
  /// Whether a company is admitted to the pool of an instrument, addressed by company and instrument.
  public static let poolAdmission = Variable(rawValue: 18)
  /// Whether a company in distress is revived, by the occurrence of the stage that it would leave.
  public static let revival = Variable(rawValue: 19)

  // Of leads and projects, from 64 on.

  /// Number of leads of a unit in a quarter, of an event, of followers of a leader.
  public static let leadCount = Variable(rawValue: 64)
  /// What a lead is: arrival and sector; size class and size; origin and quality; worthless and followed twice.
  public static let leadTraits = Variable(rawValue: 65)
  /// Whether a lead bears a word, addressed by lead and word.
  public static let leadFlags = Variable(rawValue: 66)
  /// Whether a lead stays that fewer leads would lack, or comes that more leads would bring; second: to which of equal units
  /// it comes of those that an event, a leader, a company or a fund brings, or that are there at the start.
  public static let leadThinning = Variable(rawValue: 67)
  /// Whether a stage is passed; second: its duration.
  public static let stageOddsAndTime = Variable(rawValue: 68)
  /// What a gate sees besides quality; second: how long a project waits in a queue.
  public static let gateAndPatience = Variable(rawValue: 69)
  /// The place that a lead chooses; second: whether rivals may take it.
  public static let place = Variable(rawValue: 70)
  /// Whether all places may bid; second: whether it shows at the fair behind the first stage.
  public static let contest = Variable(rawValue: 71)
  /// How fast a project goes; second: whether it takes factory or land.
  public static let paceAndRoom = Variable(rawValue: 72)
  /// When a project comes to a halt; second: when it moves on.
  public static let stall = Variable(rawValue: 73)
  /// When a company closes; second: whether it is rescued.
  public static let closure = Variable(rawValue: 74)
  /// When a company expands; second: when it refers a lead.
  public static let expansion = Variable(rawValue: 75)
  /// Whether a lead is handed over on arrival; second: to which of equal units.
  public static let route = Variable(rawValue: 76)
  /// Whether a lead is transferred; second: to which of equal units.
  public static let transfer = Variable(rawValue: 77)
  /// Whether a project counts for another unit, addressed by project and rule; second: for which of equal units.
  public static let credit = Variable(rawValue: 78)
  /// Whether an addition to a pool comes, addressed by pool and date.
  public static let poolAddition = Variable(rawValue: 79)
  /// Whether a region's quarter is audited.
  public static let audit = Variable(rawValue: 80)
  /// How long an opening project has been in its stage.
  public static let openingAge = Variable(rawValue: 81)
  /// Whether a project seeks equity; second, of a company that a fund holds: whether it brings a project.
  public static let funding = Variable(rawValue: 82)
}

/// Kinds of entities in addresses; like variables they are part of the results.
enum EntityKindCode {
  static let economy: UInt16 = 1
  static let sector: UInt16 = 2
  static let stream: UInt16 = 3
  static let candidateQuarter: UInt16 = 4
  static let candidate: UInt16 = 5
  static let company: UInt16 = 6
  static let openingHolding: UInt16 = 7
  static let fund: UInt16 = 8
  static let parameter: UInt16 = 9
  static let investor: UInt16 = 10
  static let instrument: UInt16 = 11
}

/// Kinds of entities of the promotion of capital in addresses.
enum PromotionEntity {
  static let region: UInt16 = 64
  static let unit: UInt16 = 65
  static let member: UInt16 = 66
  static let quarter: UInt16 = 67
  static let lead: UInt16 = 68
  static let extraLead: UInt16 = 69
  static let pulse: UInt16 = 70
  static let pool: UInt16 = 71
  static let follower: UInt16 = 72
  static let expansion: UInt16 = 73
  static let referral: UInt16 = 74
  static let opening: UInt16 = 75
  static let incumbent: UInt16 = 76
  static let company: UInt16 = 77
  static let landing: UInt16 = 78
  static let credit: UInt16 = 79
  static let flag: UInt16 = 80
  static let addition: UInt16 = 81
  static let stage: UInt16 = 82
}
