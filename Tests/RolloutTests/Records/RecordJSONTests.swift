import Rollout
import Testing

/// How a record is written and read; what is written here is what a ledger keeps for years.
struct RecordJSONTests {
    static let digest = ContentDigest(of: [])
    static let step = StepReference(id: "a-step", digest: digest, checklist: digest)
    static let hex = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    struct Case: CustomTestStringConvertible {
        let event: Event
        let kind: String
        let json: String
        var testDescription: String { kind }
    }

    static let cases = [
        Case(
            event: .checklistText(ChecklistText(digest: digest, text: "")), kind: "checklist-text",
            json: #"{"digest":"HEX","text":""}"#),
        Case(
            event: .check(
                CheckEvent(
                    step: step, position: 2, kind: "tls",
                    result: CheckResult(
                        outcome: .undetermined, reason: "Timed out.", warnings: ["soon"],
                        observedAt: Instant(milliseconds: 1_760_083_200_500),
                        facts: ["handshake-ms": 12, "chain": [["cn": "x"]]],
                        findings: [Finding(expected: "TLS 1.3", actual: "TLS 1.2", met: false)]),
                    tool: "readiness 1.0.0", host: "gateway")),
            kind: "check",
            json:
                #"{"host":"gateway","kind":"tls","position":2,"result":{"facts":{"chain":[{"cn":"x"}],"#
                + #""handshake-ms":12},"findings":[{"actual":"TLS 1.2","expected":"TLS 1.3","met":false}],"#
                + #""observedAt":"2025-10-10T08:00:00.500Z","outcome":"undetermined","reason":"Timed out.","#
                + #""warnings":["soon"]},"step":{"checklist":"HEX","digest":"HEX","id":"a-step"},"#
                + #""tool":"readiness 1.0.0"}"#),
        Case(
            event: .signOff(
                SignOff(
                    step: step, role: "net", decision: .reject, note: "no",
                    evidence: [EvidenceFile(name: "a.txt", size: 0, digest: digest)])),
            kind: "sign-off",
            json:
                #"{"decision":"reject","evidence":[{"digest":"HEX","name":"a.txt","size":0}],"note":"no","#
                + #""role":"net","step":{"checklist":"HEX","digest":"HEX","id":"a-step"}}"#),
        Case(
            event: .waiver(
                Waiver(
                    step: step, role: "cm", until: Instant(milliseconds: 1_760_083_200_000),
                    reason: "late")),
            kind: "waiver",
            json:
                #"{"reason":"late","role":"cm","step":{"checklist":"HEX","digest":"HEX","id":"a-step"},"#
                + #""until":"2025-10-10T08:00:00Z"}"#),
        Case(
            event: .revocation(Revocation(sequence: 3, digest: digest, reason: "left")),
            kind: "revocation", json: #"{"digest":"HEX","reason":"left","sequence":3}"#),
        Case(
            event: .decision(
                Decision(
                    phase: "pilot", role: "cm", choice: .noGo, reason: "why",
                    computed: .conditional,
                    checklist: digest, parameters: ["cloud": "dod"])),
            kind: "decision",
            json:
                #"{"checklist":"HEX","choice":"no-go","computed":"CONDITIONAL","parameters":{"cloud":"dod"},"#
                + #""phase":"pilot","reason":"why","role":"cm"}"#),
    ]

    @Test("Each kind has its one written form", arguments: cases)
    func written(case: Case) throws {
        let draft = RecordDraft(checklist: "mc1", principal: "nora", event: `case`.event)
        let bytes = draft.canonicalBytes(
            sequence: 7, recordedAt: Instant(milliseconds: 1_760_083_200_001))
        let expected =
            #"{"checklist":"mc1","event":EVENT,"kind":"KIND","principal":"nora","record":1,"#
            + #""recordedAt":"2025-10-10T08:00:00.001Z","sequence":7}"#
        let text = expected.replacing("EVENT", with: `case`.json).replacing(
            "KIND", with: `case`.kind
        )
        .replacing("HEX", with: Self.hex)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
        let record = try Record(canonicalBytes: bytes)
        #expect(record.sequence == 7)
        #expect(record.recordedAt == Instant(milliseconds: 1_760_083_200_001))
        #expect(record.checklist == "mc1")
        #expect(record.principal == "nora")
        #expect(record.event == `case`.event)
        #expect(record.digest == ContentDigest(of: bytes))
        #expect(record.canonicalBytes == bytes)
    }

    @Test("The table has every kind")
    func complete() {
        #expect(Self.cases.map(\.kind) == Event.Kind.allCases.map(\.rawValue))
    }

    @Test(
        "Whatever text a record holds, it is read as it was written", arguments: Event.Kind.allCases
    )
    func roundTrip(kind: Event.Kind) throws {
        var random = RecordGenerator(seed: 20_251_010)
        for sequence in 1...40 {
            let draft = random.draft(kind)
            let time = random.instant()
            let bytes = draft.canonicalBytes(sequence: sequence, recordedAt: time)
            let record = try Record(canonicalBytes: bytes)
            #expect(record.event == draft.event)
            #expect(record.recordedAt == time)
            #expect(Array(record.principal.utf8) == Array(draft.principal.utf8))
            #expect(record.canonicalBytes == bytes)
        }
    }

    @Test("A text of a megabyte is a record like any other")
    func long() throws {
        let text = String(repeating: "é\u{0}\"😀", count: 125_000)
        let draft = RecordDraft(
            checklist: "mc1", principal: "nora",
            event: .checklistText(ChecklistText(digest: ContentDigest(of: text.utf8), text: text)))
        let bytes = draft.canonicalBytes(sequence: 1, recordedAt: Instant(milliseconds: 0))
        #expect(try Record(canonicalBytes: bytes).event == draft.event)
    }
}
