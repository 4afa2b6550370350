import Rollout
import Testing

/// Ways to let a step pass without each of its sites having seen that it is so.
struct SiteAttackTests {
    /// What is said, and where the step then stands.
    struct Attack: CustomTestStringConvertible {
        let testDescription: String
        let status: StepStatus
        /// The code of the step's reason.
        let reason: String
        let sample: SiteSample
        let record: @Sendable (inout EntryBook) throws -> Void

        init(
            _ name: String, _ status: StepStatus, _ reason: String,
            _ sample: SiteSample = SiteSample(),
            _ record: @escaping @Sendable (inout EntryBook) throws -> Void
        ) {
            testDescription = name
            self.status = status
            self.reason = reason
            self.sample = sample
            self.record = record
        }
    }

    private static let now = SiteSample.now
    private static let signed = SiteSample(requiresSigning: true)
    private static let bound = SiteSample(sites: [
        Site(id: "eu-dmz", title: "Frankfurt", runners: ["eu"]),
        Site(id: "us-dmz", title: "Ashburn", runners: ["us"]),
    ])

    /// Frankfurt has looked, and what else is said is meant to stand for Ashburn.
    private static func instead(
        _ name: String, _ sample: SiteSample = SiteSample(), status: StepStatus = .pending,
        reason: String = "site-silent",
        _ record: @escaping @Sendable (inout EntryBook) throws -> Void
    ) -> Attack {
        Attack(name, status, reason, sample) { book in
            book.look(
                "eu-dmz", by: sample.sites[0].runners?.first ?? "robot",
                key: sample.requiresSigning ? "eu-key" : nil)
            try record(&book)
        }
    }

    static let silence = [
        Attack("nobody looked", .pending, "site-silent") { _ in },
        instead("one site alone") { _ in },
        instead("one site twice") { $0.look("eu-dmz") },
        instead("a run without a site") { $0.look(nil) },
        instead("a site without a name") { $0.look("") },
        instead("another case") { $0.look("US-DMZ") },
        instead("a capital letter") { $0.look("us-dmZ") },
        instead("another spelling") { $0.look("us_dmz") },
        instead("a blank behind") { $0.look("us-dmz ") },
        instead("a blank before") { $0.look(" us-dmz") },
        instead("a new line behind") { $0.look("us-dmz\n") },
        instead("a Cyrillic letter") { $0.look("us-d\u{43C}z") },
        instead("full-width letters") { $0.look("\u{FF55}\u{FF53}-dmz") },
        instead("a letter nobody sees") { $0.look("us-\u{200B}dmz") },
        instead("another hyphen") { $0.look("us\u{2011}dmz") },
        instead("a name that begins so") { $0.look("us-dmz-2") },
        instead("what stands for all") { $0.look("all") },
        instead("two sites in one name") { $0.look("eu-dmz,us-dmz") },
        instead("a site that the step does not ask for") { $0.look("apac") },
        instead("a site that the checklist does not have") { $0.look("moon") },
        instead("another step") { $0.look("us-dmz", step: "other") },
        instead("another check of the step", SiteSample(checks: 2)) {
            $0.look("us-dmz", position: 1)
        },
        instead("another kind of check") { $0.look("us-dmz", kind: "tls") },
        instead("a place that the step has no check at") { $0.look("us-dmz", position: 7) },
        instead("another checklist") { $0.look("us-dmz", about: .otherID) },
        instead("another place") {
            $0.look(
                "us-dmz", about: .init(rollout: RolloutReference(id: "sample", place: "x.yaml")))
        },
        instead("another target") {
            $0.look("us-dmz", about: .init(scope: Scope(target: "tenant")))
        },
        instead("a value that the checklist does not have") {
            $0.look("us-dmz", about: .init(scope: Scope(parameters: ["tenant": "x"])))
        },
        instead("another wording") { $0.look("us-dmz", of: Make.otherWording) },
        instead("dated ahead") { $0.look("us-dmz", hours: -2) },
    ]

    static let people = [
        instead("an approval in its place") { $0.sign("step", by: "nora", at: now) },
        instead("a waiver that has ended") {
            $0.waive("step", at: now.plus(hours: -3), until: now.plus(hours: -1))
        },
        instead("a waiver of who prepares the step") {
            $0.waive("step", by: "nora", for: "ops", at: now, until: now.plus(hours: 1))
        },
        instead("a runner that is none", SiteSample(runners: ["robot"])) {
            $0.look("us-dmz", by: "eve")
        },
        instead("the runner of another site", bound) { $0.look("us-dmz", by: "eu") },
        instead("somebody else for a site with runners", bound) { $0.look("us-dmz", by: "robot") },
        instead("the runner of a site in other letters", bound) { $0.look("us-dmz", by: "US") },
        instead("without a signature", signed) { $0.look("us-dmz") },
        instead("a key that was withdrawn", signed) {
            $0.look("us-dmz", key: "us-key")
            $0.authenticateLast(
                .withdrawn(
                    SignerKey(fingerprint: "us-key", type: "ssh-ed25519"), .keyRevoked("us-key")))
        },
        instead("a signature that does not fit", signed) {
            $0.look("us-dmz", key: "us-key")
            $0.authenticateLast(.refused(.badSignature("us-key")))
        },
        instead("the signed word of another site once more", signed) { $0.repeatLast() },
        instead("the signed word of another site under this name", signed) {
            $0.repeatLast(from: "us-dmz")
        },
    ]

    static let noes = [
        instead("a site says no", status: .failing, reason: "check-unmet") {
            $0.look("us-dmz", .unmet)
        },
        instead("a no that is old", status: .failing, reason: "check-unmet") {
            $0.look("us-dmz", .unmet, hours: 99)
        },
        instead("a no dated ahead", status: .failing, reason: "check-unmet") {
            $0.look("us-dmz", .unmet, hours: -2)
        },
        instead("a no, and a yes of the others", status: .failing, reason: "check-unmet") {
            $0.look("us-dmz", .unmet)
            $0.look("eu-dmz")
            $0.look("apac")
            $0.look(nil)
        },
        instead("a yes, and then a no", status: .failing, reason: "check-unmet") {
            $0.look("us-dmz")
            $0.look("us-dmz", .unmet)
        },
        instead("a site cannot look", status: .unknown, reason: "check-undetermined") {
            $0.look("us-dmz", .undetermined)
        },
        instead("a yes, and then it cannot look", status: .unknown, reason: "check-undetermined") {
            $0.look("us-dmz")
            $0.look("us-dmz", .undetermined)
        },
        instead("a site that has become silent", status: .stale, reason: "check-too-old") {
            $0.look("us-dmz", hours: 25)
        },
        instead("a clock that runs ahead", status: .stale, reason: "check-too-old") {
            $0.look("us-dmz", hours: 25, observedAt: now)
        },
        Attack(
            "before its time", .stale, "check-too-early",
            SiteSample(notBefore: Due(phase: "start", amount: -1))
        ) {
            $0.look("eu-dmz")
            $0.look("us-dmz")
        },
        Attack("a step that it needs", .blocked, "needs-step", SiteSample(needs: ["other"])) {
            $0.look("eu-dmz")
            $0.look("us-dmz")
        },
        Attack(
            "a step that it needs, seen from one of its sites", .pending, "site-silent",
            SiteSample(needs: ["other"])
        ) {
            $0.look("eu-dmz")
            $0.look("us-dmz", step: "other")
        },
        Attack("all sites for an older wording", .stale, "check-older-wording") {
            $0.look("eu-dmz", of: Make.otherWording)
            $0.look("us-dmz", of: Make.otherWording)
        },
    ]

    static let attacks = silence + people + noes

    @Test("There are enough ways")
    func count() {
        #expect(Self.attacks.count == 55)
    }

    @Test("No way lets the step pass, and each has the reason that it should", arguments: attacks)
    func refused(_ attack: Attack) throws {
        var book = try attack.sample.book()
        try attack.record(&book)
        let assessment = book.assessment(asOf: Self.now)
        let step = try #require(assessment.step("step"))
        #expect(step.status == attack.status)
        #expect(step.reason.code == attack.reason)
        #expect(assessment.verdict == .noGo)
        // The step's own evidence may be there where it waits for another step.
        if attack.status != .blocked { #expect(step.countsUntil == nil) }
        // What an older wording came to then, it did.
        guard attack.reason != "check-older-wording" else { return }
        if case .finished = step.punctuality { Issue.record("it was ready before") }
    }

    @Test("What the attacks are held against lets the step pass")
    func passes() throws {
        for (sample, eu, us) in [
            (SiteSample(), "robot", "robot"), (Self.signed, "robot", "robot"),
            (Self.bound, "eu", "us"), (SiteSample(runners: ["robot"]), "robot", "robot"),
        ] {
            var book = try sample.book()
            book.look("us-dmz", hours: 2, by: Principal(us), key: "us-key")
            book.look("eu-dmz", by: Principal(eu), key: "eu-key")
            let step = book.assessment(asOf: Self.now).step("step")
            #expect(step?.status == .ready)
            #expect(step?.countsUntil == Self.now.plus(hours: 22))
            #expect(step?.punctuality == .finished(Self.now.plus(hours: -1)))
        }
    }
}
