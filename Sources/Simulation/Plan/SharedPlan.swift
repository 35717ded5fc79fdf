// SPDX-License-Identifier: GPL-3.0-or-later

/// A plan on the heap that kernels read and nobody changes.
///
/// The compiler follows a structure that cannot be copied field by field through every function that borrows it. With the
/// hundreds of fields of a plan inside the kernels a release build took eight minutes instead of three.
final class SharedPlan: Sendable {
  let value: Plan

  init(_ value: Plan) { self.value = value }
}
