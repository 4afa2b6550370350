import ArgumentParser
import Attestation
import CanonicalJSON
import Operations
import Reporting
import Rollout

/// `readiness verify`: verifies a bundle that somebody exported.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a bundle of a rollout, without the ledger that it comes from.",
        discussion: """
            Verifies every signature and receipt, judges the entries anew, compares the report and \
            every other file with what they come to, and says what is proved and what is not. The keys \
            are those in the bundle, unless you bring your own. Exits with 0 where everything holds, \
            with 74 where something does not.

              readiness verify bundle.tar --log ledger.example.com/2026+ID+KEY --signers allowed_signers
            """)

    @Argument(
        help: ArgumentHelp("The folder or the .tar of the bundle.", valueName: "bundle"),
        completion: .file())
    var bundle: String

    @Option(
        help: ArgumentHelp(
            "The public key of the log, as its owner made it known.", valueName: "key"),
        transform: NoteKeyArgument.read)
    var log: NoteKey?

    @Option(
        help: ArgumentHelp(
            "Your own list of who signs with which key, as ssh-keygen takes it.", valueName: "file"),
        completion: .file())
    var signers: String?

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    func run() async throws {
        let outcome = try await VerifyBundle(log: log, signers: signers)(bundle)
        switch format {
        case .text: try Terminal.write(text(outcome))
        case .json: try Terminal.write(json: Array("\(json(outcome).prettyText)\n".utf8))
        }
        if !outcome.findings.isEmpty { throw ExitStatus.fileTrouble }
    }

    private func text(_ outcome: VerifyBundle.Outcome) -> String {
        guard outcome.findings.isEmpty else {
            return "\(bundle): not verified\n"
                + outcome.findings.map { finding in
                    "\(finding.file) [\(finding.rule.rawValue)]: \(finding.words)\n"
                        + "  Rule: \(finding.rule.sentence)\n  \(finding.rule.consequence)\n"
                }.joined()
        }
        func list(_ sentences: [String]) -> String { sentences.map { "  \($0)\n" }.joined() }
        return "\(bundle): verified\nProved:\n\(list(outcome.proved))"
            + "Not proved:\n\(list(outcome.notProved))"
    }

    private func json(_ outcome: VerifyBundle.Outcome) -> JSONValue {
        func list(_ sentences: [String]) -> JSONValue { .array(sentences.map(JSONValue.string)) }
        return [
            "bundle": .string(bundle), "verified": .boolean(outcome.findings.isEmpty),
            "checklist": outcome.report.map { report in
                [
                    "id": .string(report.assessment.checklist.id),
                    "digest": .string(report.assessment.checklist.digest.description),
                ]
            } ?? .null,
            "asOf": outcome.report.map { .string($0.assessment.asOf.rfc3339) } ?? .null,
            "verdict": outcome.report.map { .string($0.assessment.verdict.rawValue) } ?? .null,
            "ledger": [
                "size": .integer(Int64(outcome.ledger.size)),
                "root": .string(outcome.ledger.root.description),
            ],
            "log": outcome.log.map { .string($0.description) } ?? .null,
            "entries": .array(
                outcome.entries.map { entry in
                    [
                        "entry": .integer(Int64(entry.sequence)),
                        "digest": .string(entry.digest.description),
                        "principal": .string(entry.statement.principal.text),
                        "authentication": .string(entry.authentication.code),
                    ]
                }),
            "proved": list(outcome.proved), "notProved": list(outcome.notProved),
            "findings": .array(
                outcome.findings.map { finding in
                    [
                        "file": .string(finding.file), "rule": .string(finding.rule.rawValue),
                        "detail": .string(finding.words),
                        "consequence": .string(finding.rule.consequence),
                    ]
                }),
        ]
    }
}
