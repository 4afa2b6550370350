import ArgumentParser
import Operations

/// With which key a statement is signed here.
struct KeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Sign with this SSH key: a private key, or the public key of one that ssh-agent holds. \
            ssh-keygen signs, and asks for passphrases itself. Default: the first key of ssh-agent that \
            the list of signers on record has for you, else git's user.signingkey where the list has \
            it; without either the statement is not signed, which is said, and refused where it has to be.
            """, valueName: "file"), completion: .file())
    var key: String?

    @Flag(help: "Sign with no key, although ssh-agent or git has one of yours.")
    var unsigned = false

    func validate() throws {
        if key != nil, unsigned {
            throw ValidationError("--key and --unsigned exclude one another.")
        }
        if key?.isEmpty ?? false { throw ValidationError("An empty path names no file.") }
    }

    var method: SigningMethod {
        if let key { return .key(path: key) }
        return unsigned ? .unsigned : .usual
    }
}
