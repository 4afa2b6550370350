import Operations
import Rollout

/// Whose key, for what, when; and whose list says so.
extension Attempt {
    /// Both ways of using a key under a name.
    private static func key(
        _ name: String, _ fault: String, _ key: String, by person: String
    ) -> [Attempt] {
        [
            .recorded(name, "signature-\(fault)", step: "one") {
                try await $0.sign("one", by: person, key: key)
            },
            .slipped(name, "signature-\(fault)", step: "one") {
                try await $0.append($0.signOff("one", by: person), key: key)
            },
        ]
    }

    /// A statement that was changed after it was signed.
    private static func changed(
        _ name: String, _ change: @escaping @Sendable (Matrix) async throws -> Statement
    ) -> Attempt {
        .slipped(name, "signature-bad-signature", step: "one") {
            let signed = try await $0.signOff("one", .reject, by: "ann")
            return try await $0.append(
                change($0), key: "ann", over: signed.canonicalBytes)
        }
    }

    static let keys: [Attempt] =
        key("with a key that nobody listed", "key-not-listed", "eve", by: "ann")
        + key("with the key of somebody else", "not-for-principal", "bob", by: "ann")
        + key("with a key after its time", "key-expired", "old", by: "old")
        + key("with a key before its time", "key-not-yet-valid", "soon", by: "soon")
        + key("with a key for git alone", "namespace-not-allowed", "git", by: "git")
        + key("with a revoked key", "key-revoked", "gone", by: "gone")
        + [
            .slipped("a signature for files", "signature-other-namespace", step: "one") {
                try await $0.append(
                    $0.signOff("one", by: "ann"), key: "ann", namespace: "file")
            },
            .slipped("the signature of a commit", "signature-other-namespace", step: "one") {
                try await $0.append(
                    $0.signOff("one", by: "ann"), key: "ann",
                    over: Array("tree 4b825dc6\nauthor ann\n\nApproved\n".utf8), namespace: "git")
            },
            .slipped("no signature", "unsigned", step: "one") {
                try await $0.append($0.signOff("one", by: "ann"), key: nil)
            },
            .slipped("no signature in its form", "signature-malformed", step: "one") {
                try await $0.append($0.signOff("one", by: "ann"), signature: "signed, ann")
            },
            .slipped("half a signature", "signature-malformed", step: "one") {
                let statement = try await $0.signOff("one", by: "ann")
                let whole = try $0.keys.signature(over: statement.canonicalBytes, by: "ann")
                return try await $0.append(
                    statement, signature: String(whole.prefix(whole.count / 2)))
            },
            changed("a rejection turned into an approval") {
                try await $0.signOff("one", by: "ann")
            },
            changed("another note") { try await $0.signOff("one", .reject, note: "m", by: "ann") },
            changed("another time") {
                try await $0.signOff("one", .reject, by: "ann", at: $0.place.now.plus(1))
            },
            changed("another name of the same key") {
                try await $0.signOff("one", .reject, by: "ana")
            },
            .recorded(
                "where no list of signers is on record", "noSignersOnRecord", step: "one",
                signers: false
            ) { try await $0.sign("one", by: "ann") },
            .slipped(
                "where no list of signers is on record", "no-signers-on-record", step: "one",
                signers: false
            ) { try await $0.append($0.signOff("one", by: "ann"), key: "ann") },
            .recorded(
                "with the key of the ledger's log", "signature-log-key", step: "one",
                after: { try $0.makeLogKey(of: "ann") }
            ) { try await $0.sign("one", by: "ann") },
            .slipped(
                "with the key of the ledger's log", "signature-log-key", step: "one",
                after: { try $0.makeLogKey(of: "ann") }
            ) { try await $0.append($0.signOff("one", by: "ann"), key: "ann") },
            Attempt("with a key that was withdrawn since", "withdrawn-key-not-listed", step: "one")
            {
                let entry = try await $0.sign("one", by: "ann")
                try await $0.list($0.keys.allowed(without: "ann"))
                return try await $0.verdict(on: entry)
            },
            Attempt("with a key that was revoked since", "withdrawn-key-revoked", step: "one") {
                let entry = try await $0.sign("one", by: "ann")
                try await $0.list($0.keys.allowed, revoked: "\($0.keys.line("ann"))\n")
                return try await $0.verdict(on: entry)
            },
            .recorded(
                "with a key that was withdrawn before", "signature-key-not-listed", step: "one",
                after: { try await $0.list($0.keys.allowed(without: "ann")) }
            ) { try await $0.sign("one", by: "ann") },
        ]

    /// Lets the operation record a list with one more line.
    private static func record(
        _ matrix: Matrix, by name: String, key: String? = nil, text: String? = nil
    ) async throws {
        let text = text ?? matrix.keys.allowed + "eve@example.com \(matrix.keys.line("eve"))\n"
        try matrix.place.write("allowed_signers", text)
        _ = try await RecordSigners(
            allowed: matrix.place.path("allowed_signers"), revoked: nil,
            signing: .key(path: matrix.keys.path(key ?? name))
        )(by: Matrix.person(name), in: matrix.location, at: matrix.place.now) { _ in }
    }

    static let lists: [Attempt] = [
        .recorded("a list of somebody who is not the owner", "not-the-owner") {
            try await record($0, by: "ann")
        },
        .slipped("a list of somebody who is not the owner", "not-the-owner") {
            try await $0.list($0.keys.allowed(without: "bob"), by: "ann", key: "ann")
        },
        .recorded("a list in the owner's name", "signature-not-for-principal") {
            try await record($0, by: "bea", key: "ann")
        },
        .slipped("a list in the owner's name", "signature-not-for-principal") {
            try await $0.list($0.keys.allowed(without: "bob"), key: "ann")
        },
        .slipped("a list that nobody signed", "unsigned") {
            try await $0.list($0.keys.allowed(without: "bob"), key: nil)
        },
        .slipped("a list that names its own owner", "not-the-owner") {
            try await $0.list($0.keys.allowed, by: "eve", owner: "eve", key: "eve")
        },
        .recorded(
            "a first list without its owner's key", "ownerWithoutKey", signers: false
        ) {
            try await record($0, by: "eve", text: $0.keys.allowed)
        },
        .recorded(
            "a list that changes nothing", "signersUnchanged", signers: false,
            after: { try await $0.list($0.keys.allowed) }
        ) { try await record($0, by: "bea", text: $0.keys.allowed) },
        .slipped(
            "an old list again, which has a key that was withdrawn", "replayed",
            after: { try await $0.list($0.keys.allowed(without: "ann")) }
        ) { try await $0.list($0.keys.allowed, revoked: $0.keys.revoked) },
        .slipped(
            "a list that was kept back", "older",
            after: {
                try $0.place.set("2025-10-01T12:00:00Z")
                try await $0.list($0.keys.allowed(without: "ann"))
            }
        ) {
            try await $0.list($0.keys.allowed, at: $0.place.now.plus(-3_600_000))
        },
        .slipped(
            "with a key of an old list that was put on record again", "signature-key-not-listed",
            step: "one",
            after: {
                try await $0.list($0.keys.allowed(without: "ann"))
                try await $0.list($0.keys.allowed, revoked: $0.keys.revoked)
            }
        ) { try await $0.append($0.signOff("one", by: "ann"), key: "ann") },
    ]
}

extension Instant {
    /// So many milliseconds later.
    func plus(_ milliseconds: Int64) -> Instant {
        Instant(milliseconds: self.milliseconds + milliseconds)
    }
}
