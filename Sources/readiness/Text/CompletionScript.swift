/// What the parser's scripts for shells lack: the commands behind `readiness help`.
enum CompletionScript {
    private static let option = "--generate-completion-script"

    /// The script with the commands, where the words of the command line asked for one.
    static func text(_ script: String, for words: [String]) -> String {
        guard words.contains(where: { $0.hasPrefix(option) }) else { return script }
        let names = UsageMistake.commandNames.joined(separator: " ")
        let bash = "_readiness_help() {"
        let zsh = "'*:subcommands:'"
        if script.contains(zsh) {
            return script.replacing(zsh, with: "'*:subcommands:(\(names))'", maxReplacements: 1)
        }
        if script.contains(bash) {
            let offer = "    COMPREPLY+=($(compgen -W '\(names)' -- \"${cur}\"))"
            return script.replacing(
                bash, with: "\(bash)\n\(offer)", maxReplacements: 1)
        }
        return script
            + "complete -c 'readiness' -n '__fish_seen_subcommand_from help' -f -a '\(names)'\n"
    }
}
