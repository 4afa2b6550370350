package import Rollout

/// The private key of a log.
package struct LogKey: Sendable {
    private let file: KeyFile

    package init(_ file: KeyFile) throws(NoteError) {
        guard file.key.kind == .ed25519 else { throw .keyUse(wanted: .ed25519) }
        self.file = file
    }

    package var publicKey: NoteKey { file.key }

    /// Signs how much of the log there is.
    ///
    /// A log never signs what contradicts something that it signed before; that is for the caller to
    /// see to.
    package func sign(_ extent: LedgerExtent) throws(NoteError) -> SignedNote {
        let text = Checkpoint(origin: file.key.name, extent: extent).text
        let value = try file.signature(over: Array(text.utf8))
        return SignedNote(text: text, signatures: [NoteSignature(by: file.key, value)])
    }

    /// Signs that the log holds what an in-toto statement says.
    package func envelope(_ statement: [UInt8]) throws(NoteError) -> DSSEEnvelope {
        DSSEEnvelope(
            payload: statement, by: file.key,
            try file.signature(over: DSSEEnvelope.signedBytes(statement)))
    }
}
