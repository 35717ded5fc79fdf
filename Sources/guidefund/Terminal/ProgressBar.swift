// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Quantities
import Synchronization

/// A line on the terminal that says how far a long run is; silent where nobody watches.
final class ProgressBar: Sendable {
  private struct State {
    var shown = -1
    var start = Date()
  }

  private let state = Mutex(State())
  private let isShown = Terminal.showsProgress

  /// Redraws the line when another percent is done.
  func update(_ done: Int, of total: Int) {
    guard isShown else { return }
    state.withLock { state in
      let percent = done * 100 / max(1, total)
      guard percent != state.shown else { return }
      state.shown = percent
      let elapsed = Date().timeIntervalSince(state.start)
      let left = done > 0 ? elapsed * Double(total - done) / Double(done) : 0
      let filled = percent * 30 / 100
      let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
      let rest = Language.preferred == .chinese ? "剩余约 \(Int(left)) 秒" : "about \(Int(left)) s left"
      Terminal.writeError("\r\(bar) \(percent) %  \(done)/\(total)  \(rest)   ")
    }
  }

  /// Takes the line away.
  func finish() {
    guard isShown else { return }
    Terminal.writeError("\r" + String(repeating: " ", count: 78) + "\r")
  }
}
