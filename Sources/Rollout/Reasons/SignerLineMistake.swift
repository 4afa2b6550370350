package import CanonicalJSON

/// What is wrong with a line of a list of signers or of revoked keys, or with the list.
package enum SignerLineMistake: Reason, Error {
    case tooManyBytes(most: Int)
    case tooManyLines(most: Int)
    case lineTooLong(most: Int)
    /// A binary list of `ssh-keygen -k`.
    case binaryList
    /// No UTF-8, or a NUL.
    case notText
    case quoteNotClosed
    /// A quotation mark within a word.
    case quoteWithin
    case principalsEmpty
    /// A pattern for many people, on a line without `cert-authority`.
    case patternForKey(String)
    case noKey
    case unknownOption(String)
    case optionTwice(String)
    case valueNotQuoted(String)
    case optionWithoutValue(String)
    case notATime(String)
    case endsBeforeItBegins
    case keyNotBase64
    /// The key is not of the type that stands before it.
    case otherKeyThanNamed(String)
    /// A certificate where a key is to stand.
    case certificateAsKey
    case key(SignatureFault)
    case notAFingerprint

    package var code: String {
        switch self {
        case .tooManyBytes: return "too-many-bytes"
        case .tooManyLines: return "too-many-lines"
        case .lineTooLong: return "line-too-long"
        case .binaryList: return "binary-list"
        case .notText: return "not-text"
        case .quoteNotClosed: return "quote-not-closed"
        case .quoteWithin: return "quote-within"
        case .principalsEmpty: return "principals-empty"
        case .patternForKey: return "pattern-for-key"
        case .noKey: return "no-key"
        case .unknownOption: return "unknown-option"
        case .optionTwice: return "option-twice"
        case .valueNotQuoted: return "value-not-quoted"
        case .optionWithoutValue: return "option-without-value"
        case .notATime: return "not-a-time"
        case .endsBeforeItBegins: return "ends-before-it-begins"
        case .keyNotBase64: return "bad-key-encoding"
        case .otherKeyThanNamed: return "other-key-than-named"
        case .certificateAsKey: return "certificate-as-key"
        case .key(let fault): return fault.code
        case .notAFingerprint: return "not-a-fingerprint"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .binaryList, .notText, .quoteNotClosed, .quoteWithin, .principalsEmpty, .noKey,
            .endsBeforeItBegins, .keyNotBase64, .certificateAsKey, .notAFingerprint:
            return [:]
        case .tooManyBytes(let most), .tooManyLines(let most), .lineTooLong(let most):
            return ["most": .number(most)]
        case .patternForKey(let pattern): return ["pattern": .string(pattern)]
        case .unknownOption(let name), .optionTwice(let name), .valueNotQuoted(let name),
            .optionWithoutValue(let name):
            return ["option": .string(name)]
        case .notATime(let text): return ["time": .string(text)]
        case .otherKeyThanNamed(let type): return ["type": .string(type)]
        case .key(let fault): return fault.values
        }
    }
}
