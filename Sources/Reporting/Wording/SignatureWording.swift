package import Rollout

/// Why a signature does not show who signed, in words.
package enum SignatureWording {
    package static func sentence(_ fault: SignatureFault, in zone: Zone) -> String {
        switch fault {
        case .malformed(let mistake): return SignatureFormWording.sentence(mistake)
        case .keyTypeRefused(let type):
            return
                "Keys of type \(Prose.quoted(type)) are not accepted; sign with an ed25519, ecdsa or rsa key, or with a hardware key."
        case .weakKey(let bits, let least):
            return "The RSA key has \(bits) bits, and fewer than \(least) are not accepted."
        case .otherNamespace(let found, let wanted):
            return
                "It was made for \(Prose.quoted(found)), and only what is signed for \(Prose.quoted(wanted.text)) counts."
        case .badSignature(let key):
            return "It does not fit the statement, or key \(key) did not make it."
        case .presenceMissing(let key):
            return "Hardware key \(key) signed without being touched."
        case .verificationMissing(let key):
            return "Hardware key \(key) signed without asking for a PIN or a fingerprint."
        case .originNotListed(let origin):
            return
                "It was signed in the browser at \(Prose.quoted(origin)), which is not among the pages that the list of signers names."
        case .outsideBrowser(let key):
            return "Passkey \(key) signed outside of a browser, and nothing says on which page."
        case .logKey(let key):
            return "Key \(key) signs for the ledger itself, and for no person."
        case .revocationsUnreadable(let line):
            return
                "Line \(line) of the list of revoked keys cannot be read, and until it can, no signature counts."
        case .keyRevoked(let key): return "Key \(key) is revoked."
        case .authorityRevoked(let key):
            return "Key \(key), which vouched for the signer's key, is revoked."
        case .keyNotListed(let key):
            return "Key \(key) is not in the list of signers."
        case .notForPrincipal(let principal, let line):
            return
                "Line \(line) of the list of signers has the key for others than \(principal)."
        case .namespaceNotAllowed(let namespace, let line):
            return
                "Line \(line) of the list of signers does not let the key sign for \(Prose.quoted(namespace.text))."
        case .keyNotYetValid(let from, let line):
            return
                "By line \(line) of the list of signers the key counts from \(LocalTime.text(from, in: zone)) on."
        case .keyExpired(let at, let line):
            return
                "By line \(line) of the list of signers the key counted until \(LocalTime.text(at, in: zone))."
        case .certificateForged(let authority):
            return "The certificate was changed, or key \(authority) did not make it."
        case .certificateForHost(let id):
            return "Certificate \(Prose.quoted(id)) is for a machine, not for a person."
        case .certificateOptionUnknown(let name):
            return
                "The certificate has the critical option \(Prose.quoted(name)), which is not known."
        case .authorityNotListed(let key):
            return
                "Key \(key), which vouched for the signer's key, is not in the list of signers with cert-authority."
        case .certificateWithoutPrincipals(let id):
            return "Certificate \(Prose.quoted(id)) names nobody."
        case .certificateForOthers(let principals, let id):
            return
                "Certificate \(Prose.quoted(id)) is for \(Prose.list(principals.map(\.text), "and", most: 3))."
        case .certificateNotYetValid(let from, let id):
            return
                "Certificate \(Prose.quoted(id)) counts from \(LocalTime.text(from, in: zone)) on."
        case .certificateExpired(let at, let id):
            return "Certificate \(Prose.quoted(id)) ended at \(LocalTime.text(at, in: zone))."
        }
    }
}
