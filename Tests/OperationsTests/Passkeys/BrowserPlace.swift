import Attestation
import CanonicalJSON
import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

/// A server's ledger whose owner, bea, lets people sign in the browser on one page.
struct BrowserPlace: Sendable {
    let place: Place
    let location: LedgerLocation
    let browser: ServeBrowser
    let intake: StatementIntake
    let page: PageOrigin

    static func with(
        wholeHistories: Int = 1 << 14, _ body: (BrowserPlace) async throws -> Void
    ) async throws {
        try await LogPlace.with(entries: 0) { log in
            let place = log.place
            let keys = try MatrixKeys.shared.get()
            let location = LedgerLocation(path: log.location.path)
            let page = try #require(PageOrigin("https://ready.example"))
            let list =
                "bea@example.com \(keys.line("bea"))\nann@example.com \(keys.line("ann"))\n"
            try place.write("allowed_signers", list)
            _ = try await RecordSigners(
                allowed: place.path("allowed_signers"), revoked: nil, origins: [page],
                signing: .key(path: keys.path("bea")))(
                    by: "bea@example.com", in: location, at: place.now, willRecord: { _ in })
            let intake = StatementIntake(
                location, log.key, firstList: list, wholeHistories: wholeHistories,
                clock: { place.now })
            let context = OperationContext(
                ledger: .named(location.path), startsLedger: true, clock: { place.now },
                host: "bench", tool: "readiness test", folder: place.folder,
                stateFolder: place.path("state"), variables: [:],
                recorder: IntakeRecorder(intake))
            try await body(
                BrowserPlace(
                    place: place, location: location,
                    browser: ServeBrowser(
                        context, intake,
                        ServedRollouts(place.context(ledger: ".readiness/ledger.sqlite"))),
                    intake: intake, page: page))
            try await intake.close()
        }
    }

    /// The number of entries on record.
    func count() async throws -> Int {
        let ledger = location.ledger()
        let state = try await ledger.entries(of: nil, asOf: .everything) { _ in }
        try await ledger.close()
        return state.extent.size
    }

    /// The secret of a new link for somebody.
    func link(_ name: String, days: Int = 3) async throws -> String {
        let person = try #require(Principal(written: name))
        let keys = try MatrixKeys.shared.get()
        let made = try await MakeEnrolmentLink(
            person, until: place.now.advanced(by: .seconds(days * 86_400)),
            signing: .key(path: keys.path("bea")))(
                by: "bea@example.com", in: location, at: place.now)
        return try #require(made.address.split(separator: "#").last.map(String.init))
    }

    /// What a new passkey is to sign.
    func enrolment(_ passkey: SoftwarePasskey, _ token: String) async throws -> String {
        let statement = try await browser.enrolment(
            of: Self.message([
                "token": .string(token), "credential": .string(passkey.credential),
                "key": .string(passkey.info),
            ]), on: page)
        return String(decoding: statement.canonicalBytes, as: UTF8.self)
    }

    func enrol(
        _ passkey: SoftwarePasskey, _ shown: String, _ way: SoftwarePasskey.Way = .init()
    ) async throws -> KeyFingerprint {
        let assertion = try passkey.assertion(over: shown, for: .enrolment, way)
        return try await browser.enrol(
            Self.message(["statement": .string(shown), "assertion": assertion])
        ).key.fingerprint
    }

    /// Enrols a passkey, and confirms it as the owner does.
    func confirmed(_ name: String, _ passkey: SoftwarePasskey) async throws {
        let key = try await enrol(passkey, enrolment(passkey, link(name)))
        let line = try await ConfirmPasskey(key).line(in: location)
        try await record(adding: [line])
    }

    /// Records a list of signers with lines more, or with other ones.
    func record(adding lines: [String], revoked: String? = nil) async throws {
        place.later(1)
        let keys = try MatrixKeys.shared.get()
        if let revoked { try place.write("revoked_keys", "\(revoked)\n") }
        let record = try RecordSigners(
            allowed: place.path("allowed_signers"),
            revoked: revoked == nil ? nil : place.path("revoked_keys"), adding: lines,
            signing: .key(path: keys.path("bea")))
        _ = try await record(
            by: "bea@example.com", in: location, at: place.now, willRecord: { _ in })
        try record.writeText(to: place.path("allowed_signers"))
    }

    func signInText() async throws -> String { try await browser.signInText(on: page) }

    func signIn(
        _ passkey: SoftwarePasskey, _ text: String, _ way: SoftwarePasskey.Way = .init()
    ) async throws -> BrowserSession {
        let assertion = try passkey.assertion(over: text, for: .signIn, way)
        let secret = try await browser.signIn(
            Self.message(["text": .string(text), "assertion": assertion]))
        return try #require(try await browser.session(secret))
    }

    func signedIn(_ passkey: SoftwarePasskey) async throws -> BrowserSession {
        try await signIn(passkey, signInText())
    }

    /// What somebody is to sign in order to say something.
    func show(_ act: [String: JSONValue], _ session: BrowserSession) async throws -> String {
        let shown = try await browser.show(Self.message(act), to: session)
        return String(decoding: shown.statement.canonicalBytes, as: UTF8.self)
    }

    func record(
        _ act: [String: JSONValue], _ shown: String, _ passkey: SoftwarePasskey,
        _ session: BrowserSession, _ way: SoftwarePasskey.Way = .init()
    ) async throws -> Entry {
        var message = act
        message["statement"] = .string(shown)
        message["assertion"] = try passkey.assertion(over: shown, for: .statement, way)
        return try await browser.record(Self.message(message), by: session)
    }

    static func message(_ members: [String: JSONValue]) throws -> BrowserMessage {
        try BrowserMessage(JSONValue.object(members).canonicalBytes)
    }

    /// Has ann sign something with her SSH key, so that the sample is a rollout of the server.
    func begin() async throws {
        let keys = try MatrixKeys.shared.get()
        let context = place.context(ledger: ".readiness/ledger.sqlite")
        let act = try await Act(
            on: place.load(ledger: ".readiness/ledger.sqlite"), by: "ann@example.com",
            signing: .key(path: keys.path("ann")), context)
        _ = try await SignStep(
            "approved", .approve, note: "n", evidence: [place.path("evidence.txt")])(act)
    }
}
