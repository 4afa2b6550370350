import CanonicalJSON
import Rollout
import Testing

/// How a statement is written and read; what is written here is what ledgers keep for years.
struct StatementJSONTests {
    static let digest = ContentDigest(of: [])
    static let hex = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    struct Case: CustomTestStringConvertible {
        let kind: StatementBody.Kind
        let body: StatementBody
        let json: String
        var testDescription: String { "\(kind.rawValue) \(json.prefix(20))" }

        init(_ body: StatementBody, _ json: String) {
            kind = body.kind
            self.body = body
            self.json = json.replacing("HEX", with: StatementJSONTests.hex)
        }

        var statement: Statement {
            Statement(
                rollout: RolloutReference(id: "mc1", place: "checklists/mc1.yaml"),
                scope: Scope(target: "contoso", parameters: ["cloud": "dod"]), checklist: digest,
                step: kind.isAboutAStep ? StepReference(id: "dns/a", digest: digest) : nil,
                principal: "nora@example.com", role: kind.isForARole ? "owner" : nil,
                madeAt: Instant(milliseconds: 0), body: body)
        }
    }

    static func check(_ facts: Kept<JSONText>, obstacle: Obstacle? = nil) -> StatementBody {
        .check(
            CheckReport(
                position: 2, kind: "tls", outcome: .unmet, obstacle: obstacle,
                findings: [Finding("TLS 1.3", actual: "TLS 1.2", met: false)],
                observedAt: Instant(milliseconds: 1_760_083_200_500), facts: facts,
                tool: "readiness 0.1.0", host: "gateway"))
    }

    static let cases = [
        Case(.checklistText(ChecklistText(.inline(""))), #"{"text":""}"#),
        Case(
            .checklistText(ChecklistText(.stored(FileReference(size: 0, digest: digest)))),
            #"{"storedText":{"digest":"HEX","size":0}}"#),
        Case(
            check(.inline(JSONText(["ms": 12, "chain": [["cn": "x"]]]))),
            #"{"facts":{"chain":[{"cn":"x"}],"ms":12},"findings":[{"actual":"TLS 1.2","expected":"#
                + #""TLS 1.3","standing":"unmet"}],"host":"gateway","kind":"tls","observedAt":"#
                + #""2025-10-10T08:00:00.500Z","outcome":"unmet","position":2,"#
                + #""tool":"readiness 0.1.0"}"#),
        Case(
            check(
                .stored(FileReference(size: 9, digest: digest)),
                obstacle: Obstacle(.timedOut, ["limit": "10s"])),
            #"{"findings":[{"actual":"TLS 1.2","expected":"TLS 1.3","standing":"unmet"}],"#
                + #""host":"gateway","kind":"tls","observedAt":"2025-10-10T08:00:00.500Z","#
                + #""obstacle":{"code":"timed-out","values":{"limit":"10s"}},"outcome":"unmet","#
                + #""position":2,"storedFacts":{"digest":"HEX","size":9},"tool":"readiness 0.1.0"}"#
        ),
        Case(
            .signOff(
                SignOff(
                    choice: .approve, note: "a\nb",
                    evidence: [
                        EvidenceFile(name: "a.pdf", file: FileReference(size: 3, digest: digest))
                    ])),
            #"{"choice":"approve","evidence":[{"digest":"HEX","name":"a.pdf","size":3}],"#
                + #""note":"a\nb"}"#),
        Case(
            .correction(
                Correction(
                    entry: EntryReference(sequence: 3, digest: digest),
                    time: Instant(milliseconds: 1), reason: "r")),
            #"{"entry":{"digest":"HEX","sequence":3},"reason":"r","time":"1970-01-01T00:00:00.001Z"}"#
        ),
        Case(
            .waiver(Waiver(until: Instant(milliseconds: 1), reason: "late")),
            #"{"reason":"late","until":"1970-01-01T00:00:00.001Z"}"#),
        Case(
            .revocation(
                Revocation(entry: EntryReference(sequence: 3, digest: digest), reason: "r")),
            #"{"entry":{"digest":"HEX","sequence":3},"reason":"r"}"#),
        Case(
            .decision(
                Decision(
                    phase: "pilot", choice: .noGo, reason: "r", verdict: .conditional,
                    conditions: 2,
                    reasons: [RecordedReason(code: "waived", values: JSONText(["step": "a"]))],
                    ledger: LedgerExtent(size: 7, root: digest))),
            #"{"choice":"no-go","conditions":2,"ledger":{"root":"HEX","size":7},"phase":"pilot","#
                + #""question":"start","reason":"r","reasons":[{"code":"waived","values":{"step":"a"}}],"#
                + #""verdict":"CONDITIONAL"}"#),
        Case(
            .check(
                CheckReport(
                    position: 0, kind: "tls", outcome: .undetermined, obstacle: nil, findings: [],
                    observedAt: Instant(milliseconds: 0),
                    holdsUntil: Instant(milliseconds: 86_400_000),
                    facts: .stored(FileReference(size: 9, digest: digest)), tool: "t", host: "h")),
            #"{"findings":[],"holdsUntil":"1970-01-02T00:00:00Z","host":"h","kind":"tls","#
                + #""observedAt":"1970-01-01T00:00:00Z","outcome":"undetermined","position":0,"#
                + #""storedFacts":{"digest":"HEX","size":9},"tool":"t"}"#),
    ]

    /// A text with the step sets that it uses.
    static let sets = [
        Case(
            .checklistText(
                ChecklistText(
                    .inline(""),
                    sets: [.inline("a"), .stored(FileReference(size: 0, digest: digest))])),
            #"{"sets":[{"text":"a"},{"storedText":{"digest":"HEX","size":0}}],"text":""}"#)
    ]

    @Test("The bytes of each kind, written and read", arguments: cases + people + sets)
    func bytes(entry: Case) throws {
        let role = entry.kind.isForARole ? #""role":"owner","# : ""
        let step = entry.kind.isAboutAStep ? #","step":{"digest":"\#(Self.hex)","id":"dns/a"}"# : ""
        let json =
            #"{"body":\#(entry.json),"checklist":"\#(Self.hex)","kind":"\#(entry.kind.rawValue)","#
            + #""madeAt":"1970-01-01T00:00:00Z","principal":"nora@example.com",\#(role)"#
            + #""rollout":{"id":"mc1","place":"checklists/mc1.yaml"},"#
            + #""scope":{"parameters":{"cloud":"dod"},"target":"contoso"},"statement":2\#(step)}"#
        let bytes = entry.statement.canonicalBytes
        #expect(String(decoding: bytes, as: UTF8.self) == json)
        #expect(try Statement(canonicalBytes: bytes) == entry.statement)
    }

    @Test("Optional parts that are there", arguments: [StatementBody.Kind.check, .signOff])
    func optionals(kind: StatementBody.Kind) throws {
        let plain = try #require(Self.cases.first { $0.kind == kind }).statement
        let full = Statement(
            rollout: plain.rollout, scope: Scope(), checklist: plain.checklist, step: plain.step,
            principal: plain.principal, onBehalfOf: "omar", role: plain.role, site: "berlin",
            run: "r-1",
            madeAt: plain.madeAt, body: plain.body)
        let text = String(decoding: full.canonicalBytes, as: UTF8.self)
        #expect(
            text.contains(#""run":"r-1","scope":{"parameters":{}},"site":"berlin","statement""#))
        #expect(try Statement(canonicalBytes: full.canonicalBytes) == full)
    }

    @Test("Random statements come back as they were, in canonical form", arguments: 0..<20)
    func random(seed: UInt64) throws {
        var generator = StatementGenerator(seed: seed)
        for _ in 0..<40 {
            for kind in StatementBody.Kind.allCases {
                let entry = generator.entry(kind)
                let bytes = entry.canonicalBytes
                #expect(try Entry(canonicalBytes: bytes) == entry)
                // The slow way: a tree of values, written again.
                let tree = try JSONValue(jsonBytes: bytes)
                #expect(tree.canonicalBytes == bytes)
                let statement = try #require(tree["statement"])
                #expect(statement.canonicalBytes == entry.statement.canonicalBytes)
                #expect(try Statement(canonicalBytes: statement.canonicalBytes) == entry.statement)
            }
        }
    }
}
