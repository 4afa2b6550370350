package import Rollout

/// Why a list of signers on record does not count, in words.
package enum SignersWording {
    package static func sentence(_ fault: SignersFault) -> String {
        switch fault {
        case .unsigned: return "Nobody signed it: sign it with --key."
        case .notTheOwner(let owner):
            return "The owner of the ledger, \(owner), records the list of signers."
        case .signature(let fault): return SignatureWording.sentence(fault, in: .utc)
        case .older(let entry):
            return "It was signed before the list of entry \(entry), which it would replace: sign "
                + "it anew."
        case .replayed(let entry): return "It is the list of entry \(entry) once more."
        }
    }
}
