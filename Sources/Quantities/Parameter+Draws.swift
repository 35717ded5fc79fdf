// SPDX-License-Identifier: GPL-3.0-or-later

extension Parameter {
  /// Whether it has a range and is graded as an assumption, so that it is drawn where a run draws.
  public var isDrawn: Bool { uncertainty != nil && grade?.isUncertain != false }

  /// What draws are cut to, so that they never leave what the field allows; everything where nothing is said.
  public var room: ClosedRange<Double> {
    guard let allowed, let uncertainty else { return -.infinity ... .infinity }
    return allowed.room(about: uncertainty.low...uncertainty.high)
  }

  /// From the least to the greatest number that a draw can give; nothing where none is drawn.
  public var reach: ClosedRange<Double>? {
    guard let uncertainty, isDrawn else { return nil }
    return uncertainty.span.clamped(to: room)
  }
}
