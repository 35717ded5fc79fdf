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
