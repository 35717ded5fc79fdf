// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalCore
import Reporting

/// The machine and the build that a run was made with.
enum Surroundings {
  static func environment(threads: Int, started: Date, seconds: Double, paths: [String]) -> RunEnvironment {
    RunEnvironment(
      configuration: configuration, compiler: compiler, gsl: GSLVersion.text, threads: threads,
      started: ISO8601DateFormatter().string(from: started), seconds: (seconds * 1000).rounded() / 1000,
      machine: machine, paths: paths)
  }

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  private static var compiler: String {
    #if swift(>=6.4)
      "Swift 6.4 or later"
    #elseif swift(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }

  private static var machine: String {
    #if arch(x86_64)
      let processor = "x86_64"
    #elseif arch(arm64)
      let processor = "arm64"
    #else
      let processor = "other"
    #endif
    return "\(processor), \(ProcessInfo.processInfo.operatingSystemVersionString)"
  }
}
