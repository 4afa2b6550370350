import Attestation
import CanonicalJSON
import ChecklistDecoding
import Checks
import Foundation
import Operations
import Reporting
import Rollout

extension AdversaryTests {
    static let denial: [Attack] = [
        pattern("2,118 open brackets", String(repeating: "[", count: 2118)),
        pattern("2,118 pairs of brackets", nested("[", 2118, "]")),
        pattern("400 groups in each other", nested("(", 400, ")")),
        pattern("repetitions of repetitions", "(((a{1000}){1000}){1000})"),
        pattern("single bytes", "\\C"),
        search("a repetition of a repetition", "(a+)+b", a(64)),
        search("a choice that fits twice", "(a|aa)+$", a(64) + "b"),
        search("a recursion", "(?R)?a+b", a(1 << 16)),
        search("a look ahead at every place", "^(?:(.)(?=(.*)))+y", a(1 << 17)),
        checklist(17, "80,000 steps by one list", "too-many-steps") {
            let list = (0..<1000).map { "v\($0)" }.joined(separator: ", ")
            return Sample.text
                + (0..<80).map { index in
                    "  - {id: s\(index), title: T, role: admin, due: first, sign-off: {}, "
                        + "for-each: \(index == 0 ? "&all {v: [\(list)]}" : "*all")}\n"
                }.joined()
        },
        checklist(17, "steps by targets", "too-many-steps") {
            let targets = (0..<199).map { "t\($0): {title: T, set: {cloud: one}}" }
            let list = (0..<600).map { "v\($0)" }.joined(separator: ", ")
            return Sample.text.replacing(
                "timeline:", with: "targets: {\(targets.joined(separator: ", "))}\ntimeline:")
                + "  - {id: many, title: T, role: admin, due: first, sign-off: {}, for-each: {v: [\(list)]}}\n"
        },
        checklist(17, "aliases of aliases", "too-many-nodes") {
            let rows = zip("bcdefghij", "abcdefghi").map { name, last in
                "x\(name): &\(name) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ","))]\n"
            }
            return "xa: &a [x,x,x,x,x,x,x,x,x]\n" + rows.joined()
        },
        checklist(17, "100,000 brackets", "too-deep") { String(repeating: "[", count: 100_000) },
        checklist(17, "100,000 directives", "too-many-directives") {
            String(repeating: "%TAG !a! b\n", count: 100_000)
        },
        checklist(17, "3,000 mistakes", "too-many-mistakes") {
            Sample.text
                + (0..<3000).map { "  - {id: s\($0), titel: T, role: nobody, due: never}\n" }
                .joined()
        },
        checklist(17, "a value that stands for gigabytes", "too-large") {
            Sample.text.replacing(
                "timeline:",
                with: "  long: {default: \(a(1 << 20))}\ntimeline:"
            ).replacing(
                "title: The file is there",
                with: "title: '\(String(repeating: "${long}", count: 1000))'")
        },
        Attack(17, "families that need families", "in step") {
            let (few, many) = (try await bytes(families: 50), try await bytes(families: 200))
            return many < few * 5 ? "in step" : "\(few) bytes, then \(many)"
        },
        source("a checklist of a gigabyte", "is larger than") {
            try SparseFile.make($0, size: 1 << 30)
        },
        source("a checklist that is a pipe", "not a file") { mkfifo($0, 0o600) },
        source("a checklist without end", "not a file") { symlink("/dev/zero", $0) },
        evidence("evidence of a gigabyte", "more than 67108864 bytes") {
            try SparseFile.make($0, size: 1 << 30)
        },
        evidence("evidence that is a pipe", "not a file") { mkfifo($0, 0o600) },
        Attack(16, "a name that points at itself", "refused") {
            let head: [UInt8] = [0, 1, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0]
            return DNSMessage(head + [0xC0, 12, 0, 1, 0, 1]) == nil ? "refused" : "read"
        },
        Attack(16, "100,000 levels of JSON", "levels") {
            await Attack.refusal {
                _ = try JSONValue(jsonBytes: [UInt8](repeating: 91, count: 100_000))
            }
        },
        Attack(16, "a note with 10,000 signatures", "65536") {
            let line = "— log.example.com/x AAAAAAAA\n"
            let text = "text\n\n" + String(repeating: line, count: 10_000)
            return await Attack.refusal { _ = try SignedNote(Array(text.utf8)) }
        },
        .inPlace(20, "a report where nothing can be written", "/proc/self") { place in
            let judged = try await place.judged()
            return await Attack.refusal {
                _ = try await WriteReports(into: "/proc/self")(
                    [judged.report(ReportInput.Tool(name: "readiness", version: "test"))],
                    as: [MarkdownFormat()])
            }
        },
    ]

    private static func a(_ count: Int) -> String { String(repeating: "a", count: count) }

    private static func nested(_ open: String, _ count: Int, _ close: String) -> String {
        String(repeating: open, count: count) + String(repeating: close, count: count)
    }

    /// The size of all formats of four families of as many steps, each of which needs all of the
    /// family before it.
    private static func bytes(families count: Int) async throws -> Int {
        let values = (0..<count).map { "v\($0)" }.joined(separator: ", ")
        let steps = (0..<4).map { index in
            "  - {id: f\(index), title: T, role: admin, due: first, sign-off: {}, "
                + (index == 0 ? "" : "needs: [f\(index - 1)], ") + "for-each: {v: [\(values)]}}\n"
        }
        return try await Place.with(Sample.text + steps.joined()) { place in
            let report = try await place.judged().report(
                ReportInput.Tool(name: "readiness", version: "test"))
            return ReportFormats.all.flatMap { $0.render([report]) }.map(\.bytes.count)
                .reduce(0, +)
        }
    }

    private static func pattern(_ name: String, _ text: String) -> Attack {
        Attack(16, "a pattern of \(name)", "refused") {
            TextPattern(text) == nil ? "refused" : "taken"
        }
    }

    private static func search(_ name: String, _ pattern: String, _ text: String) -> Attack {
        Attack(16, "a search with \(name)", "no answer") {
            guard let pattern = TextPattern(pattern) else { return "refused" }
            let found = pattern.search(Array(text.utf8), until: Deadline(.milliseconds(200)))
            return found == .found ? "found" : "no answer"
        }
    }

    private static func checklist(
        _ number: Int, _ name: String, _ code: String, _ text: @escaping @Sendable () -> String
    ) -> Attack {
        Attack(number, name, "[\(code)]") { try said(text(), [:]) }
    }

    /// A file in the place of the checklist.
    private static func source(
        _ name: String, _ wanted: String, _ make: @escaping @Sendable (String) throws -> Void
    ) -> Attack {
        .inPlace(17, name, wanted) { place in
            let path = place.path("checklists/hostile.yaml")
            try make(path)
            return await Attack.refusal { _ = try await place.load("checklists/hostile.yaml") }
        }
    }

    /// A file that is shown as evidence.
    private static func evidence(
        _ name: String, _ wanted: String, _ make: @escaping @Sendable (String) throws -> Void
    ) -> Attack {
        .inPlace(20, name, wanted) { place in
            let path = place.path("hostile")
            try make(path)
            return await Attack.refusal {
                _ = try await SignStep("approved", .approve, note: "n", evidence: [path])(
                    place.act(by: "ann@example.com"))
            }
        }
    }
}
