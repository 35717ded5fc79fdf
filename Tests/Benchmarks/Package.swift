// swift-tools-version: 6.2
import PackageDescription

/// Benchmarks, apart so that users of the package never build them.
let package = Package(
  name: "guidefund-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "guidefund", path: "../..")],
  targets: [
    .executableTarget(
      name: "EngineBenchmark", dependencies: [.product(name: "GuidefundCore", package: "guidefund")])
  ],
  swiftLanguageModes: [.v6]
)
