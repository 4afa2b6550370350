import Attestation
import Foundation
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

@Suite("Exporting and verifying a bundle", .timeLimit(.minutes(5)))
struct VerifyBundleTests {
    @Test("A bundle proves what it holds, and says what it does not prove")
    func verified() async throws {
        try await BundleSample.with { sample in
            let exported = try await sample.export()
            #expect(exported.entries == 5 && exported.signed == 3)
            #expect(exported.log == LogPlace.name && !exported.lacksEnvelopes)
            let outcome = try await VerifyBundle()(sample.place.path("bundle"))
            #expect(outcome.findings.isEmpty, "\(outcome.findings)")
            #expect(
                outcome.entries.map(\.authentication.code).filter { $0 == "ssh-key" }.count == 3)
            #expect(outcome.proved.contains { $0.contains("5 entries, each in the log") })
            #expect(outcome.notProved.contains { $0.contains("--log") })
            #expect(outcome.notProved.contains { $0.contains("--signers") })
            #expect(outcome.notProved.contains { $0.contains("2 statements that nobody signed") })
            let report = try #require(outcome.report)
            let judged = try await sample.place.judged()
            #expect(report.assessment.verdict == judged.verdict)
            // The command in the report gives the same bytes from the ledger.
            let again = try await sample.place.judged(
                at: JudgementPoint(asOf: .instant(report.assessment.asOf), entries: 5))
            let tool = ReportInput.Tool(sample.place.context())
            #expect(
                try sample.files()["report.md"] == MarkdownFormat().stream([again.report(tool)]))
        }
    }

    @Test("Keys from elsewhere are held against those in the bundle")
    func broughtKeys() async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            let line = try String(
                contentsOfFile: "\(sample.location.path).vkey", encoding: .utf8)
            let log = try NoteKey(String(line.dropLast()))
            let outcome = try await VerifyBundle(
                log: log, signers: sample.place.path("allowed_signers"))(
                    sample.place.path("bundle"))
            #expect(outcome.findings.isEmpty && outcome.isLogBrought)
            #expect(!outcome.notProved.contains { $0.contains("came with the bundle") })
            let other = try KeyFile(
                name: LogPlace.name, kind: .ed25519, seed: Array(repeating: 7, count: 32)
            ).key
            let found = try await sample.findings(log: other)
            #expect(Set(found.map(\.file)).isSuperset(of: ["log.vkey", "checkpoint"]))
            #expect(found.allSatisfy { $0.rule == .log })
            let lines = try String(
                contentsOfFile: sample.place.path("allowed_signers"), encoding: .utf8
            ).split(separator: "\n")
            try sample.place.write("mine", "\(lines[0])\n\(lines[1])\n")
            let refused = try await sample.findings(signers: "mine")
            #expect(refused.map(\.file) == ["entries/000004.json"])
            #expect(refused.map(\.rule) == [.signers])
        }
    }

    @Test("Whatever byte of whatever file is changed, it is found")
    func bytes() async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            for (name, bytes) in try sample.files().sorted(by: { $0.key < $1.key }) {
                for place in Set([0, bytes.count / 3, bytes.count - 1])
                where bytes.indices.contains(place) {
                    var changed = bytes
                    changed[place] ^= 1
                    try sample.place.write("bundle/\(name)", changed)
                    await Self.expectRefusal(sample, "bundle", "byte \(place) of \(name)")
                }
                try FileManager.default.removeItem(atPath: sample.place.path("bundle/\(name)"))
                await Self.expectRefusal(sample, "bundle", "without \(name)")
                try sample.place.write("bundle/\(name)", bytes)
            }
            #expect(try await sample.findings().isEmpty)
        }
    }

    private static func expectRefusal(_ sample: BundleSample, _ name: String, _ what: String) async
    {
        do {
            #expect(try await !sample.findings(name).isEmpty, "\(what)")
        } catch OperationFailure.bundle {
        } catch {
            Issue.record("\(what): \(error)")
        }
    }

    @Test(
        "An archive holds the same as the folder, tar unpacks it, and nothing else is read as one")
    func archive() async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            _ = try await sample.export(to: "bundle.tar")
            #expect(try await sample.findings("bundle.tar").isEmpty)
            let result = try Tool.run("tar xf bundle.tar", in: sample.place.folder)
            #expect(result.status == 0 && result.output.isEmpty, "\(result.output)")
            #expect(try sample.files("readiness-bundle") == sample.files())
            let bytes = Array(
                try Data(contentsOf: URL(fileURLWithPath: sample.place.path("bundle.tar"))))
            for step in 0..<200 {
                var changed = bytes
                changed[step * bytes.count / 200] ^= 1
                try sample.place.write("changed.tar", changed)
                await Self.expectRefusal(sample, "changed.tar", "byte \(step * bytes.count / 200)")
            }
            for length in [0, 511, 512, bytes.count - 1, bytes.count - 512] {
                try sample.place.write("cut.tar", Array(bytes[..<length]))
                await Self.expectRefusal(sample, "cut.tar", "cut to \(length)")
            }
            for script in [
                "tar -P --transform 's,^,readiness-bundle/../,' -cf evil.tar evidence.txt",
                "ln -s /etc/passwd link && tar -cf evil.tar link",
                "tar --format=ustar -cf evil.tar readiness-bundle",
            ] {
                #expect(try Tool.run(script, in: sample.place.folder).status == 0)
                await Self.expectRefusal(sample, "evil.tar", script)
            }
        }
    }

    @Test("No link is followed, and nothing is replaced")
    func links() async throws {
        try await BundleSample.with { sample in
            _ = try await sample.export()
            let manager = FileManager.default
            let page = sample.place.path("bundle/report.md")
            try manager.moveItem(atPath: page, toPath: sample.place.path("report.md"))
            try manager.createSymbolicLink(
                atPath: page, withDestinationPath: sample.place.path("report.md"))
            await #expect(throws: OperationFailure.self) { try await sample.findings() }
            for name in ["bundle", "bundle/HOW-TO-VERIFY.md", "evidence.txt"] {
                await #expect(throws: OperationFailure.self) { try await sample.export(to: name) }
            }
            await #expect(throws: OperationFailure.self) { try await sample.findings("absent") }
            await #expect(throws: OperationFailure.self) { try await sample.findings("checklists") }
        }
    }

    @Test("Without the log's key, or without a log, that is said")
    func withoutKey() async throws {
        try await BundleSample.with { sample in
            _ = try await SignCheckpoint(sample.location, sample.key)()
            let elsewhere = LogKeyPlace.file(sample.place.path("absent.pem"))
            let exported = try await ExportBundle(
                by: "ann@example.com", elsewhere, sample.place.context())(
                    sample.place.load(), to: sample.place.path("bundle"))
            #expect(exported.lacksEnvelopes)
            #expect(try sample.files()["attestations/000003.intoto.json"] != nil)
            #expect(try await sample.findings().isEmpty)
        }
        try await BundleSample.with(log: false) { sample in
            let exported = try await sample.export()
            #expect(exported.log == nil)
            let outcome = try await VerifyBundle()(sample.place.path("bundle"))
            #expect(outcome.findings.isEmpty, "\(outcome.findings)")
            #expect(outcome.notProved.contains { $0.contains("no signature of a log") })
        }
    }

    @Test("A ledger that lacks a file is not exported, nor a text that the log has not signed")
    func refused() async throws {
        try await BundleSample.with { sample in
            _ = try await SignCheckpoint(sample.location, sample.key)()
            let text = BundleSample.text.replacing("A signed", with: "Another signed")
            try sample.place.write(Sample.path, text)
            let failure = await #expect(throws: OperationFailure.self) {
                try await ExportBundle(
                    by: "ann@example.com", .file(sample.place.path("absent.pem")),
                    sample.place.context())(
                        sample.place.load(), to: sample.place.path("bundle"))
            }
            #expect("\(try #require(failure))".contains("readiness checkpoint"))
            try sample.place.write(Sample.path, BundleSample.text)
            let digest = ContentDigest(of: "approved\n".utf8).hex
            try FileManager.default.removeItem(
                atPath: sample.place.path(
                    ".readiness/evidence/sha256/\(digest.prefix(2))/\(digest)"))
            await #expect(throws: OperationFailure.self) { try await sample.export() }
            #expect(!sample.place.exists("bundle"))
        }
    }
}
