package import Attestation

/// A checkpoint of a ledger's log, with the log's signature, which was verified.
package struct LogCheckpoint: Hashable, Sendable {
    /// As it is printed and handed on, with the cosignatures of witnesses.
    package let note: SignedNote
    package let checkpoint: Checkpoint
    /// The key of the log, which readers get elsewhere.
    package let log: NoteKey

    package init(note: SignedNote, log: NoteKey) throws(NoteError) {
        checkpoint = try note.checkpoint(of: log)
        self.note = note
        self.log = log
    }
}
