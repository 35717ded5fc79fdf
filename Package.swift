// swift-tools-version: 6.2
import PackageDescription

/// What each room may import: the one table that `ArchitectureTests` holds the sources against.
let rooms: KeyValuePairs<String, [Target.Dependency]> = [
  "Quantities": [],
  "NumericalCore": ["CGSL", "CPhilox"],
  "PortfolioModel": ["Quantities"],
  "Measures": ["Quantities", "NumericalCore"],
  "Simulation": ["Quantities", "NumericalCore", "PortfolioModel", "Measures"],
  "Experiments": ["Quantities", "NumericalCore", "PortfolioModel", "Measures", "Simulation"],
  "ScenarioFiles": ["Quantities", "PortfolioModel", "Yams"],
  "Reporting": ["Quantities", "PortfolioModel", "Measures", "Simulation", "Experiments"],
]

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // For types of ours that lend out spans, as arrays do.
  .enableExperimentalFeature("Lifetimes"),
  .treatAllWarnings(as: .error),
]

/// Files that are compiled into the binary, so that it needs nothing beside it.
let embedded: [String: [Resource]] = [
  "ScenarioFiles": [.embedInCode("Defaults/defaults.yaml"), .embedInCode("Defaults/rules.yaml")]
]

/// Scripts that lie beside what they serve.
let scripts: [String: [String]] = [
  "ScenarioFiles": ["Defaults/fit_rmb_city_fund.py", "Defaults/fit_observed_funnel.py"]
]

/// Rooms with a test target, and the folders in it that hold data.
let tests: KeyValuePairs<String, [String]> = [
  "Quantities": [], "NumericalCore": [], "Measures": ["Vectors"], "Simulation": [], "Experiments": [],
  "ScenarioFiles": [], "Reporting": [],
]

let package = Package(
  name: "guidefund",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "guidefund", targets: ["guidefund"]),
    .library(name: "GuidefundCore", targets: rooms.map(\.key)),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .target(name: "CPhilox"),
    .executableTarget(
      name: "guidefund",
      dependencies: rooms.map { .target(name: $0.key) } + [
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: house),
  ]
    + rooms.map { room in
      .target(
        name: room.key, dependencies: room.value, exclude: scripts[room.key] ?? [], resources: embedded[room.key] ?? [],
        swiftSettings: house)
    }
    + [
      .target(
        name: "TestSupport", dependencies: ["Measures", "PortfolioModel", "Quantities", "ScenarioFiles", "Simulation"],
        path: "Tests/TestSupport", swiftSettings: house),
      .testTarget(name: "ArchitectureTests", swiftSettings: house),
      .testTarget(
        name: "EndToEndTests", dependencies: ["guidefund", "TestSupport"] + rooms.map { .target(name: $0.key) },
        exclude: ["Breaches", "Mistakes", "Recorded"], swiftSettings: house),
    ]
    + tests.map { room, files in
      .testTarget(
        name: "\(room)Tests",
        dependencies: ["TestSupport"] + rooms.map { .target(name: $0.key) },
        exclude: files, swiftSettings: house)
    },
  swiftLanguageModes: [.v6]
)
