import Foundation
import Testing

/// The scripts in the shells that they are for.
@Suite("Completion in the shell", .timeLimit(.minutes(10)))
struct CompletionTests {
    /// A command line up to the cursor, with what the shell must offer and what it must not.
    struct Line: Sendable, CustomTestStringConvertible {
        let text: String
        let offers: [String]
        let not: String
        var testDescription: String { text }

        init(_ text: String, _ offers: [String], not: String) {
            self.text = text
            self.offers = offers
            self.not = not
        }
    }

    private static let path = SampleChecklist.path

    static let lines = [
        Line("readiness sta", ["status"], not: "schema"),
        Line("readiness help sta", ["status"], not: "schema"),
        Line("readiness status checklists/s", [path], not: "present.txt"),
        Line("readiness sign \(path) --evidence ev", ["evidence.txt"], not: "checklists"),
        Line("readiness sign \(path) ", ["approved", "present", "reviewed"], not: "boss"),
        Line("readiness sign \(path) re", ["reviewed"], not: "present"),
        Line("readiness run \(path) --step ", ["approved", "elsewhere"], not: "boss"),
        Line("readiness log \(path) --step a", ["approved"], not: "present"),
        Line("readiness run \(path) --role ", ["admin", "boss"], not: "approved"),
        Line("readiness waive \(path) approved --role b", ["boss"], not: "admin"),
        Line("readiness gate \(path) --phase ", ["first", "gone", "second"], not: "boss"),
        Line("readiness decide \(path) f", ["first"], not: "gone"),
        Line(
            "readiness status checklists/two.yaml --target ", ["contoso", "fabrikam"], not: "boss"),
        Line("readiness status \(path) --person b", ["bea@example.com"], not: "ann@"),
        Line("readiness status \(path) --sort u", ["urgency"], not: "approved"),
    ]

    /// A folder with checklists, the program under its name, and its script for a shell.
    private static func with(
        _ shell: String, _ body: (Workspace) async throws -> Void
    ) async throws {
        // The terminal of fish is made by zsh.
        let needed = shell == "fish" ? ["fish", "zsh"] : [shell]
        let isThere = needed.allSatisfy {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
        }
        if !isThere, ProcessInfo.processInfo.environment["CI"] != "true" {
            print("Skipped: there is no \(shell) on this machine; scripts/setup test installs it.")
            return
        }
        try await Workspace.withSample { workspace in
            try workspace.write(
                "checklists/two.yaml",
                SampleChecklist.text.replacing(
                    "timeline:",
                    with: """
                        targets:
                          contoso: {title: Contoso, set: {cloud: one}}
                          fabrikam: {title: Fabrikam, set: {cloud: two}}
                        timeline:
                        """))
            let made = try await workspace.shell(
                """
                mkdir bin && ln -s "$READINESS" bin/readiness &&
                bin/readiness --generate-completion-script \(shell) > script.\(shell)
                """)
            try #require(made.status == 0, "\(made)")
            try await body(workspace)
        }
    }

    private static func expect(_ line: Line, _ offered: String, _ shell: String) {
        for name in line.offers { #expect(offered.contains(name), "\(shell): \(offered)") }
        #expect(!offered.contains(line.not), "\(shell): \(offered)")
    }

    @Test("bash offers what fits", arguments: lines)
    func bash(_ line: Line) async throws {
        try await Self.with("bash") { workspace in
            try workspace.write(
                "ask",
                """
                PATH=$PWD/bin:$PATH
                . ./script.bash
                COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMP_KEY=9
                read -ra COMP_WORDS <<< "$1"
                [[ $1 != *' ' ]] || COMP_WORDS+=('')
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                $(complete -p readiness | sed 's/.*-F \\([^ ]*\\) .*/\\1/') readiness \
                    "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """)
            let outcome = try await workspace.shell("timeout 60 bash ask '\(line.text)'")
            Self.expect(line, outcome.stdout, "bash")
        }
    }

    @Test("zsh offers what fits", arguments: lines)
    func zsh(_ line: Line) async throws {
        try await Self.with("zsh") { workspace in
            // Completion needs a line that is being edited: a shell on a terminal of its own.
            try workspace.write(
                "ask",
                """
                mkdir -p functions && cp script.zsh functions/_readiness
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell "unset zle_bracketed_paste; PROMPT= RPROMPT= PATH=$PWD/bin:$PATH; fpath=($PWD/functions $fpath)"
                zpty -w shell "stty columns 200; autoload -Uz compinit; compinit -u -d $PWD/dump; LISTMAX=1000"
                zpty -w shell 'zstyle ":completion:*" list-prompt ""; setopt NO_AUTO_MENU NO_LIST_BEEP; print rea''dy-to-ask'
                zpty -r -m shell out '*ready-to-ask*'
                zpty -n -w shell "$1"$'\\t\\t'
                zpty -n -w shell $'\\C-x\\C-x'
                for name in "${@:2}"; do
                    [[ $seen == *$name* ]] || { zpty -r -m shell part "*$name*"; seen+=$part; }
                done
                print -r -- "$seen"
                zpty -d shell
                """)
            let words = line.offers.map { "'\($0)'" }.joined(separator: " ")
            let outcome = try await workspace.shell("timeout 60 zsh -f ask '\(line.text)' \(words)")
            let offered = outcome.stdout.replacing(line.text, with: "")
            // A name that completes the word stands behind it on the line, and not in a list.
            for name in line.offers {
                #expect(outcome.stdout.contains(name), "\(outcome)")
            }
            #expect(!offered.contains(line.not), "\(outcome)")
        }
    }

    @Test("fish offers what fits", arguments: lines)
    func fish(_ line: Line) async throws {
        try await Self.with("fish") { workspace in
            // As zsh, fish has to have a line that is being edited; zsh makes the terminal.
            try workspace.write(
                "ask",
                """
                mkdir -p home
                zmodload zsh/zpty
                zpty shell env HOME=$PWD/home PATH=$PWD/bin:$PATH fish --no-config -i
                zpty -w shell "stty columns 200; set -g fish_autosuggestion_enabled 0; function fish_prompt; end; source script.fish; echo rea''dy-to-ask"
                zpty -r -m shell out '*ready-to-ask*'
                zpty -n -w shell "$1"$'\\t'
                for name in "${@:2}"; do
                    [[ $seen == *$name* ]] || { zpty -r -m shell part "*$name*"; seen+=$part; }
                done
                print -r -- "$seen"
                zpty -d shell
                """)
            let words = line.offers.map { "'\($0)'" }.joined(separator: " ")
            let outcome = try await workspace.shell("timeout 60 zsh -f ask '\(line.text)' \(words)")
            for name in line.offers { #expect(outcome.stdout.contains(name), "\(outcome)") }
        }
    }

    @Test("A checklist with mistakes, and none at all, offer nothing and break nothing")
    func nothing() async throws {
        try await Self.with("bash") { workspace in
            try workspace.write("bad.yaml", "readiness: 1\nid: [\n")
            for words in ["bad.yaml", "none.yaml", "checklists"] {
                let outcome = try await workspace.readiness(
                    "---completion", "sign", "--", "positional@1", "3", "0", "readiness", "sign",
                    words, "")
                #expect(outcome.status == 0 && outcome.stderr.isEmpty, "\(outcome)")
                #expect(!outcome.stdout.contains { !$0.isNewline }, "\(outcome)")
            }
        }
    }
}
