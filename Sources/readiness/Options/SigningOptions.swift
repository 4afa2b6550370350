import ArgumentParser
import Operations
import Rollout

/// How a statement gets its signature, and for whom it is made.
struct SigningOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Sign with this SSH key: a private key, or the public key of one that ssh-agent holds. \
            ssh-keygen signs, and asks for passphrases itself. Default: where the checklist says \
            "signing: required", a key of ssh-agent that the list of signers has for you, else git's \
            user.signingkey; elsewhere the statement is not signed.
            """, valueName: "file"))
    var key: String?

    @Option(
        help: ArgumentHelp(
            """
            Write the statement to this file in order to sign it on another machine, and record \
            nothing.
            """, valueName: "file"))
    var statementOut: String?

    @Option(
        help: ArgumentHelp(
            """
            Record what was signed elsewhere: the file of --statement-out. Give the other arguments \
            as they were. Default: the file of --signature without .sig.
            """, valueName: "file"))
    var statement: String?

    @Option(
        help: ArgumentHelp("The signature of that statement.", valueName: "file"))
    var signature: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "Act as a deputy of this member; the checklist says who may, and when.",
            valueName: "principal"))
    var member: String?

    func validate() throws {
        let ways = [key, statementOut, signature].compactMap(\.self)
        if ways.count > 1 {
            throw ValidationError("--key, --statement-out and --signature exclude one another.")
        }
        if statement != nil, signature == nil {
            throw ValidationError("--statement goes with --signature.")
        }
        if let signature, statement == nil, !signature.hasSuffix(".sig") {
            throw ValidationError("Say with --statement which statement the signature is for.")
        }
        for path in [key, statementOut, statement, signature] where path?.isEmpty ?? false {
            throw ValidationError("An empty path names no file.")
        }
        if let member, Principal(written: member) == nil {
            throw ValidationError("--for takes a name without blanks and hidden characters.")
        }
    }

    var onBehalfOf: Principal? { member.flatMap { Principal(written: $0) } }

    var method: SigningMethod {
        if let key { return .key(path: key) }
        if let statementOut { return .elsewhere(statement: statementOut) }
        if let signature {
            return .signed(
                statement: statement ?? String(signature.dropLast(4)), signature: signature)
        }
        return .usual
    }
}
