import ArgumentParser
import Operations
import Rollout

/// How a statement gets its signature, and for whom it is made.
struct SigningOptions: ParsableArguments {
    @OptionGroup var keys: KeyOptions

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

    @OptionGroup var deputy: DeputyOptions

    func validate() throws {
        let ways = [keys.method != .usual, statementOut != nil, signature != nil]
        if ways.count(where: \.self) > 1 {
            throw ValidationError(
                "--key or --unsigned, --statement-out and --signature exclude one another.")
        }
        if statement != nil, signature == nil {
            throw ValidationError("--statement goes with --signature.")
        }
        if let signature, statement == nil, !signature.hasSuffix(".sig") {
            throw ValidationError("Say with --statement which statement the signature is for.")
        }
        for path in [statementOut, statement, signature] where path?.isEmpty ?? false {
            throw ValidationError("An empty path names no file.")
        }
    }

    var onBehalfOf: Principal? { deputy.onBehalfOf }

    var method: SigningMethod {
        if let statementOut { return .elsewhere(statement: statementOut) }
        if let signature {
            return .signed(
                statement: statement ?? String(signature.dropLast(4)), signature: signature)
        }
        return keys.method
    }
}
