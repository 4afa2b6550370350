package import Rollout

/// What is wrong with a list of signers or of revoked keys, in words.
package enum SignerListWording {
    /// The line and the reason.
    package static func sentence(_ mistake: SignerListMistake, in zone: Zone) -> String {
        let reason = reason(mistake.reason, in: zone)
        return mistake.line == 0 ? reason : "Line \(mistake.line): \(reason)"
    }

    private static func reason(_ mistake: SignerLineMistake, in zone: Zone) -> String {
        switch mistake {
        case .tooManyBytes(let most): return "The list has more than \(most) bytes."
        case .tooManyLines(let most): return "The list has more than \(most) lines."
        case .lineTooLong(let most): return "The line has more than \(most) bytes."
        case .binaryList:
            return
                "The list is a binary one of ssh-keygen -k; write a text with one public key on each line."
        case .notText: return "The line is no UTF-8 text."
        case .quoteNotClosed: return "A quotation mark is not closed."
        case .quoteWithin: return "A quotation mark stands within a word."
        case .principalsEmpty: return "The line names nobody before the key."
        case .patternForKey(let pattern):
            return
                "The pattern \(Prose.quoted(pattern)) lets the key sign for many; name each person, as only lines with cert-authority take patterns."
        case .noKey: return "There is no public key on the line."
        case .unknownOption(let name):
            return
                "The option \(Prose.quoted(name)) is not known; there are cert-authority, namespaces, valid-after and valid-before."
        case .optionTwice(let name): return "The option \(name) stands there twice."
        case .valueNotQuoted(let name):
            return "The value of \(name) has to stand in quotation marks: \(name)=\"…\"."
        case .optionWithoutValue(let name):
            return "The option \(name) needs a value: \(name)=\"…\"."
        case .notATime(let text):
            return
                "\(Prose.quoted(text)) is no time; write YYYYMMDD or YYYYMMDDhhmm, and a Z behind it for UTC."
        case .endsBeforeItBegins: return "The line ends before it begins: valid-before is earlier."
        case .keyNotBase64: return "The public key is no base64."
        case .otherKeyThanNamed(let type): return "The public key is not of type \(type)."
        case .certificateAsKey:
            return "A certificate stands there; list the key of its authority with cert-authority."
        case .key(let fault): return SignatureWording.sentence(fault, in: zone)
        case .notAFingerprint:
            return "No fingerprint has this form; it is SHA256: and 43 letters."
        }
    }
}
