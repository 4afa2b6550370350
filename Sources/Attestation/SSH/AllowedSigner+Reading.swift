import Rollout

extension AllowedSigner {
    /// Reads `principals [options] type base64 [comment]`.
    init(_ line: SignerListLines.Line, zone: Zone) throws(SignerLineMistake) {
        guard line.bytes.count <= SignerListLines.mostBytesOfLine else {
            throw .lineTooLong(most: SignerListLines.mostBytesOfLine)
        }
        guard !line.bytes.contains(0), String(validating: line.bytes, as: UTF8.self) != nil else {
            throw .notText
        }
        var rest = line.bytes
        let principals = PrincipalPatterns(try Self.principals(&rest))
        guard !principals.isEmpty else { throw .principalsEmpty }
        let word = rest.prefix { !$0.isBlank }
        let options: AllowedSignerOptions
        if SSHKeyType.named(word) == nil {
            // A word with a blank behind it that is no type of key is a list of options.
            options = try AllowedSignerOptions(&rest, zone: zone)
        } else {
            options = AllowedSignerOptions()
        }
        rest = rest.drop(while: \.isBlank)
        let key = try SSHKeyLine(rest).key
        if !options.isAuthority, let wildcard = principals.firstWildcard {
            throw .patternForKey(wildcard)
        }
        self.init(
            line: line.number, principals: principals, key: key,
            isAuthority: options.isAuthority, namespaces: options.namespaces,
            validAfter: options.validAfter, validBefore: options.validBefore)
    }

    /// Takes the first word, which may stand in quotation marks, and the blanks behind it.
    private static func principals(
        _ rest: inout ArraySlice<UInt8>
    ) throws(SignerLineMistake) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        let word: ArraySlice<UInt8>
        if rest.first == quote {
            let inner = rest.dropFirst()
            guard let end = inner.firstIndex(of: quote) else { throw .quoteNotClosed }
            word = inner[..<end]
            rest = inner[end...].dropFirst()
            guard rest.first?.isBlank == true else { throw .quoteWithin }
        } else {
            word = rest.prefix { !$0.isBlank }
            guard !word.contains(quote) else { throw .quoteWithin }
            rest = rest.dropFirst(word.count)
        }
        rest = rest.drop(while: \.isBlank)
        guard !rest.isEmpty else { throw .noKey }
        return word
    }
}

extension UInt8 {
    /// A blank or a tab.
    var isBlank: Bool { self == 32 || self == 9 }
}
