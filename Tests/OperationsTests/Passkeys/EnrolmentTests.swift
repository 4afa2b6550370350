import Attestation
import CanonicalJSON
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Links let one person make one passkey, and the owner decides whether it counts")
struct EnrolmentTests {
    private func code(_ work: () async throws -> Void) async throws -> StatementRefusal.Code? {
        do {
            try await work()
            return nil
        } catch let refusal as StatementRefusal {
            return refusal.code
        }
    }

    @Test("A link works once, in its time, for its person, and where the owner made it")
    func links() async throws {
        try await BrowserPlace.with { place in
            let (first, second) = (SoftwarePasskey(), SoftwarePasskey())
            let token = try await place.link("ann@example.com")
            let shown = try await place.enrolment(first, token)
            let other = try await place.enrolment(second, token)
            // Whom it is for, and what it enrols, stands in what is signed.
            let forged = shown.replacing("ann@example.com", with: "bob@example.com")
            #expect(try await code { _ = try await place.enrol(first, forged) } == .enrolment)
            let guessed = shown.replacing(token, with: String(token.reversed()))
            #expect(try await code { _ = try await place.enrol(first, guessed) } == .enrolment)
            // The key of another one stands in it.
            #expect(try await code { _ = try await place.enrol(second, shown) } == .signature)
            let count = try await place.count()
            let key = try await place.enrol(first, shown)
            #expect(try await place.count() == count + 1)
            #expect(try await code { _ = try await place.enrol(second, other) } == .enrolment)
            #expect(
                try await code { _ = try await place.enrolment(second, token) } == .enrolment)
            let late = try await place.link("ann@example.com", days: 1)
            let waits = try await place.enrolment(second, late)
            place.place.later(86_400)
            #expect(try await code { _ = try await place.enrol(second, waits) } == .enrolment)
            #expect(try await code { _ = try await place.enrolment(second, late) } == .enrolment)
            #expect(try await code { _ = try await place.enrolment(second, "x") } == .enrolment)
            // The same passkey by another link.
            let again = try await place.enrolment(first, place.link("ann@example.com"))
            #expect(try await code { _ = try await place.enrol(first, again) } == .enrolment)
            let found = try await ReadEnrolments.read(place.location)
            #expect(found.enrolments.passkeys.map(\.key.fingerprint) == [key])
            #expect(found.enrolments.faults.isEmpty)
        }
    }

    @Test("Of those who use a link in the same moment, one enrols a passkey")
    func together() async throws {
        try await BrowserPlace.with { place in
            let shared = try await place.link("ann@example.com")
            // Those with links of their own come first, and make the others wait for one turn.
            var ready: [(passkey: SoftwarePasskey, shown: String)] = []
            for number in 0..<12 {
                let passkey = SoftwarePasskey()
                let token = number < 4 ? try await place.link("ann@example.com") : shared
                ready.append((passkey, try await place.enrolment(passkey, token)))
            }
            let count = try await place.count()
            let enrolled = try await withThrowingTaskGroup(of: Bool.self) { group in
                for (passkey, shown) in ready {
                    group.addTask {
                        try await code { _ = try await place.enrol(passkey, shown) } == nil
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(enrolled == 5)
            #expect(try await place.count() == count + 5)
            let found = try await ReadEnrolments.read(place.location)
            #expect(found.enrolments.passkeys.count == 5)
            #expect(found.enrolments.faults.isEmpty)
        }
    }

    @Test("Only the owner makes links, and only where a page is named")
    func owner() async throws {
        try await BrowserPlace.with { place in
            let keys = try MatrixKeys.shared.get()
            let link = MakeEnrolmentLink(
                "eve@example.com", until: place.place.now.advanced(by: .seconds(60)),
                signing: .key(path: keys.path("ann")))
            await #expect(throws: OperationFailure.self) {
                _ = try await link(by: "ann@example.com", in: place.location, at: place.place.now)
            }
            // Past the program.
            let statement = EnrolmentLink(
                person: "eve@example.com", token: ContentDigest(of: "t".utf8),
                until: place.place.now.advanced(by: .seconds(60))
            ).statement(by: "ann@example.com", at: place.place.now)
            let signature = try keys.signature(over: statement.canonicalBytes, by: "ann")
            let body = statement.canonicalBytes + [10] + Array(signature.utf8)
            #expect(try await code { _ = try await place.intake.take(body) } == .enrolment)
        }
    }

    @Test(
        "Who is not confirmed does not sign in; who is revoked is signed out, and says nothing more"
    )
    func confirmed() async throws {
        try await BrowserPlace.with { place in
            try await place.begin()
            let passkey = SoftwarePasskey()
            let shown = try await place.enrolment(passkey, place.link("ann@example.com"))
            let key = try await place.enrol(passkey, shown)
            #expect(try await code { _ = try await place.signedIn(passkey) } == .signature)
            let line = try await ConfirmPasskey(key).line(in: place.location)
            try await place.record(adding: [line])
            let session = try await place.signedIn(passkey)
            #expect(session.person == "ann@example.com")
            let secret = try await place.browser.signIn(
                BrowserPlace.message(signIn(place, passkey)))
            #expect(try await place.browser.session(secret) != nil)
            let words = try await place.show(BrowserSigningTests.firm, session)
            try await place.record(adding: [], revoked: key.text)
            #expect(try await place.browser.session(secret) == nil)
            #expect(try await code { _ = try await place.signedIn(passkey) } == .signature)
            #expect(
                try await code {
                    _ = try await place.record(BrowserSigningTests.firm, words, passkey, session)
                } == .signature)
        }
    }

    private func signIn(_ place: BrowserPlace, _ passkey: SoftwarePasskey) async throws
        -> [String: JSONValue]
    {
        let text = try await place.signInText()
        return [
            "text": .string(text), "assertion": try passkey.assertion(over: text, for: .signIn),
        ]
    }

    @Test("Keys of the owner may change: passkeys stay, and links that wait are of no use")
    func rotated() async throws {
        try await BrowserPlace.with { place in
            let keys = try MatrixKeys.shared.get()
            let passkey = SoftwarePasskey()
            try await place.confirmed("ann@example.com", passkey)
            let waiting = try await place.link("bob@example.com")
            let list = try String(
                contentsOfFile: place.place.path("allowed_signers"), encoding: .utf8)
            let other = "bea@example.com \(keys.line("own"))\n"
            let left = list.split(separator: "\n").filter { !$0.hasPrefix("bea@") }
            try place.place.write(
                "allowed_signers", left.map { "\($0)\n" }.joined() + other)
            try await place.record(adding: [])
            _ = try await place.signedIn(passkey)
            #expect(
                try await code { _ = try await place.enrolment(SoftwarePasskey(), waiting) }
                    == .signature)
            let audit = try await AuditLedger(
                place.place.context(ledger: ".readiness/ledger.sqlite"))()
            #expect(audit.findings.isEmpty, "\(audit.findings)")
        }
    }

    @Test("A link that somebody else made past the program is found by an audit")
    func forged() async throws {
        try await BrowserPlace.with { place in
            let keys = try MatrixKeys.shared.get()
            let statement = EnrolmentLink(
                person: "eve@example.com", token: ContentDigest(of: "t".utf8),
                until: place.place.now.advanced(by: .seconds(60))
            ).statement(by: "ann@example.com", at: place.place.now)
            let signature = try keys.signature(over: statement.canonicalBytes, by: "ann")
            let ledger = place.location.ledger()
            _ = try await ledger.append(
                [Draft(statement, signature: signature)], at: place.place.now)
            try await ledger.close()
            let audit = try await AuditLedger(
                place.place.context(ledger: ".readiness/ledger.sqlite"))()
            #expect(audit.findings.count == 1, "\(audit.findings)")
            #expect(
                try await code { _ = try await place.enrolment(SoftwarePasskey(), "t") }
                    == .enrolment)
        }
    }

    @Test("A fingerprint that nobody enrolled is not confirmed, and none is twice")
    func unknown() async throws {
        try await BrowserPlace.with { place in
            await #expect(throws: OperationFailure.self) {
                _ = try await ConfirmPasskey("SHA256:none").line(in: place.location)
            }
            let passkey = SoftwarePasskey()
            try await place.confirmed("ann@example.com", passkey)
            let found = try await ReadEnrolments.read(place.location)
            let key = try #require(found.enrolments.passkeys.first).key.fingerprint
            await #expect(throws: OperationFailure.self) {
                _ = try await ConfirmPasskey(key).line(in: place.location)
            }
        }
    }
}
