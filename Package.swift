// swift-tools-version: 6.1

import PackageDescription

/// The language rules of every target that is ours: Swift 6, its upcoming import rules, and no warning left standing.
let rules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .unsafeFlags(["-warnings-as-errors"]),
]

let package = Package(
    name: "Readiness",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "readiness", targets: ["readiness"])
    ],
    dependencies: [
        // The command line: parsing, help text and usage errors.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 for records, checklist texts, evidence files and certificates.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // File paths as swift-subprocess takes them.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        // Child processes in a session of their own, with streamed output.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        // The ledger's SQLite database.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // The system's libyaml, which reads checklists.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // The system's OpenSSL, which tells every reason of a failed verification apart.
        .systemLibrary(name: "CLibSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        // The system's c-ares, which asks one name server with a deadline.
        .systemLibrary(
            name: "CLibCAres", pkgConfig: "libcares", providers: [.apt(["libc-ares-dev"])]),

        .target(
            name: "Rollout",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: rules),
        .target(name: "LocatedYAML", dependencies: ["CLibYAML", "Rollout"], swiftSettings: rules),
        .target(
            name: "Checks",
            dependencies: [
                "CLibCAres", "CLibSSL", "LocatedYAML", "Rollout",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: rules),
        .target(
            name: "ChecklistDecoding",
            dependencies: ["Checks", "LocatedYAML", "Rollout"],
            swiftSettings: rules),
        .target(
            name: "LedgerStorage",
            dependencies: ["Rollout", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: rules),
        .target(
            name: "Reporting", dependencies: ["LocatedYAML", "Rollout"], swiftSettings: rules),
        .executableTarget(
            name: "readiness",
            dependencies: [
                "ChecklistDecoding", "Checks", "LedgerStorage", "LocatedYAML", "Reporting",
                "Rollout",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: rules,
            // Where scripts/release puts the archive of the C++ library, so that the program does
            // not load the shared one: that is a tenth of its start-up time.
            linkerSettings: [
                .unsafeFlags(
                    [
                        "-L\(Context.packageDirectory)/.build/static", "-Xclang-linker",
                        "-static-libgcc",
                    ], .when(configuration: .release))
            ]),

        // A program for the benchmarks to measure: no product, never installed.
        .executableTarget(
            name: "yaml-tree", dependencies: ["LocatedYAML"], path: "Benchmarks/Tree",
            swiftSettings: rules),

        .testTarget(name: "RolloutTests", dependencies: ["Rollout"], swiftSettings: rules),
        .testTarget(
            name: "LocatedYAMLTests", dependencies: ["LocatedYAML", "Rollout"], swiftSettings: rules
        ),
        .testTarget(
            name: "ChecksTests",
            dependencies: [
                "Checks", "LocatedYAML", "Rollout",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: rules),
        .testTarget(
            name: "ChecklistDecodingTests",
            dependencies: ["ChecklistDecoding", "Checks", "LocatedYAML", "Rollout"],
            swiftSettings: rules),
        // A program for the ledger's tests to start and to kill: no product, never installed.
        .executableTarget(
            name: "ledger-writer", dependencies: ["LedgerStorage", "Rollout"],
            path: "Tests/LedgerWriter", swiftSettings: rules),
        .testTarget(
            name: "LedgerStorageTests",
            dependencies: [
                "LedgerStorage", "Rollout", "ledger-writer",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: rules),
        .testTarget(
            name: "ReportingTests", dependencies: ["LocatedYAML", "Reporting", "Rollout"],
            exclude: ["Snapshots"], swiftSettings: rules),
        .testTarget(
            name: "ReadinessTests",
            dependencies: [
                "ChecklistDecoding", "Checks", "LedgerStorage", "LocatedYAML", "Reporting",
                "Rollout", "readiness",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: rules),
    ]
)
