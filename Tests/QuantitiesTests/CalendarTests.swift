// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite struct CalendarTests {
  @Test("known day numbers: Reingold and Dershowitz, Calendrical Calculations, appendix C")
  func known() throws {
    let dates =
      [(-213_208, nil), (710_347, (1945, 11, 12)), (727_274, (1992, 3, 17)), (764_652, (2094, 7, 18))]
      as [(Int, (Int, Int, Int)?)]
    for case (let number, .some(let (year, month, day))) in dates {
      let date = try #require(CalendarDate(year: year, month: month, day: day))
      #expect(date.dayNumber == number)
      #expect(CalendarDate(dayNumber: number) == date)
    }
  }

  @Test("day numbers and dates are each other's inverse over 400 years")
  func inverse() {
    for number in stride(from: 693_596, to: 693_596 + 146_097, by: 1) {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
    }
  }

  @Test("quarters know their ends, and texts are read strictly")
  func quarters() throws {
    let quarter = try #require(Quarter(text: "2024-Q1"))
    #expect(quarter.lastDay.description == "2024-03-31")
    #expect(quarter.advanced(by: 3).lastDay.description == "2024-12-31")
    #expect(Quarter(containing: try #require(CalendarDate(iso: "2024-02-29"))) == quarter)
    #expect(Quarter(text: "2024-Q5") == nil && Quarter(text: "2024Q1") == nil && Quarter(text: "24-Q1") == nil)
    #expect(Quarter(text: "+026-Q1") == nil && Quarter(text: "-026-Q1") == nil)
    #expect(Quarter(text: "9999-Q4")?.lastDay.description == "9999-12-31")
    #expect(CalendarDate(iso: "2023-02-29") == nil && CalendarDate(iso: "2023-2-9") == nil)
  }
}
