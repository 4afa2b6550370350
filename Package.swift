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

/// Where scripts/release puts the archive of the C++ library, so that the programs do not load the
/// shared one: that is a tenth of the start-up time of `readiness`.
let releaseLinks: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-L\(Context.packageDirectory)/.build/static", "-Xclang-linker", "-static-libgcc",
        ], .when(configuration: .release))
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "Readiness",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "readiness", targets: ["readiness"]),
        .executable(name: "readiness-server", targets: ["readiness-server"]),
    ],
    dependencies: [
        // The command line: parsing, help text and usage errors.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // SHA-256 for entries, checklist texts, evidence files and certificates; signatures.
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        // File paths as swift-subprocess takes them.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        // Child processes in a session of their own, with streamed output.
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        // The ledger's SQLite database.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // The server's HTTP, which is no part of the command line.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        // What Hummingbird's requests are made of: bytes, fields and log lines.
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        // Stopping the server on a signal without losing what it took.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The system's libyaml, which reads checklists.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // The system's OpenSSL, which tells every reason of a failed verification apart.
        .systemLibrary(name: "CLibSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        // The system's c-ares, which asks one name server with a deadline.
        .systemLibrary(
            name: "CLibCAres", pkgConfig: "libcares", providers: [.apt(["libc-ares-dev"])]),
        // The headers of the system's libcurl, which speaks HTTP through our sockets and our OpenSSL
        // callbacks; it is loaded when the first request is made, because linking it costs every
        // start of the program 3 ms.
        .systemLibrary(name: "CLibCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // What the C library offers to tune its memory, which Swift does not import by itself.
        .systemLibrary(name: "CLibMalloc"),
        // The system's PCRE2, whose searches can be given a limit of steps, memory and time.
        .systemLibrary(
            name: "CLibPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),

        // The headers of the system's zlib, which takes back the compression of answers over HTTP; it is
        // loaded with the first of them.
        .systemLibrary(name: "CLibZ", providers: [.apt(["zlib1g-dev"])]),
        // The headers of the system's libzip, which opens and makes workbooks; it is loaded when one
        // is, because linking it and the four libraries that it brings costs every start 1 ms.
        .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
        // The system's expat, which reads XML: in workbooks, and in the results of other tools.
        .systemLibrary(name: "CLibExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        // The system's gumbo, which reads HTML as browsers do.
        .systemLibrary(name: "CLibGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),

        // The system's libpq, which asks PostgreSQL; the command line neither links nor loads it.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        // From the leaves up; no arrow points the other way.
        .ours("CanonicalJSON"),
        .ours("Characters"),
        .ours("Files"),
        .ours("XML", ["CLibExpat"]),
        .ours("LocatedYAML", ["CLibYAML", "Characters", "Files"]),
        .ours("Rollout", ["CanonicalJSON", "Characters", crypto]),
        .ours("Fields", ["CanonicalJSON", "Characters", "LocatedYAML", "Rollout"]),
        // RSA, which people's older SSH keys are of, is in the extras of swift-crypto alone.
        .ours(
            "Attestation",
            ["CanonicalJSON", "Characters", "Rollout", crypto, cryptoExtras]),
        .ours(
            "Checks",
            [
                "CLibCAres", "CLibCurl", "CLibPCRE2", "CLibSSL", "CLibZ",
                "CanonicalJSON", "Characters", "Fields",
                "Files", "Rollout", "XML", subprocess, systemPackage,
            ]),
        .ours(
            "ChecklistDecoding",
            [
                "CanonicalJSON", "Characters", "Checks", "Fields", "Files", "LocatedYAML",
                "Rollout",
            ]),
        .ours(
            "Importing",
            ["CLibGumbo", "CLibZip", "CanonicalJSON", "Characters", "Rollout", "XML"]),
        .ours(
            "LedgerStorage",
            ["Attestation", "CanonicalJSON", "Characters", "Files", "Rollout", grdb]),
        // A ledger that several servers share, for the server alone.
        .ours("PostgresStorage", ["Attestation", "CLibPQ", "LedgerStorage", "Rollout"]),
        .ours("Reporting", ["CanonicalJSON", "Characters", "LocatedYAML", "Rollout"]),
        .ours(
            "Operations",
            [
                "Attestation", "CanonicalJSON", "Characters", "ChecklistDecoding", "Checks",
                "Fields", "Files", "Importing", "LedgerStorage", "LocatedYAML", "Reporting",
                "Rollout",
                subprocess, systemPackage,
            ]),
        .executableTarget(
            name: "readiness",
            dependencies: [
                "Attestation", "CanonicalJSON", "Characters", "ChecklistDecoding", "Checks",
                "CLibMalloc", "Fields", "Files", "Importing", "LedgerStorage", "LocatedYAML",
                "Operations",
                "Reporting",
                "Rollout",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: rules, linkerSettings: releaseLinks),

        .executableTarget(
            name: "readiness-server",
            dependencies: [
                "Attestation", "CanonicalJSON", "ChecklistDecoding", "Files", "LedgerStorage",
                "Operations", "PostgresStorage", "Reporting", "Rollout",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: rules, linkerSettings: releaseLinks),

        // Programs for benchmarks and tests to start: no products, never installed.
        .executableTarget(
            name: "yaml-tree", dependencies: ["LocatedYAML"], path: "Benchmarks/Tree",
            swiftSettings: rules),
        .executableTarget(
            name: "ledger-writer",
            dependencies: [
                "Attestation", "CanonicalJSON", "LedgerStorage", "PostgresStorage", "Rollout",
                crypto,
            ],
            path: "Tests/LedgerWriter", swiftSettings: rules),

        .tests(of: "CanonicalJSON"),
        .tests(of: "Characters", ["CanonicalJSON"]),
        .tests(of: "Files"),
        .tests(of: "LocatedYAML", ["Reporting"]),
        .tests(of: "Rollout", ["CanonicalJSON"]),
        .tests(of: "Fields", ["LocatedYAML"]),
        .tests(of: "Attestation", ["CanonicalJSON", "Characters", "Rollout", crypto]),
        .tests(
            of: "Checks",
            [
                "CLibSSL", "CanonicalJSON", "Fields", "LocatedYAML", "Rollout", subprocess,
                systemPackage,
            ]),
        .tests(
            of: "ChecklistDecoding",
            ["CanonicalJSON", "Checks", "Fields", "LocatedYAML", "Reporting", "Rollout"]),
        .tests(
            of: "Importing",
            ["CanonicalJSON", "Characters", "ChecklistDecoding", "LocatedYAML", "Rollout"]),
        .tests(
            of: "LedgerStorage",
            [
                "Attestation", "CanonicalJSON", "Files", "PostgresStorage", "Rollout",
                "ledger-writer", grdb,
            ]),
        .tests(
            of: "Reporting", ["CanonicalJSON", "Characters", "LocatedYAML", "Rollout"],
            exclude: ["Snapshots"]),
        .tests(
            of: "Operations",
            [
                "Attestation", "CanonicalJSON", "Characters", "ChecklistDecoding", "Checks",
                "Files", "Importing", "LedgerStorage", "LocatedYAML", "Reporting", "Rollout",
                crypto, grdb,
            ]),
        .testTarget(
            name: "ReadinessTests",
            dependencies: [
                "CanonicalJSON", "ChecklistDecoding", "Checks", "Fields", "LedgerStorage",
                "LocatedYAML", "Operations", "Reporting", "Rollout", "readiness",
                "ledger-writer", "readiness-server",
                grdb, subprocess, systemPackage,
            ],
            exclude: ["Browser"], swiftSettings: rules),
    ]
)

extension Target {
    /// A target of ours under the common rules.
    static func ours(_ name: String, _ dependencies: [Dependency] = []) -> Target {
        .target(name: name, dependencies: dependencies, swiftSettings: rules)
    }

    /// The tests of a target of ours.
    static func tests(
        of name: String, _ dependencies: [Dependency] = [], exclude: [String] = []
    ) -> Target {
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies,
            exclude: exclude, swiftSettings: rules)
    }
}

// Programs that try hostile input, by the folder of each in Fuzz. They need libFuzzer, so that they
// are there only where scripts/fuzz asks for them.
if Context.environment["READINESS_FUZZ"] != nil {
    let signatures: [Target.Dependency] = ["Attestation", "Operations", "Rollout"]
    let imports: [Target.Dependency] = [
        "CanonicalJSON", "ChecklistDecoding", "Importing", "Rollout",
    ]
    let fuzzers = [
        ("fuzz-signature-armor", signatures),
        ("fuzz-signature-blob", signatures),
        ("fuzz-allowed-signers", signatures),
        ("fuzz-notes", signatures),
        ("fuzz-bundle", signatures),
        ("fuzz-announcement", imports),
        ("fuzz-table", imports),
        ("fuzz-starttls", ["Checks"]),
        ("fuzz-dialogue", ["CanonicalJSON", "ChecklistDecoding", "Checks", "Rollout"]),
        ("fuzz-http-head", ["Checks"]),
        ("fuzz-inflate", ["Checks"]),
        ("fuzz-plugin", ["Checks"]),
        ("fuzz-certificate", ["Checks", "Rollout"]),
        ("fuzz-results", ["Checks"]),
        ("fuzz-yaml", ["ChecklistDecoding", "LocatedYAML"]),
        ("fuzz-dns", ["CanonicalJSON", "Checks", "Rollout"]),
    ]
    package.targets.append(
        .target(
            name: "Fuzzing", dependencies: ["CanonicalJSON", "Characters", "Checks"],
            path: "Fuzz/Fuzzing", swiftSettings: rules))
    package.targets += fuzzers.map { name, readers in
        .executableTarget(
            name: name, dependencies: ["Fuzzing"] + readers, path: "Fuzz/\(name)",
            swiftSettings: rules)
    }
}
