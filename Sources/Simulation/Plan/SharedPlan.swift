// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalCore

/// A plan on the heap that kernels read and nobody changes.
///
/// The compiler follows a structure that cannot be copied field by field through every function that borrows it: with the
/// hundreds of fields of a plan inside the kernels a release build took eight minutes instead of three. Kernels read it
/// through its address, because without optimisation any other way would copy all of it for each number read.
///
/// `@unchecked` because kernels of several threads share one and the compiler cannot check addresses: what lies there is
/// written once, before anybody else has the object, only read from then on, and freed when nobody holds it any more.
final class SharedPlan: @unchecked Sendable {
  let address: UnsafePointer<Plan>
  /// Where the promotion of capital and the tables lie within it.
  let promotion: UnsafePointer<PromotionPlan>
  let tables: UnsafePointer<QuantileTables>
  private let memory: UnsafeMutablePointer<Plan>

  init(_ plan: Plan) {
    memory = .allocate(capacity: 1)
    memory.initialize(to: plan)
    address = UnsafePointer(memory)
    guard let promotion = address.pointer(to: \.promotion), let tables = address.pointer(to: \.tables) else {
      preconditionFailure("both are stored")
    }
    self.promotion = promotion
    self.tables = tables
  }

  deinit {
    memory.deinitialize(count: 1)
    memory.deallocate()
  }
}
