package import Rollout

/// How it is known who made a statement, in words: the one place that words it.
package enum AuthenticationWording {
    /// The word that stands beside a name.
    package static func word(_ authentication: Authentication) -> String {
        switch authentication {
        case .none: return "unauthenticated"
        case .unverified: return "unauthenticated, signed with a key of nobody on record"
        case .key(let key):
            return key.securityKey?.origin.map { "signed in the browser at \($0)" } ?? "signed"
        case .withdrawn: return "signed with a key that was withdrawn"
        case .refused: return "signature refused"
        }
    }

    /// The word for a name that no key vouches for; nil for any other.
    package static func unproved(_ entry: Entry) -> String? {
        if case .key = entry.authentication { return nil }
        return word(entry.authentication)
    }

    /// What stands beside a name; nil where a key vouches for it by which nothing is to be said.
    ///
    /// On which page somebody signed is said once in a report, with what the words mean.
    package static func remark(_ entry: Entry) -> String? {
        guard case .key(let key) = entry.authentication else { return unproved(entry) }
        return key.securityKey?.origin == nil ? nil : "in the browser"
    }

    /// The same in brackets, as it follows a name.
    package static func mark(_ entry: Entry) -> String {
        remark(entry).map { " (\($0))" } ?? ""
    }

    /// The word, with the key that made the signature.
    package static func detail(_ authentication: Authentication) -> String {
        guard let signer = authentication.signer else { return word(authentication) }
        return "\(word(authentication)) (\(key(signer)))"
    }

    /// A key as readers know it: its fingerprint, and what vouches for it.
    package static func key(_ signer: SignerKey) -> String {
        var words = "\(signer.type) \(signer.fingerprint)"
        if let certificate = signer.certificate {
            words +=
                ", certificate \(Prose.quoted(certificate.keyID)) of \(certificate.authority)"
        }
        return words
    }

    /// What the word means, for readers who do not know it.
    package static func meaning(_ authentication: Authentication) -> String {
        switch authentication {
        case .none:
            return
                "The name was recorded as given, and nobody checked that the person is who the name says."
        case .unverified:
            return
                "There is a signature, but no list of signers is on record that says whose key made it."
        case .key(let key) where key.securityKey?.origin != nil:
            return
                "A passkey that the list of signers on record gives to this name signed the statement, on a page that the list names. What the page showed is known from whoever runs it."
        case .key:
            return
                "A key that the list of signers on record gives to this name signed the statement."
        case .withdrawn:
            return
                "The key counted when the statement was recorded, and the list of signers no longer has it: what it approved no longer counts, what it refused does."
        case .refused: return "The signature does not show that this person made the statement."
        }
    }

    /// Why a statement does not count for how it is authenticated.
    package static func sentence(
        _ reason: AuthenticationReason, _ context: WordingContext
    ) -> String {
        let zone = context.checklist.zone
        switch reason {
        case .unsigned: return "Nobody signed it, and the checklist counts signed statements alone."
        case .noSignersOnRecord:
            return
                "It is signed, but no list of signers is on record, and the checklist counts signed statements alone."
        case .signature(let fault): return SignatureWording.sentence(fault, in: zone)
        case .withdrawn(let fault):
            return
                "Its key counted when it was recorded and no longer does. \(SignatureWording.sentence(fault, in: zone))"
        case .replayed(let entry):
            return "The same signed statement is on record already (entry \(entry))."
        }
    }
}
