package import Rollout

/// What is said of links to make a passkey, and of passkeys.
package enum EnrolmentWording {
    /// What it means to sign that a passkey is one's own.
    package static func meaning(_ statement: Statement) -> String {
        "You, \(statement.principal), say: this passkey is mine. It counts once the owner of the ledger has confirmed it."
    }

    /// Why one counts for nothing.
    package static func sentence(_ fault: EnrolmentFault) -> String {
        switch fault {
        case .noSuchLink:
            return "There is no such link. Ask the owner of the ledger for another one."
        case .notTheOwner(let owner?):
            return "Only the owner of the ledger, \(owner), lets people enrol passkeys."
        case .notTheOwner(nil):
            return "No list of signers is on record, and nobody lets people enrol passkeys."
        case .ended(let at):
            return
                "The link could be used until \(LocalTime.text(at, in: .utc)). Ask the owner of the ledger for another one."
        case .used(let entry):
            return
                "The link was used already (entry \(entry)). If that was not you, tell the owner of the ledger."
        case .otherPerson(let person): return "The link is for \(person)."
        case .signature(let fault): return SignatureWording.sentence(fault, in: .utc)
        case .known(let entry): return "The passkey is on record already (entry \(entry))."
        }
    }
}
