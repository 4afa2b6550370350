import CanonicalJSON
import Characters
import Rollout

extension SSHSignatureValue.Browser {
    /// Looks whether the words that the browser signed are about the challenge.
    ///
    /// They begin with type, challenge and origin as every browser writes them (WebAuthn section
    /// 5.8.1.2), which is all that OpenSSH looks at; what follows is read as JSON, so that no key
    /// stands there twice. False where the challenge is another one.
    func isAbout(_ challenge: [UInt8]) throws(SignatureFault) -> Bool {
        var rest = clientData
        guard rest.take(#"{"type":"webauthn.get","challenge":""#) else {
            throw .malformed(.clientData(.form))
        }
        guard rest.take(Base64.addressText(challenge)) else { return false }
        // An origin with a quotation mark or a backslash could write keys of its own.
        let isPlain = origin.utf8.allSatisfy {
            (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        guard isPlain, rest.take(#"","origin":"\#(origin)""#) else {
            throw .malformed(.clientData(.form))
        }
        guard let words = try? JSONValue(jsonBytes: Array(clientData)), words.members != nil else {
            throw .malformed(.clientData(.notJSON))
        }
        guard words["crossOrigin"] ?? false == false, words["topOrigin"] == nil else {
            throw .malformed(.clientData(.crossOrigin))
        }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// Takes a text from the front; false where the bytes do not begin with it.
    fileprivate mutating func take(_ text: String) -> Bool {
        guard starts(with: text.utf8) else { return false }
        self = dropFirst(text.utf8.count)
        return true
    }
}
