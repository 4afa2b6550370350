import CanonicalJSON
import Operations
import Rollout

extension AdversaryTests {
    /// Entries that are in the ledger and must not count; the first one shows that they would.
    static let records: [Attack] = [
        forged(3, "nothing at all", "ready") { _ in },
        forged(3, "an approval of another folder's rollout") { $0.folder = "test/sample.yaml" },
        forged(3, "an approval of another checklist") { $0.id = "other" },
        forged(3, "an approval for another value") { $0.parameters = ["cloud": "two"] },
        forged(3, "an approval for a value that there is not") {
            $0.parameters = ["cloud": "one", "gone": "x"]
        },
        forged(3, "an approval for a target") { $0.target = "contoso" },
        forged(3, "an approval of other words", "stale") {
            $0.step = StepReference(id: "reviewed", digest: ContentDigest(of: "x".utf8))
        },
        forged(13, "an approval by a look-alike") { $0.principal = "b\u{43E}b@example.com" },
        forged(13, "an approval by another case") { $0.principal = "BOB@example.com" },
        forged(12, "an approval for another role") { $0.role = "boss" },
        forged(12, "an approval by nobody of the role") { $0.principal = "bea@example.com" },
        forged(12, "a decision in place of an approval") {
            $0.step = nil
            $0.role = "boss"
            $0.principal = "bea@example.com"
            $0.body = .decision(
                Decision(
                    phase: "first", choice: .go, reason: "r", verdict: .go, conditions: 0,
                    reasons: [], ledger: .empty))
        },
        forged(12, "a waiver by somebody of another role") {
            $0.body = .waiver(Waiver(until: Place.start.advanced(by: .seconds(86400)), reason: "r"))
        },
        forged(12, "a waiver for ever") {
            $0.principal = "bea@example.com"
            $0.role = "boss"
            $0.body = .waiver(
                Waiver(until: Place.start.advanced(by: .seconds(400 * 86400)), reason: "r"))
        },
        forged(12, "a check that the step does not have") {
            $0.role = nil
            $0.body = .check(
                CheckReport(
                    position: 0, kind: "file", outcome: .met, obstacle: nil,
                    findings: [Finding("a", actual: "a", .met)], observedAt: Place.start,
                    facts: .inline(JSONText([:])), tool: "t", host: "h"))
        },
        .inPlace(12, "a file as evidence that nobody kept", "1 missing") { place in
            var forgery = try Forgery.approval(await place.judged(), of: "approved")
            let file = FileReference(size: 1, digest: ContentDigest(of: "x".utf8))
            forgery.body = .signOff(
                SignOff(
                    choice: .approve, note: "n", evidence: [EvidenceFile(name: "a", file: file)]))
            try await forgery.append(to: place)
            return try await place.held()
        },
        .inPlace(12, "a rejection that somebody else takes back", "failing") { place in
            let no = try await SignStep("reviewed", .reject, note: "n")(
                place.act(by: "ann@example.com"))
            var forgery = try Forgery.approval(await place.judged())
            try await forgery.append(to: place)
            forgery.role = nil
            forgery.body = .revocation(Revocation(entry: no.reference, reason: "r"))
            try await forgery.append(to: place)
            return try await place.status("reviewed").status.rawValue
        },
        .inPlace(3, "one text in two folders", "test ready, prod pending") { place in
            var found: [String] = []
            for folder in ["test", "prod"] {
                let name = "checklists/\(folder)/sample.yaml"
                try place.write(name, Sample.text)
                let loaded = try await place.load(name)
                if folder == "test" {
                    _ = try await SignStep("reviewed", .approve, note: "n")(
                        Act(on: loaded, by: Principal("bob@example.com"), place.context()))
                }
                let judged = try await JudgeRollouts(place.context()).judge(loaded)
                let status = judged.assessment.step("reviewed")?.status.rawValue ?? ""
                found.append("\(folder) \(status)")
            }
            return found.joined(separator: ", ")
        },
    ]

    private static func forged(
        _ number: Int, _ name: String, _ wanted: String = "pending",
        _ change: @escaping @Sendable (inout Forgery) -> Void
    ) -> Attack {
        .inPlace(number, name, wanted) { place in
            var forgery = try Forgery.approval(await place.judged())
            change(&forgery)
            try await forgery.append(to: place)
            return try await place.status("reviewed").status.rawValue
        }
    }
}
