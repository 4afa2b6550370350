package import Rollout

/// The private key of a witness, who says which checkpoints of a log it saw, and when.
package struct WitnessKey: Sendable {
    private let file: KeyFile

    package init(_ file: KeyFile) throws(NoteError) {
        guard file.key.kind == .cosignature else { throw .keyUse(wanted: .cosignature) }
        self.file = file
    }

    package var publicKey: NoteKey { file.key }

    /// Says that at this time the checkpoint was the largest consistent one that was seen.
    ///
    /// That it is one is for the caller to see to. A time before 1970 counts as then.
    package func cosign(_ checkpoint: Checkpoint, at time: Instant) throws(NoteError)
        -> NoteSignature
    {
        let seconds = UInt64(max(0, time.milliseconds / 1000))
        let signature = try file.signature(over: Cosignature.message(checkpoint.text, at: seconds))
        return NoteSignature(by: file.key, seconds.bigEndianBytes + signature)
    }
}
