import Checks
import Fields
import Foundation
import Subprocess
import SystemPackage
import Testing

@Suite("Versions are compared as their package manager compares them")
struct VersionTests {
    struct Pair: CustomTestStringConvertible, Sendable {
        let rules: VersionRules
        let left: String
        let right: String
        let order: Order?

        init(_ rules: VersionRules, _ left: String, _ sign: String, _ right: String) {
            self.rules = rules
            self.left = left
            self.right = right
            order = ["<": .less, "=": .same, ">": .greater][sign]
        }

        var testDescription: String { "\(rules): \(left) and \(right)" }
    }

    /// What both Debian and RPM say.
    private static let common = [
        ("1.0~rc1", "<", "1.0"), ("1.0~~", "<", "1.0~"), ("1:1.0", ">", "2.0"),
        ("0:1.0", "=", "1.0"),
        ("1.9", "<", "1.10"), ("1.0a", "<", "1.0.1"), ("1.0+b1", "<", "1.0.1"),
        ("1.01", "=", "1.1"),
        ("5.5p1", "<", "5.5p10"), ("1.0A", "<", "1.0a"), ("2.36-9+deb12u4", "<", "2.36-9+deb12u10"),
    ]

    private static let pairs =
        common.flatMap { [Pair(.dpkg, $0.0, $0.1, $0.2), Pair(.rpm, $0.0, $0.1, $0.2)] } + [
            Pair(.dpkg, "1.0", "=", "1.0-0"), Pair(.rpm, "1.0", "<", "1.0-0"),
            Pair(.dpkg, "1.0a", "<", "1.0+"), Pair(.rpm, "1.0a", ">", "1.0+"),
            Pair(.dpkg, "1.0.", ">", "1.0"), Pair(.rpm, "1.0.", "=", "1.0"),
            Pair(.dpkg, "1.a", ">", "1.1"), Pair(.rpm, "1.a", "<", "1.1"),
            Pair(.dpkg, "fc4", "invalid", "fc.4"), Pair(.rpm, "fc4", "=", "fc.4"),
            Pair(.dpkg, "1.0^git1", "invalid", "1.0.1"), Pair(.rpm, "1.0^git1", "<", "1.0.1"),
            Pair(.rpm, "1.0^git1", ">", "1.0"), Pair(.rpm, "1.0^a", "<", "1.0^b"),
            Pair(.dpkg, "1_0", "invalid", "1.0"), Pair(.rpm, "1_0", "=", "1.0"),
            Pair(.apk, "1.2.3", "<", "1.2.10"), Pair(.apk, "1.2_rc1", "<", "1.2"),
            Pair(.apk, "1.2_alpha", "<", "1.2_beta"), Pair(.apk, "1.2_p1", ">", "1.2"),
            Pair(.apk, "1.2-r1", "<", "1.2-r10"), Pair(.apk, "1.2a", ">", "1.2"),
            Pair(.apk, "1.2.0", ">", "1.2"), Pair(.apk, "1.02", "<", "1.1"),
            Pair(.apk, "1.2~x", "invalid", "1.2"), Pair(.apk, "v1", "invalid", "1"),
            Pair(.semantic, "1.2", "=", "1.2.0"), Pair(.semantic, "v1.10.0", ">", "1.9.9"),
            Pair(.semantic, "1.0.0-alpha", "<", "1.0.0-alpha.1"),
            Pair(.semantic, "1.0.0-alpha.1", "<", "1.0.0-alpha.beta"),
            Pair(.semantic, "1.0.0-beta.2", "<", "1.0.0-beta.11"),
            Pair(.semantic, "1.0.0-rc.1", "<", "1.0.0"), Pair(.semantic, "1+a", "=", "1+b"),
            Pair(.semantic, "1.x", "invalid", "1.0"), Pair(.semantic, "", "invalid", "1.0"),
        ]

    @Test("pairs", arguments: pairs)
    func order(_ pair: Pair) {
        let (left, right) = (Version(pair.left, pair.rules), Version(pair.right, pair.rules))
        let order = left.flatMap { left in right.flatMap { left.order(to: $0) } }
        #expect(order == pair.order)
        let back = right.flatMap { right in left.flatMap { right.order(to: $0) } }
        #expect(back?.rawValue == pair.order.map { -$0.rawValue })
    }

    @Test(
        "dpkg itself agrees",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg")))
    func dpkg() async throws {
        for pair in Self.pairs where pair.rules == .dpkg {
            guard let order = pair.order else { continue }
            let sign = [Order.less: "lt", .same: "eq", .greater: "gt"][order] ?? ""
            let result = try await Subprocess.run(
                .path(FilePath("/usr/bin/dpkg")),
                arguments: ["--compare-versions", pair.left, sign, pair.right],
                output: .discarded, error: .discarded)
            #expect(result.terminationStatus == .exited(0), "\(pair.testDescription)")
        }
    }

    @Test(
        "bounds must all be kept",
        arguments: [
            (">= 1.2, < 2", "1.10", true), (">= 1.2, < 2", "2", false), (">=1.2,<2", "1.1", false),
            ("1.2", "1.2.0", true), ("!= 1.3", "1.3", false), ("> 1, <= 3", "3", true),
        ])
    func constraints(_ text: String, _ version: String, _ isWithin: Bool) throws {
        let constraint = try #require(VersionConstraint(text, .semantic))
        let version = try #require(Version(version, .semantic))
        #expect(constraint.allows(version) == isWithin)
    }

    @Test("a text that is no bound is refused", arguments: ["", "1,", "=> 1", "1 2", "~> 1", ">="])
    func mistakes(_ text: String) {
        #expect(VersionConstraint(text, .semantic) == nil)
    }
}
