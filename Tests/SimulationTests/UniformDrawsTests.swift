// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import NumericalCore
import Testing

@testable import Simulation

/// Numbers that are drawn together are those that are drawn one by one, however many there are and whatever was drawn before.
@Suite struct UniformDrawsTests {
  let numbers = RandomNumbers(seed: 3, replicate: 5)

  private func entity(_ number: Int) -> EntityAddress { .root.child(3, UInt64(number)) }

  @Test("any number of addresses, after more of them")
  func anyCount() {
    var draws = UniformDraws()
    for count in [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9] {
      draws.addresses.removeAll()
      for number in 0..<count { draws.addresses.append(RandomAddress(entity(number), .recovery, count)) }
      draws.draw(numbers)
      #expect(draws.addresses.count == count)
      for number in 0..<count {
        let pair = numbers.pair(entity(number), .recovery, count)
        #expect(draws.first[number] == pair.first && draws.second[number] == pair.second)
      }
    }
  }

  @Test("addresses that are kept elsewhere")
  func keptElsewhere() {
    var draws = UniformDraws()
    let addresses = (0..<8).map { RandomAddress(entity($0), .recovery, 1) }
    draws.draw(addresses, numbers)
    for number in 0..<8 {
      let pair = numbers.pair(entity(number), .recovery, 1)
      #expect(draws.first[number] == pair.first && draws.second[number] == pair.second)
    }
  }
}
