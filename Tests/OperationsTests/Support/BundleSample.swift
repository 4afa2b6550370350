import Attestation
import Foundation
import LedgerStorage
import Operations
import Reporting
import Rollout
import Testing

/// A place with a ledger whose sign-offs are signed by real keys, and a bundle of it.
struct BundleSample {
    let place: Place
    let location: LedgerLocation
    let key: LogKeyPlace

    static let text = """
        readiness: 1
        id: signed
        title: A signed rollout
        owner: boss
        timeline: [{id: go, title: Go, starts: 2026-03-01}]
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          net: {title: Network, members: [ann@example.com, bob@example.com]}
        steps:
          - {id: open, title: Open the gate, role: net, due: go - 7d, sign-off: {count: 2}}

        """
    static let people = ["ann@example.com", "bea@example.com", "bob@example.com"]

    /// The signers (1), the text (2), ann with evidence (3), bob (4), and bea whom nobody verifies (5).
    ///
    /// `validBefore` is when the keys of all of them end, as the list says it; nil for never.
    static func with(
        log: Bool = true, validBefore: String? = nil,
        _ body: (BundleSample) async throws -> Void
    ) async throws {
        try await Place.with(text) { place in
            let location = LedgerLocation(path: place.path(".readiness/ledger.sqlite"))
            let sample = BundleSample(
                place: place, location: location,
                key: .account(folder: place.path("config")))
            if log { _ = try MakeLogKey(location, sample.key)(LogPlace.name) }
            try sample.makeKeys(validBefore)
            _ = try await RecordSigners(
                allowed: place.path("allowed_signers"), revoked: nil,
                signing: sample.signing("bea@example.com"))(
                    by: "bea@example.com", in: location, at: place.now
                ) { _ in }
            for (name, evidence) in [("ann", ["evidence.txt"]), ("bob", [])] {
                _ = try await SignStep(
                    "open", .approve, note: "\(name) says “done”, \\ and \"all\"",
                    evidence: evidence.map(place.path))(
                        sample.act(by: "\(name)@example.com"))
            }
            _ = try await DecidePhase("go", .go, reason: "all there")(
                place.act(by: "bea@example.com"))
            try await body(sample)
        }
    }

    private func makeKeys(_ validBefore: String?) throws {
        let validity = validBefore.map { ",valid-before=\"\($0)\"" } ?? ""
        var list = ""
        for person in Self.people {
            let result = try Tool.run(
                "ssh-keygen -q -t ed25519 -N '' -C '' -f '\(person)'", in: place.folder)
            #expect(result.status == 0, "\(result.output)")
            let line = try String(contentsOfFile: place.path("\(person).pub"), encoding: .utf8)
            list += "\(person) namespaces=\"\(SignatureNamespace.statement)\"\(validity) \(line)"
        }
        try place.write("allowed_signers", list)
    }

    private func signing(_ person: String) -> SigningMethod { .key(path: place.path(person)) }

    func act(by person: String) async throws -> Act {
        try await Act(
            on: place.load(), by: Principal(person), signing: signing(person), place.context())
    }

    /// Records a list without somebody's key.
    func withdraw(_ person: String) async throws {
        let list = try String(contentsOfFile: place.path("allowed_signers"), encoding: .utf8)
        try place.write(
            "allowed_signers",
            list.split(separator: "\n").filter { !$0.hasPrefix("\(person) ") }
                .joined(separator: "\n") + "\n")
        _ = try await RecordSigners(
            allowed: place.path("allowed_signers"), revoked: nil,
            signing: signing("bea@example.com"))(
                by: "bea@example.com", in: location, at: place.now
            ) { _ in }
    }

    func export(to name: String = "bundle") async throws -> ExportBundle.Outcome {
        try await ExportBundle(by: "ann@example.com", key, place.context())(
            place.load(), to: place.path(name))
    }

    /// The rules that are broken in a bundle.
    func findings(
        _ name: String = "bundle", log: NoteKey? = nil, signers: String? = nil
    ) async throws -> [BundleFinding] {
        try await VerifyBundle(log: log, signers: signers.map(place.path))(place.path(name))
            .findings
    }

    func files(_ name: String = "bundle") throws -> [String: [UInt8]] {
        let folder = place.path(name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try paths.reduce(into: [:]) { files, path in
            let url = URL(fileURLWithPath: "\(folder)/\(path)")
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false else {
                return
            }
            files[path] = Array(try Data(contentsOf: url))
        }
    }

    /// Writes files as a bundle of their own.
    func write(_ files: [String: [UInt8]], to name: String) throws {
        try? FileManager.default.removeItem(atPath: place.path(name))
        for (path, bytes) in files { try place.write("\(name)/\(path)", bytes) }
    }

    /// The files with the list of digests and the page that fit them: what a forger would make anew.
    static func sealed(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
        var sealed = files
        sealed[VerificationGuide.sumsName] = nil
        sealed[VerificationGuide.name] = nil
        let lines = sealed.keys.sorted().map { name in
            "\(ContentDigest(of: sealed[name] ?? []).hex)  \(name)\n"
        }
        let sums = Array(lines.joined().utf8)
        sealed[VerificationGuide.sumsName] = sums
        sealed[VerificationGuide.name] = VerificationGuide.bytes(
            sums: ContentDigest(of: sums), namespace: .statement)
        return sealed
    }
}

extension Place {
    func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
}
