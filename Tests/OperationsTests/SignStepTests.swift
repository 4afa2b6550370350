import Files
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Signing a step")
struct SignStepTests {
    @Test("A sign-off is an entry with scope, step, role, principal and time, and it counts")
    func signed() async throws {
        try await Place.with { place in
            let entry = try await SignStep("reviewed", .approve, note: "Looked")(
                place.act(by: "bob@example.com", set: ["cloud": "two"]))
            let statement = entry.statement
            #expect(entry.sequence == 2 && entry.recordedAt == place.now)
            #expect(statement.step?.id.text == "reviewed" && statement.role?.text == "admin")
            #expect(statement.principal.text == "bob@example.com" && statement.madeAt == place.now)
            #expect(statement.scope.parameters == ["cloud": "two"] && statement.scope.target == nil)
            #expect(statement.rollout == RolloutReference(id: "sample", place: Sample.path))
            #expect(entry.authentication == .none)
            #expect(try await place.status("reviewed", set: ["cloud": "two"]).status == .ready)
            #expect(try await place.status("reviewed").status == .pending)
        }
    }

    @Test("A clock that is far behind the newest entry is a typed error, and nothing is recorded")
    func clock() async throws {
        try await Place.with { place in
            _ = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            try place.set("2025-10-01T09:00:00Z")
            let failure = await #expect(throws: LedgerError.self) {
                try await SignStep("reviewed", .approve, note: "n")(
                    place.act(by: "ann@example.com"))
            }
            guard case .clockDiffers(_, _, 2) = failure?.cause else {
                Issue.record("\(String(describing: failure))")
                return
            }
            try place.set("2025-10-01T10:00:00Z")
            #expect(try await place.judged().state.extent.size == 2)
        }
    }

    @Test("A rejection makes the step failing, and its author may take it back")
    func rejected() async throws {
        try await Place.with { place in
            _ = try await SignStep("reviewed", .approve, note: "Looked")(
                place.act(by: "bob@example.com"))
            let no = try await SignStep("reviewed", .reject, note: "No")(
                place.act(by: "ann@example.com"))
            #expect(try await place.status("reviewed").status == .failing)
            _ = try await TakeBack(.signOff, no.sequence, of: "reviewed", reason: "Solved")(
                place.act(by: "ann@example.com"))
            #expect(try await place.status("reviewed").status == .ready)
        }
    }

    @Test("Evidence is copied beside the ledger, under its digest, and named in the statement")
    func evidence() async throws {
        try await Place.with { place in
            let entry = try await SignStep(
                "approved", .approve, note: "Change 7", evidence: [place.path("evidence.txt")])(
                    place.act(by: "ann@example.com"))
            guard case .signOff(let signOff) = entry.statement.body else {
                Issue.record("\(entry)")
                return
            }
            let file = try #require(signOff.evidence.first)
            let digest = ContentDigest(of: Array("approved\n".utf8))
            #expect(file.name == "evidence.txt")
            #expect(file.file.digest == digest && file.file.size == 9)
            let location = place.context().location(for: place.path(Sample.path))
            // The original may change; what was shown stays.
            try place.write("evidence.txt", "changed\n")
            #expect(try location.content.bytes(of: file.file) == Array("approved\n".utf8))
        }
    }

    @Test(
        "A file that shows nothing but blanks is no evidence",
        arguments: [
            " \n\t\r\n", "\u{2800}\n", "\u{1B}[0m\n", "\u{FEFF}\n", "\u{A0}\u{3000}\u{200B}",
            "\0\0",
            String(repeating: " ", count: 3 << 20),
        ])
    func blankEvidence(_ text: String) async throws {
        try await Place.with { place in
            try place.write("blank.txt", text)
            let act = try await place.act(by: "ann@example.com")
            let failure = await #expect(throws: OperationFailure.self) {
                try await SignStep(
                    "approved", .approve, note: "n", evidence: [place.path("blank.txt")])(act)
            }
            guard case .evidence(_, let error) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error.cause == .blank)
            #expect(error.description.contains("nothing but blanks"))
            try place.write("blank.txt", text + ".")
            _ = try await SignStep(
                "approved", .approve, note: "n", evidence: [place.path("blank.txt")])(act)
        }
    }

    @Test("An empty file is no evidence")
    func emptyEvidence() async throws {
        try await Place.with { place in
            let empty = place.path("empty.txt")
            try SparseFile.make(empty, size: 0)
            let act = try await place.act(by: "ann@example.com")
            let failure = await #expect(throws: OperationFailure.self) {
                try await SignStep("approved", .approve, note: "n", evidence: [empty])(act)
            }
            guard case .evidence(_, let error) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(error.cause == .empty)
            #expect(!place.exists(".readiness/ledger.sqlite"))
        }
    }

    @Test("A file that is too large is refused with the limit, and nothing is recorded")
    func tooLarge() async throws {
        try await Place.with { place in
            let large = place.path("large.bin")
            try SparseFile.make(large, size: ContentStore.usualLimit + 1)
            let act = try await place.act(by: "ann@example.com")
            let failure = await #expect(throws: OperationFailure.self) {
                try await SignStep(
                    "approved", .approve, note: "n",
                    evidence: [place.path("evidence.txt"), large])(act)
            }
            guard case .evidence(let path, let error) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(path == large && error.cause == .tooLarge(limit: 64 << 20))
            #expect(failure?.description.contains("64 MiB") == true)
            #expect(!place.exists(".readiness/ledger.sqlite"))
        }
    }

    @Test("A second file that is missing leaves no copy of the first")
    func missing() async throws {
        try await Place.with { place in
            let act = try await place.act(by: "ann@example.com")
            let failure = await #expect(throws: OperationFailure.self) {
                try await SignStep(
                    "approved", .approve, note: "n",
                    evidence: [place.path("evidence.txt"), place.path("missing.txt")])(act)
            }
            guard case .file(.evidence, let path, _) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(path == place.path("missing.txt"))
            #expect(!place.exists(".readiness"))
        }
    }

    @Test("Nothing is copied beside a ledger that is only read")
    func textLedger() async throws {
        try await Place.with { place in
            try place.write("l.jsonl", "")
            let act = try await place.act(by: "ann@example.com", ledger: "l.jsonl")
            let failure = await #expect(throws: LedgerError.self) {
                try await SignStep(
                    "approved", .approve, note: "n", evidence: [place.path("evidence.txt")])(act)
            }
            #expect(failure?.cause == .readOnlyFormat)
            #expect(!place.exists("evidence"))
        }
    }
}
