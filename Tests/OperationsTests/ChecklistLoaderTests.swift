import ChecklistDecoding
import Operations
import Rollout
import Testing

@Suite("Loading checklists")
struct ChecklistLoaderTests {
    private static func refusal(
        _ body: () async throws -> Void
    ) async throws -> (kind: String, words: String) {
        let failure = await #expect(throws: OperationFailure.self) { try await body() }
        let found = try #require(failure)
        return (Mirror(reflecting: found).children.first?.label ?? "\(found)", found.description)
    }

    /// Keeps the text of a checklist by signing a step.
    private static func keep(_ place: Place, _ path: String, ledger: String) async throws {
        let context = place.context(ledger: ledger)
        let loaded = try await ChecklistLoader(context).loadOne(place.path(path))
        _ = try await SignStep("reviewed", .approve, note: "n")(
            Act(on: loaded, by: Principal("bob@example.com"), context))
    }

    @Test("By the digest of a recorded text, whole or its first digits, whatever the file says now")
    func digest() async throws {
        try await Place.with { place in
            try await Self.keep(place, Sample.path, ledger: "l.sqlite")
            let digest = try await place.load().checklist.digest.description
            try place.write(Sample.path, "changed")
            let loader = ChecklistLoader(place.context(ledger: "l.sqlite"))
            for name in [digest, String(digest.prefix(15))] {
                let loaded = try await loader.loadOne(name)
                #expect(loaded.checklist.digest.description == digest)
                #expect(loaded.checklist.rollout.place == Sample.path)
                #expect(loaded.text == Sample.text)
            }
            let unknown = try await Self.refusal {
                _ = try await loader.load(["sha256:0123456789abcdef"])
            }
            #expect(unknown.kind == "noSuchText")
        }
    }

    @Test("A text that was recorded for two places wants one of them")
    func places() async throws {
        try await Place.with { place in
            for path in ["checklists/prod/c.yaml", "checklists/test/c.yaml"] {
                try place.write(path, Sample.text)
                try await Self.keep(place, path, ledger: "l.sqlite")
            }
            let context = place.context(ledger: "l.sqlite")
            let digest = try await place.load().checklist.digest.description
            let several = try await Self.refusal {
                _ = try await ChecklistLoader(context).load([digest])
            }
            #expect(several.kind == "severalPlaces")
            #expect(several.words.contains("checklists/prod/c.yaml, checklists/test/c.yaml"))
            let loaded = try await ChecklistLoader(context, place: "checklists/test/c.yaml")
                .loadOne(digest)
            #expect(loaded.checklist.rollout.place == "checklists/test/c.yaml")
            let other = try await Self.refusal {
                _ = try await ChecklistLoader(context, place: "c.yaml").load([digest])
            }
            #expect(other.kind == "noSuchPlace" && other.words.contains("checklists/prod/c.yaml"))
            let file = try await Self.refusal {
                _ = try await ChecklistLoader(context, place: "c.yaml").load(
                    [place.path(Sample.path)])
            }
            #expect(file.kind == "placeOfFile")
        }
    }

    @Test("Evidence at one place counts at no other")
    func otherPlace() async throws {
        try await Place.with { place in
            try place.write("checklists/prod/c.yaml", Sample.text)
            try await Self.keep(place, Sample.path, ledger: "l.sqlite")
            let context = place.context(ledger: "l.sqlite")
            let loaded = try await ChecklistLoader(context).loadOne(
                place.path("checklists/prod/c.yaml"))
            let judged = try await JudgeRollouts(context).judge(loaded)
            #expect(judged.assessment.step(StepID("reviewed"))?.status == .pending)
            #expect(
                judged.assessment.signOffs.map(\.reason) == [.foreign(.otherPlace(Sample.path))])
        }
    }

    @Test(
        "A name, target or value that nobody has is refused, with what there is",
        arguments: [
            ("", nil, [:], "source"), ("sha256:xyz", nil, [:], "source"),
            ("X", "contosso", [:], "parameter"), ("X", "contoso", ["cloud": "two"], "parameter"),
            ("X", nil, ["clowd": "one"], "parameter"),
        ] as [(String, String?, [String: String], String)])
    func unknown(_ name: String, _ target: String?, _ set: [String: String], _ kind: String)
        async throws
    {
        try await Place.with(Sample.withTargets) { place in
            let refusal = try await Self.refusal {
                _ = try await ChecklistLoader(
                    place.context(), target: target.map { TargetID($0) }, chosen: set
                ).load([name == "X" ? place.path(Sample.path) : name])
            }
            #expect(refusal.kind == kind, "\(refusal)")
        }
    }

    @Test("A target for a checklist without targets is refused")
    func noTargets() async throws {
        try await Place.with { place in
            let refusal = try await Self.refusal { _ = try await place.load(target: "contoso") }
            #expect(refusal.kind == "parameter" && refusal.words.contains("\"contoso\""))
        }
    }

    @Test("Every mistake of every checklist is told, and nothing is loaded")
    func invalid() async throws {
        try await Place.with { place in
            try place.write("one.yaml", "readiness: 1\nid: Bad Id\n")
            try place.write("two.yaml", "- nothing\n")
            let refusal = try await Self.refusal {
                _ = try await ChecklistLoader(place.context()).load(
                    [place.path("one.yaml"), place.path(Sample.path), place.path("two.yaml")])
            }
            #expect(refusal.kind == "invalid")
            #expect(refusal.words.contains("one.yaml:2:") && refusal.words.contains("two.yaml:1:"))
        }
    }

    @Test("Two files of one rollout are refused together, and only where they share a ledger")
    func twins() async throws {
        try await Place.with { place in
            let paths = ["plain/a/c.yaml", "plain/b/c.yaml"].map(place.path)
            for path in ["plain/a", "plain/b"] {
                try place.write("\(path)/c.yaml", Sample.text)
                try place.write("\(path)/checklists/none", "")
            }
            let refusal = try await Self.refusal {
                _ = try await ChecklistLoader(place.context(ledger: "l.sqlite")).load(paths)
            }
            #expect(refusal.kind == "twins" && refusal.words.contains("same id \"sample\""))
            #expect(try await ChecklistLoader(place.context()).load(paths).count == 2)
        }
    }

    @Test("One file that is named twice is one, however it is spelled")
    func twice() async throws {
        try await Place.with { place in
            let spellings = ["checklists/sample.yaml", "checklists/./sample.yaml"].map(place.path)
            let loaded = try await ChecklistLoader(place.context()).load(spellings)
            #expect(loaded.count == 1)
        }
    }
}
