package import CanonicalJSON
import Characters
import Fields
import LocatedYAML
package import Rollout

/// Runs a plugin of Nagios or of the Monitoring Plugins and takes its word.
package struct PluginCheck: Check {
    /// How the plugin is run.
    package let command: CommandCheck

    package init(_ command: CommandCheck) {
        self.command = command
    }

    package var subject: String { command.subject }
    package var execution: Execution? { command.execution }
    package var secrets: [Secret] { command.secrets }

    package func observe(_ environment: CheckEnvironment) async -> CommandObservation {
        await command.observe(environment)
    }

    private func output(_ observation: CommandObservation) -> PluginOutput {
        PluginOutput(observation.stdout.text)
    }

    package func facts(of observation: CommandObservation) -> [String: JSONValue] {
        var facts = command.facts(of: observation)
        guard case .exited = observation.ending else { return facts }
        let names = ["warning", "critical", "minimum", "maximum"]
        facts["measures"] = .array(
            output(observation).measures.map { measure in
                var members: [String: JSONValue] = [
                    "label": .string(ForeignText.clean(measure.label.utf8)),
                    "value": .string(ForeignText.clean(measure.value.utf8)),
                ]
                if !measure.unit.isEmpty {
                    members["unit"] = .string(ForeignText.clean(measure.unit.utf8))
                }
                for (name, limit) in zip(names, measure.limits) where !limit.isEmpty {
                    members[name] = .string(ForeignText.clean(limit.utf8))
                }
                return .object(members)
            })
        return facts
    }

    package func judge(
        _ observation: CommandObservation, at instant: Instant, until _: Deadline
    ) -> Judgement {
        switch observation.ending {
        case .notStarted(let obstacle), .ended(let obstacle):
            return Judgement([], obstacle: obstacle)
        case .signalled(let number):
            return Judgement(.killedBySignal, ["signal": CommandCheck.name(of: number)])
        case .exited(let code):
            let summary = output(observation).summary
            let isSilent = BlankText.isBlank(summary)
            let status = Self.status(code, isSilent: isSilent)
            let said = isSilent ? ", and no word" : ": \(ForeignText.clean(summary.utf8))"
            return Judgement([
                Finding(
                    "a plugin that says OK", actual: status.word + said, status.standing)
            ])
        }
    }

    /// What an exit status means; a plugin that says nothing at all has not looked.
    private static func status(
        _ code: Int, isSilent: Bool
    ) -> (word: String, standing: Finding.Standing) {
        switch code {
        case 0: return ("OK", isSilent ? .unknown : .met)
        case 1: return ("WARNING", isSilent ? .unknown : .warned)
        case 2: return ("CRITICAL", .unmet)
        case 3: return ("UNKNOWN", .unknown)
        default: return ("exit status \(code), which no plugin has", .unknown)
        }
    }
}

extension CheckKind {
    package static let plugin = CheckKind(
        "plugin", "Runs a plugin of Nagios or the Monitoring Plugins, and takes its word.",
        needsTrust: true,
        sharing: KindFacts.machinePath,
        facts: [
            "argv": "The words that were handed to the system.", "exit": "The exit status.",
            "signal": "The signal that ended it.", "duration-ms": "How long it ran.",
            "measures":
                "The performance data: `label`, `value`, `unit`, and where there are such `warning`,"
                + " `critical`, `minimum`, `maximum`.",
            "stdout": "The first 64 KiB of its standard output.",
            "stderr": "The first 64 KiB of its error output.",
            "stdout-bytes": "How much it wrote to its standard output.",
            "stderr-bytes": "How much it wrote to its error output.",
            "stdout-cut": "Not all of the output was kept, or more could follow.",
            "stderr-cut": "Not all of the error output was kept, or more could follow.",
        ],
        example: """
            - plugin: {run: [/usr/lib/nagios/plugins/check_disk, -w, 20%, -c, 10%, -p, /var]}
            - plugin:
                run: [/usr/lib/nagios/plugins/check_load, -w, "4,3,2", -c, "8,6,4"]
                retry: {times: 2, delay: 30s}
            """
    ) { options in
        let run = options.required(
            "run", .list(of: .anyText, atLeast: 1),
            "The plugin and its arguments, one entry each; no shell reads them.")
        let directory = options.optional(
            "directory", .text, default: ".", "the checklist's folder", "The folder to run in.")
        let variables = options.variables()
        options.refuse(
            where: run?.first?.isEmpty ?? false
                || ((run ?? []) + [directory] + variables.texts.values).contains {
                    $0.utf8.contains(0)
                },
            "a plugin needs the name of a program, and no NUL characters", at: "run")
        return options.make(run) {
            PluginCheck(
                CommandCheck(
                    $0, directory: directory, environment: variables.texts,
                    secretEnvironment: variables.secrets))
        }
    }
}
