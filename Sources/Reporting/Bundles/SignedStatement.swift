package import Rollout

/// A statement that ssh-keygen alone verifies, out of a bundle.
package struct SignedStatement: Sendable {
    package let principal: Principal
    /// The name of its files in a bundle, without what the statement and the signature end in.
    package let name: String
    /// The signature as it is on record.
    package let signature: String

    /// Nil where nobody signed it, the signature does not count by the list in force, or a shell does
    /// not read the name of the principal as it stands in the statement.
    package init?(_ entry: Entry) {
        guard case .key = entry.authentication, let signature = entry.signature,
            entry.statement.principal.text.utf8.allSatisfy(Self.isPlain)
        else { return nil }
        principal = entry.statement.principal
        name = "statements/\(BundleName.number(entry.sequence))"
        self.signature = signature
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 32 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// What verifies it, run in the folder of the bundle.
    var command: String {
        ShellWord.line([
            "ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-r", "revoked_keys", "-I",
            principal.text, "-n", SignatureNamespace.statement.text, "-s", "\(name).sig",
        ]) + " < \(name).json"
    }
}
