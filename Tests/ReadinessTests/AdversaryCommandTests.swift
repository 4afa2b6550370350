import Testing

/// The ways to lose whoever uses the program, typed as they would be: rows 21 to 31 of the page.
///
/// `docs/security.md` is the page; `AdversaryTests` has the ways to make the program lie or break.
@Suite("What misleads whoever types it", .timeLimit(.minutes(10)))
struct AdversaryCommandTests {
    /// One of the list, as a script of a shell beside the sample checklist.
    struct Attempt: Sendable, CustomTestStringConvertible {
        let number: Int
        let testDescription: String
        let script: String
        /// A part of what has to be said.
        let wanted: String

        init(_ number: Int, _ name: String, _ script: String, says wanted: String) {
            self.number = number
            testDescription = "\(number): \(name)"
            self.script = script
            self.wanted = wanted
        }
    }

    private static let sign = "\"$READINESS\" sign \(SampleChecklist.path) reviewed --note n"

    static let attempts = [
        Attempt(
            21, "a ledger that is misspelt",
            "\(sign) --as ann@example.com --ledger typo.sqlite; test ! -e typo.sqlite && echo none",
            says: "There is no ledger at typo.sqlite."),
        Attempt(
            22, "the reports of two rollouts in one folder",
            "for c in one two; do \"$READINESS\" report \(SampleChecklist.path) --set cloud=$c "
                + "--as-of 2025-01-01 --output out; done; echo $(ls out | wc -l) files",
            says: "2 files"),
        Attempt(
            23, "a report whose text is not kept",
            "\"$READINESS\" report \(SampleChecklist.path) --no-record --output out; cat out/*.md",
            says: "is not on record"),
        Attempt(
            24, "a narrow terminal that hides a reason",
            "script -qec \"stty cols 40; '$READINESS' status \(SampleChecklist.path)\" /dev/null "
                + "| tr -d '\\r' | tr -s ' \\n' ' '",
            says: "ann@example.com or bob@example.com can."),
        Attempt(
            25, "a command, an option and a value that are misspelt",
            "for a in 'help staus' 'status x --sotr due' 'status x --sort duo' 'gate x --phas go'; do "
                + "\"$READINESS\" $a 2>&1 | grep -c 'did you mean'; done | tr -d '\\n'",
            says: "1111"),
        Attempt(
            26, "a rule that nobody can satisfy",
            "sed 's/, bob@example.com//' \(SampleChecklist.path) > one.yaml; "
                + "\"$READINESS\" lint one.yaml", says: "[no-signers-left]"),
        Attempt(
            27, "a step that was renamed since",
            "\(sign) --as ann@example.com; sed -i 's/id: reviewed/id: looked-at/' "
                + "\(SampleChecklist.path); \"$READINESS\" log \(SampleChecklist.path) --step reviewed",
            says: "signed reviewed for admin: n"),
        Attempt(
            28, "a new rule that is passed off as a rewording",
            "\(sign) --as ann@example.com; sed -i 's/Somebody else looked at it/It was looked at/; "
                + "s/not-by: .approved./count: 1, valid-for: 300d/' \(SampleChecklist.path); "
                + "\"$READINESS\" diff \(SampleChecklist.path) --editorial reviewed "
                + "--as bea@example.com --reason r",
            says: "evidence for other rules is not carried over"),
        Attempt(
            29, "many checklists, whose results look like those of one",
            "sed 's/id: sample/id: other/' \(SampleChecklist.path) > checklists/other.yaml; "
                + "\"$READINESS\" run checklists | tr -s ' '", says: "met other: present: file"),
        Attempt(
            30, "answers that are none, while steps are walked through",
            "printf 'y\\n\\nmaybe\\n' | \"$READINESS\" walk \(SampleChecklist.path) --as bob@example.com",
            says: "0 signed, 0 rejected"),
        Attempt(
            31, "a name of a zone that the page refuses",
            "sed 's|Europe/Berlin|CET|' \(SampleChecklist.path) > cet.yaml; "
                + "\"$READINESS\" lint cet.yaml", says: "\"CET\" is not an IANA time zone"),
    ]

    @Test("What was typed is taken for nothing else", arguments: attempts)
    func taken(_ attempt: Attempt) async throws {
        try await Workspace.withSample { workspace in
            let outcome = try await workspace.shell("{ \(attempt.script); } 2>&1")
            #expect(outcome.stdout.contains(attempt.wanted), "\(outcome)")
        }
    }

    @Test("Each of the list is among them")
    func count() {
        #expect(Set(Self.attempts.map(\.number)) == Set(21...31))
    }
}
