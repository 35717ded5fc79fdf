// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Quantities

extension CalendarDate: ExpressibleByArgument {
  /// Reads an ISO date.
  public init?(argument: String) { self.init(iso: argument) }
}
