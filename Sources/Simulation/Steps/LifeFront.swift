// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

/// What ends a stage of a company's life.
struct LifeEvent {
  /// As `StageEvent` names it.
  var kind: Int
  var quarter: Int
  var time: Double
  /// Value per share after a round; what an exit pays: a share of cost for a failure, 1 or 0 for a buy-back, else value
  /// per share.
  var value: Double
  /// The event after it, or −1.
  var next = -1
}

/// Where the drawing of a company's life stands: the stage it is in, and what has been drawn of its end.
struct LifeFront {
  var company: Int
  var entity: EntityAddress
  var law: Int
  var row: Int
  var sector: Int
  var occurrence: Int
  /// Share of the latent normal that the company's lasting quality makes up.
  var quality: Double
  /// Years in the stage before it is drawn.
  var age: Double
  var stageTime: Double
  var stageQuarter: Int
  var value: Double
  /// The fund that the company is made for, or −1.
  var maker = -1
  var isStalled = false
  /// Whether somebody tried to rescue it.
  var isRescued = false
  /// The last event written, or −1.
  var last = -1
  // Drawn: `first`, the uniform of the stay; `second`, that of the event's noise and, once the event is known, the one that
  // decides what it brings; the event, −1 beyond the grid, and its factor.
  var first = Uniform(bits: 0)
  var second = Uniform(bits: 0)
  var event = -1
  var time = 0.0
  var quarter = 0
  var factor = 1.0
}
