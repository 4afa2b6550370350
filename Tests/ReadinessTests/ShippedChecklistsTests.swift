import CanonicalJSON
import ChecklistDecoding
import LocatedYAML
import Reporting
import Rollout
import Testing

@Suite("The shipped checklists")
struct ShippedChecklistsTests {
    @Test("There are three or more, from different fields")
    func count() {
        #expect(DocsTree.checklists.count >= 3)
    }

    @Test("Each lints without an error or a warning", arguments: DocsTree.checklists)
    func lints(_ path: String) throws {
        let outcome = try ChecklistDecoder.read(
            path: DocsTree.path(path), place: path)
        #expect(outcome.diagnostics.map { DiagnosticText.render($0) } == [])
    }

    @Test("Each names the schema for editors in its first line", arguments: DocsTree.checklists)
    func modeline(_ path: String) throws {
        let text = try DocsTree.text(path)
        #expect(text.hasPrefix("# yaml-language-server: $schema=readiness.schema.json\n"))
    }

    @Test(
        "Each lets a phase become GO: some blocking step counts for it",
        arguments: DocsTree.checklists)
    func everyPhaseCounts(_ path: String) throws {
        let checklist = try Self.checklist(path, [:])
        let assessment = checklist.assessment(of: [], asOf: Instant(milliseconds: 0))
        for phase in assessment.phases where phase.phase.applicability == .applies {
            #expect(
                phase.current.reasons != [.nothingApplies],
                "\(phase.phase.id) has no step to wait for")
        }
    }

    @Test("The checklist that scripts/check-schema holds against the schema has no mistake")
    func oddScalars() throws {
        _ = try Self.checklist("Tests/Support/odd-scalars.yaml", [:])
    }

    @Test("The schema beside them is the one that the program prints")
    func schema() throws {
        try DocsTree.expect(
            "checklists/readiness.schema.json", is: ChecklistSchema.json.prettyText + "\n")
    }

    static let clouds = ["worldwide", "gcc", "gcc-high", "dod", "china"]

    @Test(
        "MC1169566 holds in every cloud, with and without a gateway",
        arguments: ShippedChecklistsTests.clouds, ["yes", "no"])
    func everyCloud(cloud: String, gateway: String) throws {
        let checklist = try Self.checklist(
            "checklists/mc1169566.yaml", ["cloud": cloud, "gateway": gateway])
        let applicable = checklist.steps.filter { $0.applicability == .applies }
        #expect(applicable.count >= 14)
        #expect(Set(applicable.map(\.role)).count >= 4)
        let phases = checklist.timeline.filter { $0.applicability == .applies }
        let expected = ["worldwide", "gcc"].contains(cloud) ? "verify-now" : cloud
        #expect(phases.map(\.id.text) == [expected])
        // Without a gateway no title of a step that applies speaks of one.
        let speaking = applicable.filter { $0.title.lowercased().contains("gateway") }
        #expect(speaking.isEmpty == (gateway == "no"))
        #expect(Set(applicable.map(\.due.phase)) == Set(phases.map(\.id)))
        let covered = Set(applicable.flatMap(\.addresses))
        #expect(checklist.effects.map(\.id).filter { !covered.contains($0) } == [])
    }

    @Test("A tenant without such devices shows that, and has nothing else to do")
    func offRamp() throws {
        let checklist = try Self.checklist("checklists/mc1169566.yaml", ["devices": "no"])
        let applicable = checklist.steps.filter { $0.applicability == .applies }
        #expect(applicable.map(\.id.text) == ["inventory", "message-read"])
    }

    @Test("No step waits for a meeting: a go is decided, and its roll call asked for")
    func decided() throws {
        for path in DocsTree.checklists {
            let checklist = try Self.checklist(path, [:])
            #expect(!checklist.steps.contains { $0.title.contains("go/no-go") })
            #expect(!checklist.decisions.poll.isEmpty)
        }
    }

    @Test("MC1169566 says of every key of the announcement and of each effect where it is from")
    func provenance() throws {
        let checklist = try Self.checklist("checklists/mc1169566.yaml", [:])
        let provenance = checklist.change.provenance
        #expect(provenance["created"] == .published)
        #expect(provenance["affects"] == .ours)
        #expect(
            ["category", "urgency", "configuration", "explanation"]
                .allSatisfy { provenance[$0] == .notPublished })
        let effects = Dictionary(
            uniqueKeysWithValues: checklist.effects.map { ($0.id, $0.provenance) })
        for id in ["firewall", "access", "tickets"] {
            #expect(effects[id]?["text"] == .published)
            #expect(effects[id]?["likelihood"] == .ours)
        }
        for id in ["interception", "tls13"] { #expect(effects[id]?["title"] == .ours) }
    }

    @Test(
        "The two from other fields use ten steps and all kinds of effects",
        arguments: ["checklists/web-cutover.yaml", "checklists/database-migration.yaml"])
    func otherFields(_ path: String) throws {
        let checklist = try Self.checklist(path, [:])
        #expect(Set(checklist.steps.map(\.id.root)).count >= 10)
        #expect(Set(checklist.effects.map(\.kind)) == Set(Effect.Kind.allCases))
    }

    /// A checklist that must be without mistakes.
    private static func checklist(_ path: String, _ chosen: [String: String]) throws -> Checklist {
        let outcome = try ChecklistDecoder.read(
            path: DocsTree.path(path), place: path, chosen: chosen)
        guard case .loaded(let loaded) = outcome else {
            throw NotAChecklist(mistakes: outcome.diagnostics.map { DiagnosticText.render($0) })
        }
        return try #require(loaded.first).checklist
    }

    /// A shipped checklist has mistakes.
    struct NotAChecklist: Error {
        let mistakes: [String]
    }
}
