import Attestation
import Files
package import LedgerStorage
package import Rollout

/// Records a list of signers: whose keys count from now on.
package struct RecordSigners: Sendable {
    private let allowed: String
    private let revoked: String
    private let owner: Principal?
    private let origins: [PageOrigin]?
    private let method: SigningMethod

    /// - Parameters:
    ///   - allowed: The path of a list as ssh-keygen takes it (`allowed_signers`).
    ///   - revoked: The path of a list of keys that count no more; nil for none.
    ///   - owner: Who may record the next list; nil leaves it as it is, and for the first list takes
    ///     who records it.
    ///   - origins: Where pages may have people sign; nil leaves that as it is.
    ///   - lines: Lines that the list has beyond those of the file.
    ///   - method: How it is signed, which it has to be.
    /// - Throws: For a file that cannot be read, and for lines that would not count.
    package init(
        allowed: String, revoked: String?, owner: Principal? = nil, origins: [PageOrigin]? = nil,
        adding lines: [String] = [], signing method: SigningMethod
    ) throws(OperationFailure) {
        let text = try Self.text(allowed)
        let end = lines.isEmpty || text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        self.allowed = text + end + lines.map { "\($0)\n" }.joined()
        self.revoked =
            try revoked.map { path throws(OperationFailure) in try Self.text(path) } ?? ""
        self.owner = owner
        self.origins = origins
        self.method = method
        let mistakes = AllowedSigners(self.allowed.utf8, zone: .utc).mistakes
        guard mistakes.isEmpty else { throw .signerList(path: allowed, mistakes) }
        let others = RevokedKeys(self.revoked.utf8).mistakes
        guard others.isEmpty else { throw .signerList(path: revoked ?? "", others) }
    }

    private static func text(_ path: String) throws(OperationFailure) -> String {
        do throws(FileFailure) {
            let bytes = try RegularFile(path: path).bytes(limit: 1 << 20)
            return String(decoding: bytes, as: UTF8.self)
        } catch { throw .file(.signers, path: path, error) }
    }

    /// What the list changes.
    package struct Change: Sendable {
        /// The owner from now on.
        package let owner: Principal
        /// Where pages may have people sign from now on.
        package let origins: [PageOrigin]
        /// Lines of the list, and of the list of revoked keys.
        package let added: [String]
        package let removed: [String]
        package let newlyRevoked: [String]
        package let noLongerRevoked: [String]
    }

    /// Signs the list and records it; `willRecord` is told of the change before anybody signs it.
    package func callAsFunction(
        by principal: Principal, in location: LedgerLocation, at now: Instant,
        willRecord: (Change) -> Void
    ) async throws -> Entry {
        let ledger = location.ledger()
        let reading = try await ledger.reading(of: SignersRecord.rollout.id, asOf: .everything)
        let history = try ReadSigners.history(reading.entries, location)
        let current = history.current
        let change = Change(
            owner: owner ?? current?.record.owner ?? principal,
            origins: origins ?? current?.record.origins ?? [],
            added: Self.lines(allowed, without: current?.text),
            removed: Self.lines(current?.text ?? "", without: allowed),
            newlyRevoked: Self.lines(revoked, without: current?.record.revoked),
            noLongerRevoked: Self.lines(current?.record.revoked ?? "", without: revoked))
        if let current, current.text == allowed, current.record.revoked == revoked,
            current.record.owner == change.owner, current.record.origins == change.origins
        {
            throw OperationFailure.signersUnchanged
        }
        let own = SignatureVerifier(
            allowed: AllowedSigners(allowed.utf8, zone: .utc), revoked: RevokedKeys(revoked.utf8),
            logKeys: ReadSigners.logKeys(location))
        guard own.hasKey(of: change.owner, at: now) else {
            throw OperationFailure.ownerWithoutKey(change.owner)
        }
        willRecord(change)
        let plain = SignersRecord.statement(
            owner: change.owner, allowed: allowed, revoked: revoked, origins: change.origins,
            by: principal, at: now)
        let statement = try location.kept(plain)
        // The first list speaks for itself.
        let signing = try await StatementSigning(
            method: method, isRequired: true, signers: history, now: now
        ).choosing(for: principal, by: history.verifier ?? own)
        let (signed, signature) = try await signing.requiredSignature(of: statement)
        let after = try ReadSigners.history(
            reading.entries.adding(signed, signedBy: signature, at: now), location)
        if let fault = after.lists.last?.fault { throw OperationFailure.signers(fault) }
        let made = try await ledger.append([Draft(signed, signature: signature)], at: now)
        try await ledger.close()
        guard let entry = made.last else {
            throw LedgerError(location, .failed(reason: "it did not say that the entry was kept"))
        }
        return entry
    }

    /// Writes the list, with the lines that were added to it, to the file that it came from.
    package func writeText(to path: String) throws(OperationFailure) {
        do throws(FileFailure) {
            try WholeFile.write(Array(allowed.utf8), to: path, permissions: 0o644)
        } catch { throw .file(.signersCopy, path: path, error) }
    }

    private static func lines(_ text: String, without other: String?) -> [String] {
        let known = Set((other ?? "").split(separator: "\n"))
        return text.split(separator: "\n").filter { !known.contains($0) }.map(String.init)
    }
}
