package import Attestation
import Files
package import LedgerStorage
package import Rollout

/// Says of somebody else's log that it only grew since this witness last saw it.
package struct WitnessCheckpoint: Sendable {
    /// What shows that the log only grew.
    package enum Evidence: Sendable {
        case none
        /// A file with the lines of `readiness checkpoint --since`.
        case proof(path: String)
        /// A mirror of the log.
        case tiles(folder: String)
        /// A copy of the ledger.
        case ledger(LedgerLocation)
    }

    private let log: NoteKey
    private let keyPath: String
    private let statePath: String

    /// - Parameters:
    ///   - log: The key of the log, from elsewhere than its checkpoint.
    ///   - keyPath: The private key of the witness.
    ///   - statePath: The file that what was last seen of this log is kept in.
    package init(of log: NoteKey, keyPath: String, statePath: String) {
        self.log = log
        self.keyPath = keyPath
        self.statePath = statePath
    }

    /// Makes the private key of a witness, and returns the public one, which others are told.
    package static func makeKey(_ path: String, name: String) throws -> NoteKey {
        try PrivateKeyFile.make(path, name: name, kind: .cosignature).key
    }

    /// Verifies the checkpoint in a file, holds it against what was seen before, keeps it, and then
    /// signs that it was seen now.
    package func callAsFunction(
        _ path: String, _ evidence: Evidence, at now: Instant
    ) async throws -> NoteSignature {
        let key = try key()
        guard let shown = try NoteFile.checkpoint(path, of: log) else {
            throw OperationFailure.log(.file(path: path, .system(.missing)))
        }
        let turn = try await NoteFile.lock(keyPath)
        defer { withExtendedLifetime(turn) {} }
        let seen = try NoteFile.checkpoint(statePath, of: log)?.checkpoint.extent ?? .empty
        let extent = shown.checkpoint.extent
        guard extent.size >= seen.size else {
            throw OperationFailure.log(.shrunk(seen: seen, size: extent.size))
        }
        guard extent.size > seen.size || extent == seen else {
            throw OperationFailure.log(.split(seen: seen, root: extent.root))
        }
        guard try await proof(evidence, seen, extent).proves(extent, extends: seen) else {
            throw OperationFailure.log(.unproved(seen: seen, size: extent.size))
        }
        let signature: NoteSignature
        do throws(NoteError) {
            signature = try key.cosign(shown.checkpoint, at: now)
        } catch {
            throw OperationFailure.log(.unreadable(path: keyPath, error))
        }
        try NoteFile.write(
            shown.note.adding(signature).bytes, to: statePath, permissions: 0o600)
        return signature
    }

    private func key() throws(OperationFailure) -> WitnessKey {
        guard let file = try PrivateKeyFile.read(keyPath) else {
            throw .log(.file(path: keyPath, .system(.missing)))
        }
        do throws(NoteError) {
            return try WitnessKey(file)
        } catch {
            throw .log(.unreadable(path: keyPath, error))
        }
    }

    /// The proof that the evidence holds or makes possible.
    private func proof(
        _ evidence: Evidence, _ seen: LedgerExtent, _ shown: LedgerExtent
    ) async throws -> ConsistencyProof {
        let nothing = ConsistencyProof(hashes: [])
        // The first time there is nothing to hold it against, and the same size needs no proof.
        guard seen.size > 0, seen.size < shown.size else { return nothing }
        switch evidence {
        case .none:
            throw OperationFailure.log(.proofWanted(seen: seen.size, size: shown.size))
        case .proof(let path): return try Self.read(path, seen)
        case .tiles(let folder):
            let hashes = TreeHashes(tilesOfSize: shown.size) { path in
                try NoteFile.require("\(folder)/\(path)")
            }
            do {
                return try hashes.consistency(from: seen.size, to: shown.size)
            } catch is TreeHashes.Contradiction {
                return nothing
            } catch let error as NoteError {
                throw OperationFailure.log(.unreadable(path: folder, error))
            }
        case .ledger(let location):
            let ledger = location.ledger()
            let proof = try await ledger.hashes { hashes in
                guard hashes.size >= shown.size else {
                    throw LedgerError(
                        location, .fewerEntries(wanted: shown.size, size: hashes.size))
                }
                return try hashes.consistency(from: seen.size, to: shown.size)
            }
            try await ledger.close()
            return proof
        }
    }

    private static func read(
        _ path: String, _ seen: LedgerExtent
    ) throws(OperationFailure) -> ConsistencyProof {
        let bytes = try NoteFile.require(path)
        let old: Int
        let proof: ConsistencyProof
        do throws(NoteError) {
            (old, proof) = try ConsistencyProof.read(bytes)
        } catch {
            throw .log(.unreadable(path: path, error))
        }
        guard old == seen.size else { throw .log(.otherProof(seen: seen.size, old: old)) }
        return proof
    }
}
