package import Attestation
import Files
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
    /// The files of a list of signers: those that are named, else those in the folder that holds
    /// `checklists`.
    package func signerFiles(allowed: String? = nil, revoked: String? = nil) -> SignerFiles {
        let home = ChecklistHome(of: "checklist", from: folder).folder
        let usual = "\(home)/revoked_keys"
        return SignerFiles(
            allowed: allowed ?? "\(home)/allowed_signers",
            revoked: revoked ?? (Folder.holdsSomething(at: usual) ? usual : nil))
    }
}
