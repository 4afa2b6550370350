package import Rollout

/// A statement that ssh-keygen alone verifies, or openssl alone, out of a bundle.
package struct SignedStatement: Sendable {
    package let principal: Principal
    /// The name of its files in a bundle, without what the statement and the signature end in.
    package let name: String
    /// The signature as it is on record.
    package let signature: String
    /// False where openssl verifies it.
    package let isForOpenSSH: Bool
    /// When the ledger took it, as ssh-keygen takes times.
    private let time: String

    /// Nil where nobody signed it, the signature does not count by the list in force, or a shell does
    /// not read the name of the principal as it stands in the statement.
    package init?(_ entry: Entry) {
        guard case .key(let key) = entry.authentication, let signature = entry.signature,
            entry.statement.principal.text.utf8.allSatisfy(Self.isPlain)
        else { return nil }
        isForOpenSSH = key.isOfOpenSSH
        principal = entry.statement.principal
        name = "statements/\(BundleName.number(entry.sequence))"
        self.signature = signature
        let digits = entry.recordedAt.rfc3339.prefix { $0 != "." }.filter(\.isNumber)
        time = "\(digits)Z"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 32 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// What verifies it with ssh-keygen, run in the folder of the bundle.
    var command: String {
        Self.command(ShellWord.quoted(principal.text), for: .statement, at: time, name: name)
    }

    /// What verifies a statement by the keys as they counted when the ledger took it, made of words as
    /// a shell reads them.
    ///
    /// Without the time it would be that of now, and refuse what a key signed before it expired.
    static func command(
        _ principal: String, for namespace: SignatureNamespace, at time: String,
        revoked: String = "revoked_keys", name: String
    ) -> String {
        "ssh-keygen -Y verify -f allowed_signers -r \(revoked) -I \(principal) -n \(namespace.text) "
            + "-Overify-time=\(time) -s \(name).sig < \(name).json"
    }

    /// The same in a loop of a shell that has the number and the principal of a statement.
    static func loopCommand(
        for namespace: SignatureNamespace, revoked: String = "revoked_keys"
    ) -> String {
        command(
            "\"$principal\"", for: namespace, at: "$(taken \"$number\")", revoked: revoked,
            name: "statements/$number")
    }

    /// The function of a shell that says when the ledger took an entry.
    static let timeFunction = #"""
        taken() {
            time=$(cat "entries/$1.json")
            time=${time#*'"recordedAt":"'}
            time=${time%%'"'*}
            printf %sZ "$(printf %s "${time%%.*}" | tr -dc 0-9)"
        }
        """#
}
