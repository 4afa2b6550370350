package import Attestation
package import LedgerStorage

/// Keeps what a witness said of the newest checkpoint together with it.
package struct AcceptCosignature: Sendable {
    private let location: LedgerLocation

    package init(_ location: LedgerLocation) {
        self.location = location
    }

    /// Verifies the signature lines in a file, as witnesses give them, and keeps those of the witness.
    package func callAsFunction(
        _ path: String, of witness: NoteKey
    ) async throws -> LogCheckpoint {
        let lines = try NoteFile.require(path)
        let files = LogFiles(location)
        let log = try files.requireLog()
        let publication = try await NoteFile.lock(files.keyPath)
        defer { withExtendedLifetime(publication) {} }
        guard let published = try files.published(by: log) else {
            throw OperationFailure.log(.unsigned(location))
        }
        let refusal = OperationFailure.log(.otherCosignature(witness: witness.name))
        guard witness.kind == .cosignature else { throw refusal }
        let given = lines.split(separator: 10).compactMap { NoteSignature(line: $0) }
            .filter { $0.id == witness.id }
        var note = published.note
        for signature in given { note = note.adding(signature) }
        // A note with too many signatures, or a bad one, would be refused by every reader.
        guard !given.isEmpty, let whole = try? SignedNote(note.bytes),
            let good = try? whole.verified(by: [log, witness]),
            good.contains(where: { $0.key == witness }),
            let accepted = try? LogCheckpoint(note: whole, log: log)
        else { throw refusal }
        try files.publish(accepted.note)
        return accepted
    }
}
