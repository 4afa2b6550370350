package import Attestation
import Files
package import LedgerStorage
import Rollout

/// The files that a list of signers is taken from.
package struct SignerFiles: Sendable {
    package let allowed: String
    /// Nil where there is none.
    package let revoked: String?

    /// What a file here says otherwise than the list on record, which alone counts; nil where it says
    /// the same, or is not there.
    package func difference(from list: SignersHistory.List) -> String? {
        guard let file = try? RegularFile(path: allowed),
            let bytes = try? file.bytes(limit: 1 << 20)
        else { return nil }
        let others = revoked.flatMap { try? RegularFile(path: $0).bytes(limit: 1 << 20) } ?? []
        guard
            !bytes.elementsEqual(list.text.utf8)
                || !others.elementsEqual(list.record.revoked.utf8)
        else { return nil }
        return "\(allowed) differs from the list of signers on record (entry "
            + "\(list.entry.sequence)) and has no effect; `readiness signers --update` records it."
    }
}

extension OperationContext {
    /// What the files in the folder of a ledger say otherwise than the newest list on record; nil also
    /// where there is no such file or list, and where the list cannot be read, which those tell who
    /// judge by it.
    package func signersDifference(in location: LedgerLocation) async -> String? {
        let files =
            switch location.origin {
            case .found: signerFiles(in: NoteFile.parent(of: NoteFile.parent(of: location.path)))
            case .named: signerFiles()
            }
        guard Folder.holdsSomething(at: files.allowed), Folder.holdsSomething(at: location.path),
            let list = try? await ReadSigners.read(location).current
        else { return nil }
        return files.difference(from: list)
    }

    /// The files of a list of signers: those that are named, else those in the folder that holds
    /// `checklists`.
    package func signerFiles(allowed: String? = nil, revoked: String? = nil) -> SignerFiles {
        signerFiles(
            in: ChecklistHome(of: "checklist", from: folder).folder, allowed: allowed,
            revoked: revoked)
    }

    private func signerFiles(
        in home: String, allowed: String? = nil, revoked: String? = nil
    ) -> SignerFiles {
        let usual = "\(home)/revoked_keys"
        return SignerFiles(
            allowed: allowed ?? "\(home)/allowed_signers",
            revoked: revoked ?? (Folder.holdsSomething(at: usual) ? usual : nil))
    }
}
