// swift-tools-version: 6.1

import PackageDescription

// The peers that Readiness is measured against. They have a package of their own, because Yams
// brings a second libyaml: it and the system's cannot be linked into one executable.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
    ],
    targets: [
        .executableTarget(
            name: "yaml-events", linkerSettings: [.linkedLibrary("yaml")]),
        .executableTarget(
            name: "yaml-yams", dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
