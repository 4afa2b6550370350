import CanonicalJSON
import Foundation
import Rollout
import Testing

@Suite("readiness log", .timeLimit(.minutes(10)))
struct LogTests {
    @Test("Text for people, JSON for programs, and the exact bytes")
    func formats() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let text = try await workspace.readiness("log", SampleChecklist.path)
            #expect(text.status == 0)
            let lines = text.stdout.split(separator: "\n")
            #expect(lines.count == 4)
            #expect(lines[0].contains("kept the text sha256:"))
            #expect(lines[1].contains("checked present with file: met: "))
            #expect(lines[2].contains("signed approved for admin: Change 7 (1 file as evidence)"))
            #expect(lines[3].contains(" bob@example.com "))

            let jsonl = try await workspace.readiness("log", "--format", "jsonl")
            let records = jsonl.stdout.split(separator: "\n")
            let json = try await workspace.readiness("log", "--format", "json").stdout
                .split(separator: "\n")
                .map { JSONReading(value: try JSONValue(jsonBytes: Array($0.utf8))) }
            #expect(json.count == 4 && records.count == 4)
            for (index, entry) in json.enumerated() {
                let keys = ["authentication", "digest", "recordedAt", "sequence", "statement"]
                #expect(entry.members?.keys.sorted() == keys)
                #expect(entry["sequence"].integer == Int64(index + 1))
                #expect(entry["authentication"].text == "none")
                #expect(entry["digest"].text?.hasPrefix("sha256:") == true)
                let bytes = entry["statement"].value?.canonicalBytes ?? []
                let line = Array(records[index].utf8)
                #expect(
                    try JSONValue(jsonBytes: line).members?["statement"]?.canonicalBytes == bytes)
                let recordedAt = try JSONValue(jsonBytes: line).members?["recordedAt"]?.text
                #expect(entry["recordedAt"].text == recordedAt)
            }
        }
    }

    @Test("Only the records about a checklist, and about a step")
    func filters() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            try workspace.write(
                "checklists/other.yaml",
                SampleChecklist.text.replacing("id: sample", with: "id: other"))
            _ = try await workspace.readiness("run", "checklists/other.yaml")
            func count(_ arguments: String) async throws -> Int {
                try await workspace.shell("\"$READINESS\" log \(arguments)")
                    .stdout.split(separator: "\n").count
            }
            #expect(try await count("") == 6)
            #expect(try await count("checklists/other.yaml") == 2)
            #expect(try await count("\(SampleChecklist.path) --step approved") == 1)
            #expect(try await count("\(SampleChecklist.path) --step elsewhere") == 0)
            #expect(try await count("--as bob@example.com") == 1)
            #expect(try await count("--as bob@example.com --as ann@example.com") == 2)
            #expect(try await count("--kind check") == 2)
            #expect(try await count("--kind sign-off --kind check") == 4)
            #expect(try await count("--since 2025-10-09") == 6)
            #expect(try await count("--until 2025-10-09") == 0)
            #expect(try await count("--since 2025-10-09T12:00:00Z --until 2100-01-01") == 6)
        }
    }

    @Test("What was said for other values or a target names them, in the answer and in the log")
    func scope() async throws {
        try await Workspace.withSample { workspace in
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--note", "n",
                "--set", "cloud=two")
            let words = "signed: reviewed (cloud two) by bob@example.com for admin, "
            #expect(signed.status == 0 && signed.stdout.hasPrefix(words), "\(signed)")
            let log = try await workspace.readiness("log", SampleChecklist.path)
            #expect(log.stdout.contains("  sample (cloud=two): signed reviewed"), "\(log)")
            let own = try await workspace.readiness(
                "log", SampleChecklist.path, "--set", "cloud=two")
            #expect(own.stdout.contains("  sample: signed reviewed"), "\(own)")
        }
    }

    @Test("A target is named, and only values that the checklist does not give it")
    func targets() async throws {
        try await Workspace.withSample { workspace in
            try workspace.edit(
                "timeline:",
                """
                targets:
                  berlin: {title: Berlin, set: {cloud: one}}
                  lyon: {title: Lyon, set: {cloud: two}}
                timeline:
                """)
            for target in ["berlin", "lyon"] {
                _ = try await workspace.readiness(
                    "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--note",
                    "n", "--target", target)
            }
            for more in [[], [SampleChecklist.path]] as [[String]] {
                let log = try await workspace.shell(
                    "\"$READINESS\" log --kind sign-off \(more.joined())")
                #expect(log.stdout.contains("  sample (berlin): signed reviewed"), "\(log)")
                #expect(log.stdout.contains("  sample (lyon): signed reviewed"), "\(log)")
            }
        }
    }

    @Test("A log that shows nothing says why on stderr")
    func empty() async throws {
        try await Workspace.withSample { workspace in
            let none = try await workspace.readiness("log")
            #expect(none.status == 0 && none.stdout.isEmpty)
            #expect(none.stderr.contains("No entry is shown: there is no ledger at "), "\(none)")
            try await workspace.makeReady()
            let filtered = try await workspace.readiness("log", "--kind", "waiver")
            #expect(filtered.stderr == "No entry is shown: none on record fits.\n", "\(filtered)")
        }
    }

    @Test(
        "A kind that there is not is told with the one that was probably meant",
        arguments: [("waivr", "waiver"), ("singed", "sign-off"), ("checked", "check")])
    func kinds(written: String, meant: String) async throws {
        try await Workspace.with { workspace in
            let log = try await workspace.readiness("log", "--kind", written)
            #expect(log.status == 64)
            #expect(log.stderr.contains("not \"\(written)\"; did you mean \"\(meant)\"?"), "\(log)")
        }
    }

    @Test("An entry whose time was corrected is marked with the correction")
    func corrected() async throws {
        try await Workspace.withSample { workspace in
            let sign = "sign \(SampleChecklist.path) reviewed --as bob@example.com --note n"
            let ahead = try await workspace.shell(
                "faketime -f '+30d' \"$READINESS\" \(sign)")
            try #require(ahead.status == 0, "\(ahead)")
            for reason in ["ahead", "read again"] {
                let now = try await workspace.shell("date -u +%Y-%m-%dT%H:%M:%SZ").stdout
                // Both the sign-off and the text that came with it are ahead.
                for entry in [1, 2] {
                    let outcome = try await workspace.readiness(
                        "correct", SampleChecklist.path, "\(entry)", "--as", "bea@example.com",
                        "--time", now.trimmingCharacters(in: .whitespacesAndNewlines), "--reason",
                        reason)
                    #expect(outcome.status == 0, "\(outcome)")
                    #expect(
                        outcome.stdout.contains("It replaces the correction of entry ")
                            == (reason == "read again"), "\(outcome)")
                }
            }
            let log = try await workspace.readiness("log", SampleChecklist.path)
            let line = try #require(log.stdout.split(separator: "\n").dropFirst().first)
            #expect(
                line.contains("signed reviewed") && line.contains(" corrects its time)"), "\(log)")
            let plain = try await workspace.readiness("log", "--format", "json")
            let entry = plain.stdout.split(separator: "\n").dropFirst().first ?? ""
            #expect(entry.contains("\"corrected\":{\"counts\":false,\"entry\":"), "\(plain)")
        }
    }

    @Test("What does not count by the checklist of today says why, in the words of status")
    func uncounted() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            try workspace.write("checklists/present.txt", "still here\n")
            _ = try await workspace.readiness("run", SampleChecklist.path)
            let counting = try await workspace.readiness("log", SampleChecklist.path).stdout
                .split(separator: "\n")
            let newer = "(does not count: A newer outcome replaced it (entry 5).)"
            #expect(counting[1].hasSuffix(newer), "\(counting)")
            #expect(counting.filter { $0.contains("does not count") }.count == 1, "\(counting)")

            try workspace.edit("members: [ann@example.com, bob@example.com]", "members: []")
            let why = "bob@example.com is not a member of Admins."
            let closed = try await workspace.readiness("log", SampleChecklist.path)
            #expect(closed.stdout.contains(": Looked (does not count: \(why))\n"), "\(closed)")
            let status = try await workspace.readiness("status", "--wide", SampleChecklist.path)
            #expect(status.stdout.contains("The last one does not count: \(why)"), "\(status)")

            let json = try await workspace.readiness(
                "log", SampleChecklist.path, "--as", "bob@example.com", "--format", "json")
            let entry = JSONReading(value: try JSONValue(jsonBytes: Array(json.stdout.utf8)))
            #expect(entry["doesNotCount"]["code"].text == "not-a-member", "\(json)")
            #expect(entry["doesNotCount"]["text"].text == why, "\(json)")
            let plain = try await workspace.readiness("log")
            #expect(!plain.stdout.contains("does not count"), "\(plain)")
        }
    }

    @Test("A role that the checklist no longer has is the reason in log, status and report")
    func removedRole() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let text = SampleChecklist.text
                .replacing(
                    "  admin: {title: Admins, members: [",
                    with: "  net: {title: Network, members: ["
                )
                .replacing("role: admin", with: "role: net").replacing(
                    "by: [admin]", with: "by: [net]"
                )
                .replacing("by: [admin,", with: "by: [net,")
            try workspace.write(SampleChecklist.path, text.replacing("[admin]", with: "[net]"))
            let why = "It was signed for admin, a role that the checklist does not have."
            for command in [["log"], ["status", "--wide"], ["report"]] {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" \(command.joined(separator: " ")) \(SampleChecklist.path)")
                #expect(outcome.stdout.contains(why), "\(outcome)")
            }
        }
    }

    @Test("A note cannot forge a line or move the cursor")
    func hostileNote() async throws {
        try await Workspace.withSample { workspace in
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--note",
                "one\n9  forged\u{1B}[2J")
            #expect(signed.status == 0)
            let log = try await workspace.readiness("log")
            #expect(log.stdout.split(separator: "\n").count == 2)
            #expect(!log.stdout.contains("\u{1B}"))
        }
    }
}
