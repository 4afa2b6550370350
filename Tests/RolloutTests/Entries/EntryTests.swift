import Rollout
import Testing

struct EntryTests {
    private static let moment = Instant(milliseconds: 1_760_000_000_000)

    /// An entry in which one thing is another one.
    static func entry(
        sequence: Int = 1, recordedAt: Instant = moment, ordinal: Int = 1, rollouts: String = "",
        principal: Principal = "nora", signature: String? = nil, digest: String = "",
        authentication: Authentication = .none, otherNames: OtherNames = .none
    ) -> Entry {
        let statement = Statement(
            rollout: Make.rollout, scope: Scope(),
            checklist: ContentDigest(of: "text".utf8), principal: principal, madeAt: moment,
            body: .signOff(SignOff(choice: .approve, note: "", evidence: [])))
        return Entry(
            sequence: sequence, recordedAt: recordedAt, ordinal: ordinal,
            rollouts: ContentDigest(of: rollouts.utf8), statement: statement,
            signature: signature, digest: ContentDigest(of: digest.utf8)
        ).authenticated(authentication, otherNames: otherNames)
    }

    @Test("An entry that was read twice is one entry")
    func equal() {
        #expect(Self.entry() == Self.entry())
        #expect(Set([Self.entry(), Self.entry()]).count == 1)
    }

    @Test(
        "Two entries are two where any one thing is another one",
        arguments: [
            entry(sequence: 2), entry(recordedAt: moment.plus(hours: 1)), entry(ordinal: 2),
            entry(rollouts: "others"), entry(principal: "omar"), entry(signature: "signature"),
            entry(digest: "other"), entry(authentication: .unverified),
            entry(otherNames: OtherNames(principal: ["n"], member: [])),
        ])
    func differs(_ other: Entry) { #expect(other != Self.entry()) }
}
