import CanonicalJSON
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("What is signed in a browser goes by the rules of the checklist, once")
struct BrowserSigningTests {
    static let firm: [String: JSONValue] = [
        "rollout": "sample", "act": "sign", "step": "firm", "choice": "approve", "note": "n",
    ]

    private func refusal(_ work: () async throws -> Void) async throws -> StatementRefusal? {
        do {
            try await work()
            return nil
        } catch let refusal as StatementRefusal {
            return refusal
        }
    }

    @Test("A replay is the same entry; another time or person is refused")
    func replays() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let (ann, bob) = (SoftwarePasskey(), SoftwarePasskey())
            try await place.confirmed("ann@example.com", ann)
            try await place.confirmed("bob@example.com", bob)
            let session = try await place.signedIn(ann)
            let other = try await place.signedIn(bob)
            let shown = try await place.show(Self.firm, session)
            // Ecdsa signs anew each time, and what is sent twice is the same.
            var message = Self.firm
            message["statement"] = .string(shown)
            message["assertion"] = try ann.assertion(over: shown, for: .statement)
            let sent = try BrowserPlace.message(message)
            let theirs = try await refusal { _ = try await place.browser.record(sent, by: other) }
            #expect(theirs?.code == .signature)
            let first = try await place.browser.record(sent, by: session)
            let count = try await place.count()
            place.place.later(86_400)
            let second = try await place.browser.record(sent, by: session)
            #expect(first.sequence == second.sequence)
            #expect(try await place.count() == count)
            // What was shown long ago is not signed now.
            let fresh = try await place.show(Self.firm, session)
            place.place.later(601)
            let late = try await refusal {
                _ = try await place.record(Self.firm, fresh, ann, session)
            }
            #expect(late?.code == .superseded)
        }
    }

    @Test("Who may no longer sign in is signed out, though the passkey signs on")
    func signedOut() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ann = SoftwarePasskey()
            try await place.confirmed("ann@example.com", ann)
            let text = try await place.signInText()
            let secret = try await place.browser.signIn(
                BrowserPlace.message([
                    "text": .string(text), "assertion": try ann.assertion(over: text, for: .signIn),
                ]))
            #expect(try await place.browser.session(secret) != nil)
            let list = try String(
                contentsOfFile: place.place.path("allowed_signers"), encoding: .utf8)
            let fewer = list.replacing(",sign-in-v1@readiness", with: "")
            #expect(fewer != list)
            try place.place.write("allowed_signers", fewer)
            try await place.record(adding: [])
            #expect(try await place.browser.session(secret) == nil)
        }
    }

    @Test("What a form says now is what was shown")
    func exchanged() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ann = SoftwarePasskey()
            try await place.confirmed("ann@example.com", ann)
            let session = try await place.signedIn(ann)
            let shown = try await place.show(Self.firm, session)
            for (name, value) in [("choice", "reject"), ("note", "m"), ("step", "twice")] {
                var act = Self.firm
                act[name] = .string(value)
                if name == "step" { act["role"] = "admin" }
                let refused = try await refusal {
                    _ = try await place.record(act, shown, ann, session)
                }
                #expect(refused?.code == .superseded, "\(name): \(String(describing: refused))")
            }
            // A decision on less of the ledger than there is.
            let bea = SoftwarePasskey()
            try await place.confirmed("bea@example.com", bea)
            let owner = try await place.signedIn(bea)
            let decide: [String: JSONValue] = [
                "rollout": "sample", "act": "decide", "phase": "first", "choice": "no-go",
                "question": "start", "note": "n",
            ]
            let decision = try await place.show(decide, owner)
            _ = try await place.record(Self.firm, shown, ann, session)
            let late = try await refusal {
                _ = try await place.record(decide, decision, bea, owner)
            }
            #expect(late?.code == .superseded)
            _ = try await place.record(decide, place.show(decide, owner), bea, owner)
        }
    }

    @Test("An SSH key and a passkey are one person, for not-by and for count")
    func onePerson() async throws {
        try await BrowserPlace.with { place in
            // Ann signs `approved` with her SSH key.
            try await place.begin()
            let ann = SoftwarePasskey()
            try await place.confirmed("ann@example.com", ann)
            let session = try await place.signedIn(ann)
            let reviewed: [String: JSONValue] = [
                "rollout": "sample", "act": "sign", "step": "reviewed", "choice": "approve",
                "note": "n",
            ]
            let refused = try await refusal { _ = try await place.show(reviewed, session) }
            #expect(refused?.code == .rules)
            #expect(
                refused?.words.contains("ann@example.com") == true, "\(String(describing: refused))"
            )
            // Past the page: the statement is made for another step and its words are exchanged.
            let shown = try await place.show(Self.firm, session)
            let forged = try await refusal {
                _ = try await place.record(reviewed, shown, ann, session)
            }
            #expect(forged != nil)
        }
    }

    @Test(
        "What would not count is not shown to be signed",
        arguments: [
            ["act": "sign", "step": "approved", "choice": "approve", "note": "n"],
            ["act": "sign", "step": "approved", "choice": "approve", "note": " \u{200B} "],
            ["act": "sign", "step": "none", "choice": "approve", "note": "n"],
            ["act": "sign", "step": "present", "choice": "approve", "note": "n"],
            ["act": "sign", "step": "firm", "choice": "perhaps", "note": "n"],
            ["act": "sign", "step": "firm", "choice": "approve", "note": "n", "role": "boss"],
            ["act": "sign", "step": "elsewhere", "choice": "approve", "note": "n"],
            ["act": "sign", "step": "closed", "choice": "approve", "note": "n"],
            ["act": "waive", "step": "told", "until": "2025-10-10", "note": "n"],
            ["act": "waive", "step": "told", "until": "tomorrow", "note": "n"],
            ["act": "poll", "phase": "none", "choice": "go", "question": "start", "note": "n"],
            ["act": "decide", "phase": "first", "choice": "go", "question": "start", "note": "n"],
            [
                "act": "decide", "phase": "first", "choice": "go", "question": "whether",
                "note": "n",
            ],
            ["act": "destroy", "step": "firm", "note": "n"],
            [
                "act": "sign", "rollout": "../sample", "step": "firm", "choice": "approve",
                "note": "n",
            ],
        ])
    func refused(_ act: [String: String]) async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let bob = SoftwarePasskey()
            try await place.confirmed("bob@example.com", bob)
            let session = try await place.signedIn(bob)
            let message = ["rollout": JSONValue.string("sample")].merging(
                act.mapValues { .string($0) }
            ) { _, own in own }
            let count = try await place.count()
            let refused = try await refusal { _ = try await place.show(message, session) }
            #expect(refused != nil, "\(act)")
            #expect(try await place.count() == count)
        }
    }

    @Test(
        "What was written past the program is found by an audit, with what the browser did not see to",
        arguments: [
            ("without asking for a PIN", SoftwarePasskey.Way(flags: 0x01)),
            ("without being touched", SoftwarePasskey.Way(flags: 0x04)),
            ("https://evil.example", SoftwarePasskey.Way(origin: "https://evil.example")),
        ])
    func audited(_ words: String, _ way: SoftwarePasskey.Way) async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ann = SoftwarePasskey()
            try await place.confirmed("ann@example.com", ann)
            let shown = try await place.show(Self.firm, place.signedIn(ann))
            let statement = try Statement(canonicalBytes: Array(shown.utf8))
            let signature = try ann.armored(over: shown, for: .statement, way)
            let ledger = place.location.ledger()
            _ = try await ledger.append(
                [Draft(statement, signature: signature)], at: place.place.now)
            try await ledger.close()
            let context = place.place.context(ledger: ".readiness/ledger.sqlite")
            let found = try await AuditLedger(context)().findings.map(\.words)
            #expect(found.contains { $0.contains(words) }, "\(found)")
        }
    }

    @Test("What a person signed to sign in is nothing that they say, and the other way round")
    func purposes() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let ann = SoftwarePasskey()
            try await place.confirmed("ann@example.com", ann)
            let text = try await place.signInText()
            let session = try await place.signIn(ann, text)
            // Once more, and with a text that nobody asked for.
            for again in [text, text.replacing("once", with: "twice")] {
                let refused = try await refusal { _ = try await place.signIn(ann, again) }
                #expect(refused?.code == .signature)
            }
            let shown = try await place.show(Self.firm, session)
            let signed = try await refusal { _ = try await place.signIn(ann, shown) }
            #expect(signed?.code == .signature)
            place.place.later(301)
            let late = try await place.signInText()
            place.place.later(300)
            let refused = try await refusal { _ = try await place.signIn(ann, late) }
            #expect(refused?.code == .signature)
        }
    }
}
