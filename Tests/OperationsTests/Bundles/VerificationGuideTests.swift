import Foundation
import Operations
import Reporting
import Rollout
import Testing

/// The page in a bundle, as a stranger follows it.
@Suite("HOW-TO-VERIFY.md", .timeLimit(.minutes(5)))
struct VerificationGuideTests {
    /// The first fenced block of `sh`, as anybody would take it out; nil where there is none.
    private static func block(_ page: [UInt8]) -> String? {
        let text = String(decoding: page.filter { $0 != 0 }, as: UTF8.self)
        guard let start = text.firstRange(of: "```sh\n") else { return nil }
        let rest = text[start.upperBound...]
        return String(rest[..<(rest.firstRange(of: "```")?.lowerBound ?? rest.endIndex)])
    }

    /// The lines of a fenced block of `sh` behind another one.
    private static func second(_ page: String) throws -> String {
        let rest = try #require(page.split(separator: "```sh\n", maxSplits: 2).last)
        return String(try #require(rest.split(separator: "```", maxSplits: 1).first))
    }

    @Test("When the keys have expired, every command of a bundle asks for the time of its entry")
    func expired() async throws {
        // The clock of the sample stands before that day, and the one of ssh-keygen behind it.
        try await BundleSample.with(validBefore: "20251101Z") { sample in
            _ = try await sample.export()
            let (status, output) = try Self.run(sample, "bundle")
            #expect(status == 0 && output.hasSuffix("Verified.\n"), "\(output)")
            let folder = sample.place.path("bundle")
            func read(_ name: String) throws -> String {
                String(decoding: try #require(try sample.files()[name]), as: UTF8.self)
            }
            let block = try Self.second(read(VerificationGuide.name))
            let alone = try Tool.run(block, in: folder, path: sample.place.path("stranger"))
            #expect(alone.status == 0 && alone.output.count { $0 == "\n" } == 3, "\(alone)")
            let report = try read("report.md").split(separator: "\n")
            let command = try #require(report.first { $0.hasPrefix("ssh-keygen -Y verify ") })
            let printed = try Tool.run(String(command), in: folder)
            #expect(printed.status == 0 && printed.output.hasPrefix("Good "), "\(printed)")
        }
    }

    /// The status of the block in a bundle; 1 where there is no block.
    private static func run(_ sample: BundleSample, _ name: String) throws -> (Int32, String) {
        let tools = sample.place.path("stranger")
        if !sample.place.exists("stranger") { try Tool.makeStranger(tools) }
        let page = try Data(
            contentsOf: URL(fileURLWithPath: sample.place.path("\(name)/HOW-TO-VERIFY.md")))
        guard let block = block(Array(page)) else { return (1, "no block") }
        return try Tool.run(block, in: sample.place.path(name), path: tools)
    }

    @Test("With a shell, coreutils, xxd, ssh-keygen and openssl alone, it ends with 0")
    func verified() async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            let (status, output) = try Self.run(sample, "bundle")
            #expect(status == 0, "\(output)")
            #expect(output.hasSuffix("Verified.\n"))
            for (entry, person) in [(1, "bea"), (3, "ann"), (4, "bob")] {
                let line = "00000\(entry): Good \"statement-v1@readiness\" signature for \(person)@"
                #expect(output.contains(line), "\(output)")
            }
        }
    }

    @Test("What was taken back is among the statements, and what a withdrawn key signed is not")
    func index() async throws {
        try await BundleSample.with { sample in
            _ = try await TakeBack(.signOff, 4, of: "open", reason: "r")(
                sample.act(by: "bob@example.com"))
            _ = try await sample.export()
            func index(_ name: String) throws -> String {
                let bytes = try #require(try sample.files(name)["statements/INDEX"])
                return String(decoding: bytes, as: UTF8.self)
            }
            let before = try index("bundle")
            #expect(before.contains("000004 bob@") && before.contains("000006 bob@"), "\(before)")
            try await sample.withdraw("bob@example.com")
            _ = try await sample.export(to: "later")
            let after = try index("later")
            #expect(after.contains("000003 ann@") && !after.contains("bob@"), "\(after)")
            let (status, output) = try Self.run(sample, "later")
            #expect(status == 0, "\(output)")
        }
    }

    @Test("Without a log, it verifies what there is")
    func withoutLog() async throws {
        try await BundleSample.with(log: false) { sample in
            _ = try await sample.export()
            let (status, output) = try Self.run(sample, "bundle")
            #expect(status == 0, "\(output)")
        }
    }

    @Test("Whatever byte of whatever file is changed, it ends otherwise")
    func bytes() async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            let files = try sample.files()
            var tried = 0
            for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                for place in Self.places(name, bytes) {
                    var changed = bytes
                    changed[place] ^= tried % 2 == 0 ? 1 : 0x20
                    try sample.place.write("bundle/\(name)", changed)
                    let (status, output) = try Self.run(sample, "bundle")
                    #expect(status != 0, "byte \(place) of \(name): \(output)")
                    tried += 1
                }
                try sample.place.write("bundle/\(name)", bytes)
            }
            #expect(tried > 600)
            #expect(try Self.run(sample, "bundle").0 == 0)
        }
    }

    /// Every byte of the tests that the page makes of itself, the first and last of each file, and some
    /// between.
    private static func places(_ name: String, _ bytes: [UInt8]) -> [Int] {
        let some = Set([0, bytes.count - 1] + (1..<8).map { $0 * bytes.count / 8 })
        guard name == VerificationGuide.name, let page = String(validating: bytes, as: UTF8.self),
            let start = page.firstRange(of: "```sh"), let end = page.firstRange(of: "set -eu")
        else { return some.filter { bytes.indices.contains($0) }.sorted() }
        let own =
            page.utf8.distance(
                from: page.startIndex, to: start.lowerBound)..<page.utf8
            .distance(from: page.startIndex, to: end.upperBound)
        return some.union(own).sorted()
    }

    @Test("A file that is added, removed, renamed or replaced by a link is noticed")
    func names() async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            let manager = FileManager.default
            let folder = sample.place.path("bundle")
            for name in try sample.files().keys.sorted() where name != VerificationGuide.name {
                let aside = sample.place.path("aside")
                try manager.moveItem(atPath: "\(folder)/\(name)", toPath: aside)
                #expect(try Self.run(sample, "bundle").0 != 0, "without \(name)")
                try manager.createSymbolicLink(
                    atPath: "\(folder)/\(name)", withDestinationPath: aside)
                #expect(try Self.run(sample, "bundle").0 != 0, "a link for \(name)")
                try manager.removeItem(atPath: "\(folder)/\(name)")
                try manager.moveItem(atPath: aside, toPath: "\(folder)/\(name)")
            }
            for name in [
                "x", ".hidden", "..x", "entries/000009.json", "more/x", "evidence/.x", "a\nb",
            ] {
                try sample.place.write("bundle/\(name)", "x")
                #expect(try Self.run(sample, "bundle").0 != 0, "with \(name)")
                try manager.removeItem(atPath: "\(folder)/\(name)")
            }
            #expect(try Self.run(sample, "bundle").0 == 0)
        }
    }

    @Test("Who makes all digests anew is found by the signatures", arguments: BundleForgery.all)
    func forged(_ forgery: BundleForgery) async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            let forged = BundleSample.sealed(try forgery.change(sample.files()))
            try sample.write(forged, to: "forged")
            let (status, output) = try Self.run(sample, "forged")
            #expect((status != 0) == forgery.isSeenByShell, "\(output)")
            let findings = try await sample.findings("forged")
            #expect(findings.contains { $0.rule == forgery.rule }, "\(findings)")
        }
    }
}
