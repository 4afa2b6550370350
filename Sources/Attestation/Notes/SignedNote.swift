package import Rollout

/// A text with lines of signatures below it (c2sp.org/signed-note).
package struct SignedNote: Hashable, Sendable {
    /// With the line feed that it ends in.
    package let text: String
    package let signatures: [NoteSignature]

    /// Some of them may be by keys that nobody here knows.
    package static let mostSignatures = 64
    package static let mostBytes = 65_536

    init(text: String, signatures: [NoteSignature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note; its signatures are not verified.
    package init(_ bytes: some Collection<UInt8>) throws(NoteError) {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
        let bytes = Array(bytes)
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 10 }),
            String(validating: bytes, as: UTF8.self) != nil
        else { throw .notText }
        // A text may have blank lines itself: the last one is what parts it from the signatures.
        guard
            let end = bytes.indices.dropFirst().last(where: {
                bytes[$0] == 10 && bytes[$0 - 1] == 10
            }),
            end + 1 < bytes.count, bytes.last == 10
        else { throw .noSignatures }
        let lines = bytes[(end + 1)...].dropLast().split(
            separator: 10, omittingEmptySubsequences: false)
        guard lines.count <= Self.mostSignatures else {
            throw .tooManySignatures(limit: Self.mostSignatures)
        }
        var signatures: [NoteSignature] = []
        for (index, line) in lines.enumerated() {
            guard let signature = NoteSignature(line: line) else {
                throw .signatureLine(index + 1)
            }
            signatures.append(signature)
        }
        self.init(text: String(decoding: bytes[..<end], as: UTF8.self), signatures: signatures)
    }

    package var bytes: [UInt8] {
        Array((text + "\n" + signatures.map { $0.line + "\n" }.joined()).utf8)
    }

    /// The same note with one more signature; one that is there already is not added again.
    package func adding(_ signature: NoteSignature) -> SignedNote {
        signatures.contains(signature)
            ? self : SignedNote(text: text, signatures: signatures + [signature])
    }

    /// A signature that was verified.
    package struct Verified: Hashable, Sendable {
        package let key: NoteKey
        /// When a witness saw the checkpoint; nil for a log.
        package let time: Instant?
    }

    /// The good signatures by the keys, in the order of the note: at least one.
    ///
    /// Signatures by other keys are passed over; a bad one by one of the keys refuses the note.
    package func verified(by keys: [NoteKey]) throws(NoteError) -> [Verified] {
        var good: [Verified] = []
        for signature in signatures {
            for key in keys {
                guard let isGood = key.verify(signature, over: text) else { continue }
                guard isGood else { throw .badSignature(name: key.name) }
                let time = key.kind == .cosignature ? Cosignature(signature.value)?.time : nil
                let found = Verified(key: key, time: time)
                if !good.contains(found) { good.append(found) }
            }
        }
        guard !good.isEmpty else { throw .unknownSigners }
        return good
    }

    /// The checkpoint that the note is, signed by the log of a key.
    package func checkpoint(of log: NoteKey) throws(NoteError) -> Checkpoint {
        guard log.kind == .ed25519 else { throw .keyUse(wanted: .ed25519) }
        _ = try verified(by: [log])
        let checkpoint = try Checkpoint(text)
        guard checkpoint.origin.utf8.elementsEqual(log.name.utf8) else {
            throw .otherLog(origin: checkpoint.origin, key: log.name)
        }
        return checkpoint
    }
}
