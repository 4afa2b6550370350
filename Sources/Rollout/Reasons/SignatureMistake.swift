package import CanonicalJSON

/// What is wrong with the form of a signature.
///
/// Where ssh-keygen passes over such a thing, we do not: the same signature has one form.
package enum SignatureMistake: Reason {
    /// It is longer than any signature.
    case tooLong(most: Int)
    /// The text does not begin with the header line.
    case headerNotFirst
    /// A line ends with a carriage return.
    case carriageReturn
    case footerMissing
    case textAfterFooter
    /// The lines between header and footer are no base64; the first of them is line 2.
    case notBase64(line: Int)
    /// The bytes do not begin with `SSHSIG`.
    case otherFormat
    case otherVersion(Int)
    case reservedNotEmpty
    case unknownHash(String)
    case namespaceEmpty
    /// The bytes end within a part.
    case cutOff(Part)
    /// Bytes stand behind the end of a part.
    case bytesAfter(Part)
    /// A text that is no UTF-8, or has a NUL.
    case notText(Part)
    /// A number with a sign, or with more bytes than it needs.
    case numberNotMinimal(Part)
    /// The parts do not fit together, such as a curve that is not the one of the key's type.
    case notOfItsType(Part)
    /// No point of the curve, or numbers that no key has.
    case noKey(Part)
    /// A kind of signature that the key does not make.
    case otherAlgorithm(String)
    /// Flags that exclude one another, or announce bytes that are not there.
    case flags(Int)
    /// What the browser signed is not about this statement, by what is wrong.
    case clientData(ClientDataMistake)

    /// The part of the signature where the mistake is.
    package enum Part: String, Sendable, CaseIterable {
        case blob, key, namespace, hash, signature, number, certificate, options, principals
    }

    /// What is wrong with the words that a browser signed.
    package enum ClientDataMistake: String, Sendable, CaseIterable {
        /// They do not begin as every browser begins them: type, challenge, origin.
        case form
        case notJSON = "not-json"
        /// The page was shown within a page of another address.
        case crossOrigin = "cross-origin"
    }

    package var code: String {
        switch self {
        case .tooLong: return "too-long"
        case .headerNotFirst: return "header-not-first"
        case .carriageReturn: return "carriage-return"
        case .footerMissing: return "footer-missing"
        case .textAfterFooter: return "text-after-footer"
        case .notBase64: return "bad-encoding"
        case .otherFormat: return "other-format"
        case .otherVersion: return "other-version"
        case .reservedNotEmpty: return "reserved-not-empty"
        case .unknownHash: return "unknown-hash"
        case .namespaceEmpty: return "namespace-empty"
        case .cutOff: return "cut-off"
        case .bytesAfter: return "bytes-after"
        case .notText: return "not-text"
        case .numberNotMinimal: return "number-not-minimal"
        case .notOfItsType: return "not-of-its-type"
        case .noKey: return "no-key"
        case .otherAlgorithm: return "other-algorithm"
        case .flags: return "flags"
        case .clientData: return "client-data"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .headerNotFirst, .carriageReturn, .footerMissing, .textAfterFooter, .otherFormat,
            .reservedNotEmpty, .namespaceEmpty:
            return [:]
        case .tooLong(let most): return ["most": .number(most)]
        case .notBase64(let line): return ["line": .number(line)]
        case .otherVersion(let version): return ["version": .number(version)]
        case .unknownHash(let name), .otherAlgorithm(let name): return ["name": .string(name)]
        case .cutOff(let part), .bytesAfter(let part), .notText(let part),
            .numberNotMinimal(let part), .notOfItsType(let part), .noKey(let part):
            return ["part": .string(part.rawValue)]
        case .flags(let flags): return ["flags": .number(flags)]
        case .clientData(let mistake): return ["reason": .string(mistake.rawValue)]
        }
    }
}
