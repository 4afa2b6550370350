import CanonicalJSON
import ChecklistDecoding
import Checks
import Reporting
import Rollout

extension LoadedChecklist {
    /// The checks that run a program, with the steps that they stand in, in the order of the checklist.
    var commands: [(step: String, check: any Check)] {
        checklist.steps.flatMap { step in
            checks[step.id, default: []].filter { type(of: $0).kind.needsTrust }
                .map { (step: step.id, check: $0) }
        }
    }

    /// What trust is tied to: the text, and the commands as they stand with the values in force.
    ///
    /// The values are part of it, because a value that somebody else gives can turn a trusted
    /// command into any other.
    var trustDigest: ContentDigest {
        let words = commands.map {
            JSONValue.array([.string($0.step), .string($0.check.shellWords)])
        }
        let basis: JSONValue = [
            "checklist": .string(checklist.digest.description), "commands": .array(words),
        ]
        return ContentDigest(of: basis.canonicalBytes)
    }
}

extension Check {
    /// The command as a shell reads it, with what it gets beside its arguments.
    var shellWords: String {
        guard let command = self as? CommandCheck else { return definition.subject }
        let variables = command.environment.sorted { $0.key < $1.key }.map {
            "\($0.key)=\($0.value)"
        }
        let place =
            command.directory == "." ? "" : "cd \(ShellWord.quoted(command.directory)) && "
        return place + ShellWord.line((variables.isEmpty ? [] : ["env"] + variables) + command.argv)
    }
}
