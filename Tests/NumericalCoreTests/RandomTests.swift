// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import NumericalCore

@Suite("Random numbers") struct RandomTests {
  typealias Words = [UInt32]

  @Test(
    "Philox4x32-10 gives Random123's known answers",
    arguments: [
      ([0, 0, 0, 0, 0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (Words(repeating: .max, count: 6), [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344, 0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [(Words, Words)])
  func knownAnswers(input: Words, output: Words) {
    let block = Philox4x32.block(counter: (input[0], input[1], input[2], input[3]), key: (input[4], input[5]))
    #expect([block.0, block.1, block.2, block.3] == output)
  }

  @Test("the address is laid out over counter and key as documented")
  func layout() {
    let numbers = RandomNumbers(seed: 0x299f_31d0_a409_3822, replicate: 0x243f_6a88)
    let pair = numbers.pair(
      EntityAddress(rawValue: 0x1319_8a2e_85a3_08d3), Variable(rawValue: 0x0370), 0x7344)
    #expect(pair.first.bits == 0x94fd_cceb_d16c_fe09 >> 11 && pair.second.bits == 0x2412_6ea1_5001_e420 >> 11)
    #expect(
      numbers.uniform(EntityAddress(rawValue: 0x1319_8a2e_85a3_08d3), Variable(rawValue: 0x0370), 0x7344)
        == pair.first)
  }

  @Test("an occurrence beyond 16 bits is refused")
  func occurrence() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomNumbers(seed: 1, replicate: 1).uniform(.root, Variable(rawValue: 1), 65_536)
    }
  }

  @Test("a uniform is never 0 or 1 and its smaller end is exact")
  func uniform() {
    let least = Uniform(bits: 0)
    let most = Uniform(bits: (1 << 53) - 1)
    #expect(least.value == 0x1p-54 && least.tail == 0x1p-54 && !least.isUpperHalf && least.upperTail < 1)
    #expect(most.value == 0x1.fffffffffffffp-1 && most.tail == 0x1p-54 && most.isUpperHalf)
    #expect(most.upperTail == 0x1p-54 && most.lowerTail < 1)
    let below = Uniform(bits: (1 << 52) - 1)
    let above = Uniform(bits: 1 << 52)
    #expect(below.tail == above.tail && below.tail == 0.5 - 0x1p-54 && !below.isUpperHalf && above.isUpperHalf)
    var stream = Stream(seed: 5)
    for _ in 0..<2000 {
      let u = stream.uniform()
      let mirror = Uniform(bits: u.bits ^ ((1 << 53) - 1))
      #expect(u.tail == mirror.tail && u.lowerTail == mirror.upperTail && u.lowerTail + u.upperTail == 1)
      #expect(u.value > 0 && u.value < 1 && min(u.lowerTail, u.upperTail) == u.tail)
      // Rounding once gives what subtracting the exact tail gives.
      #expect(u.lowerTail == (u.isUpperHalf ? 1 - u.tail : u.tail))
    }
  }

  @Test("a computed probability becomes the nearest uniform")
  func nearest() {
    #expect(Uniform(nearest: 0).bits == 0 && Uniform(nearest: -3).bits == 0 && Uniform(nearest: .nan).bits == 0)
    #expect(Uniform(nearest: 1).bits == (1 << 53) - 1 && Uniform(nearest: 2).bits == (1 << 53) - 1)
    #expect(Uniform(nearest: 0.5).bits == 1 << 52 && abs(Uniform(nearest: 0.3).value - 0.3) < 0x1p-53)
  }

  @Test("children have addresses of their own")
  func addresses() {
    var seen: Set<EntityAddress> = [.root]
    for kind in UInt16(0)..<20 {
      for ordinal in UInt64(0)..<100 { seen.insert(EntityAddress.root.child(kind, ordinal)) }
      for name in ["", "a", "b", "ab", "基金", "1"] { seen.insert(EntityAddress.root.child(kind, name)) }
    }
    #expect(seen.count == 1 + 20 * 106)
    let fund = EntityAddress.root.child(1, "fund")
    #expect(fund == EntityAddress.root.child(1, "fund") && fund.child(2, 0) != EntityAddress.root.child(2, 0))
  }

  @Test("addresses are part of the results and do not move")
  func fixedAddresses() {
    #expect(EntityAddress.root.child(1, "fund").rawValue == 4_113_320_091_573_171_669)
    #expect(EntityAddress.root.child(1, 7).child(2, 3).rawValue == 16_062_036_902_594_198_109)
  }

  /// The largest of 3 chi-squares with 99 degrees of freedom exceeds 180 with a probability of 3e-6; the seed is fixed.
  @Test("neighbouring addresses give uniform numbers")
  func uniformity() {
    let numbers = RandomNumbers(seed: 11, replicate: 3)
    for fixed in 0..<3 {
      var counts = [Int](repeating: 0, count: 100)
      for index in 0..<20_000 {
        let entity = EntityAddress.root.child(1, UInt64(fixed == 0 ? index : 0))
        let variable = Variable(rawValue: fixed == 1 ? UInt16(index) : 0)
        counts[Int(numbers.uniform(entity, variable, fixed == 2 ? index : 0).value * 100)] += 1
      }
      let chiSquare = counts.reduce(0.0) { $0 + Double(($1 - 200) * ($1 - 200)) / 200 }
      #expect(chiSquare < 180)
    }
  }

  /// Many addresses at a time give the very numbers of one at a time, and touch nothing beyond: for any processor and with
  /// what this one has, with words that have all their bits.
  @Test(arguments: [0, 4, 8, 12, 100], [false, true])
  func manySideBySide(count: Int, asAnywhere: Bool) {
    let numbers = RandomNumbers(seed: 0xfedc_ba98_7654_3210, replicate: 0xffff_fff0)
    let variables = [Variable(rawValue: 0), Variable(rawValue: 0xffff)]
    let addresses = (0..<count).map { number in
      let entity = number % 3 == 0 ? EntityAddress(rawValue: .max - UInt64(number)) : .root.child(2, UInt64(number))
      return RandomAddress(entity, variables[number % 2], 65535 - number)
    }
    let untouched = Uniform(bits: 7)
    var first = [Uniform](repeating: untouched, count: count + 2)
    var second = first
    var firsts = first.mutableSpan
    var seconds = second.mutableSpan
    numbers.draw(addresses.span, first: &firsts, second: &seconds, asAnywhere: asAnywhere)
    for (place, address) in addresses.enumerated() {
      let pair = numbers.pair(address.entity, variables[place % 2], 65535 - place)
      #expect(first[place] == pair.first && second[place] == pair.second)
    }
    #expect(first[count...].allSatisfy { $0 == untouched } && second[count...].allSatisfy { $0 == untouched })
  }

  @Test("many at a time give Random123's known answer", arguments: [false, true])
  func knownAnswerOfMany(asAnywhere: Bool) {
    let numbers = RandomNumbers(seed: 0x299f_31d0_a409_3822, replicate: 0x243f_6a88)
    let address = RandomAddress(
      EntityAddress(rawValue: 0x1319_8a2e_85a3_08d3), Variable(rawValue: 0x0370), 0x7344)
    let addresses = [RandomAddress](repeating: address, count: 4)
    var first = [Uniform](repeating: Uniform(bits: 0), count: 4)
    var second = first
    var firsts = first.mutableSpan
    var seconds = second.mutableSpan
    numbers.draw(addresses.span, first: &firsts, second: &seconds, asAnywhere: asAnywhere)
    #expect(first.allSatisfy { $0.bits == 0x94fd_cceb_d16c_fe09 >> 11 })
    #expect(second.allSatisfy { $0.bits == 0x2412_6ea1_5001_e420 >> 11 })
  }

  /// What the C target takes for an address and a number is one.
  @Test func liesInMemoryAsTheLanesReadIt() {
    #expect(MemoryLayout<RandomAddress>.size == 16 && MemoryLayout<RandomAddress>.stride == 16)
    #expect(MemoryLayout<RandomAddress>.offset(of: \.entity) == 0 && MemoryLayout<Uniform>.stride == 8)
  }

  @Test func chosenWithoutABranch() {
    let (first, second) = (Uniform(bits: 5), Uniform(bits: (1 << 53) - 1))
    #expect(Uniform(first, orElse: second, when: true) == first)
    #expect(Uniform(first, orElse: second, when: false) == second)
  }
}
