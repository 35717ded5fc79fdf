// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import PortfolioModel
import Testing

@testable import Simulation

/// The kernel names members of enumerations by number; the numbers are their places.
@Suite struct PromotionPlaceTests {
  @Test("resources, milestones, origins and quantities have the places that the kernel knows")
  func places() {
    typealias Kernel = PromotionKernel
    #expect(ResourceKind.allCases.firstIndex(of: .negotiators) == Kernel.negotiators)
    #expect(ResourceKind.allCases.firstIndex(of: .attention) == Kernel.attention)
    #expect(ResourceKind.allCases.firstIndex(of: .land) == Kernel.land)
    #expect(ResourceKind.allCases.firstIndex(of: .landQuota) == Kernel.landQuota)
    #expect(ResourceKind.allCases.firstIndex(of: .factory) == Kernel.factory)
    #expect(ResourceKind.allCases.firstIndex(of: .energy) == Kernel.energy)
    #expect(ResourceKind.allCases.count == Kernel.resources && Kernel.queued == Kernel.resources)
    #expect(ProjectMilestone.allCases.firstIndex(of: .signed) == Kernel.signed)
    #expect(ProjectMilestone.allCases.firstIndex(of: .registered) == Kernel.registered)
    #expect(ProjectMilestone.allCases.firstIndex(of: .started) == Kernel.started)
    #expect(ProjectMilestone.allCases.firstIndex(of: .producing) == Kernel.producing)
    #expect(LeadOrigin.allCases.firstIndex(of: .within) == Kernel.within)
    #expect(LeadOrigin.allCases.firstIndex(of: .local) == Kernel.local)
    #expect(LeadOrigin.allCases.firstIndex(of: .foreign) == Kernel.foreign)
    #expect(LeadOrigin.allCases.count == Kernel.origins)
    #expect(PipelineQuantity.allCases.count == PipelineQuantity.count)
    // A milestone's count stands at its place behind that of the first.
    let first = PipelineQuantity.negotiated.rawValue
    #expect(PipelineQuantity.scaled.rawValue == first + ProjectMilestone.allCases.count - 1)
    #expect(PipelineQuantity.signed.rawValue == first + Kernel.signed)
  }
}
