package import Rollout

/// What is wrong with the form of a signature, in words.
package enum SignatureFormWording {
    package static func sentence(_ mistake: SignatureMistake) -> String {
        switch mistake {
        case .tooLong(let most):
            return "It has more than \(most) bytes, which no signature has."
        case .headerNotFirst:
            return
                "It is no signature of ssh-keygen: the first line has to be “-----BEGIN SSH SIGNATURE-----”."
        case .carriageReturn:
            return
                "Its lines end with carriage returns; copy the file as it is, with plain line ends."
        case .footerMissing:
            return "The line “-----END SSH SIGNATURE-----” is missing, so it was not copied whole."
        case .textAfterFooter: return "There is text behind its last line; remove it."
        case .notBase64(let line): return "Line \(line) of it is no base64."
        case .otherFormat: return "Its bytes do not begin with SSHSIG."
        case .otherVersion(let version):
            return "It is of version \(version), and only version 1 is known."
        case .reservedNotEmpty: return "It has something where version 1 has nothing."
        case .unknownHash(let name):
            return "It names the hash \(Prose.quoted(name)), and only sha512 and sha256 are known."
        case .namespaceEmpty: return "It does not say what it is for."
        case .cutOff(let part): return "It ends within \(noun(part))."
        case .bytesAfter(let part): return "There are bytes behind \(noun(part))."
        case .notText(let part): return "A text of \(noun(part)) is no text."
        case .numberNotMinimal(let part):
            return "A number of \(noun(part)) is written longer than it needs."
        case .notOfItsType(let part): return "The parts of \(noun(part)) do not fit together."
        case .noKey(let part): return "The numbers of \(noun(part)) are those of no key."
        case .otherAlgorithm(let name):
            return
                "Its algorithm is \(Prose.quoted(name)), which is not accepted from this type of key."
        case .flags(let flags): return "The flags \(flags) of the hardware key exclude one another."
        case .clientData(.form):
            return "What the browser signed does not begin as all browsers begin it."
        case .clientData(.notJSON): return "What the browser signed is no JSON."
        case .clientData(.crossOrigin):
            return "The browser signed in a page that stood within a page of another address."
        }
    }

    private static func noun(_ part: SignatureMistake.Part) -> String {
        switch part {
        case .blob: return "its bytes"
        case .key: return "the key"
        case .namespace: return "its purpose"
        case .hash: return "the name of its hash"
        case .signature: return "the signature itself"
        case .number: return "the pair of numbers"
        case .certificate: return "the certificate"
        case .options: return "the critical options of the certificate"
        case .principals: return "the names in the certificate"
        }
    }
}
