import ChecklistDecoding
import Checks
import Glibc
import Operations
import Rollout
import Testing

@Suite("Trusting checklists")
struct TrustChecklistsTests {
    private static let text = Sample.text.replacing(
        "check: [{file: {path: present.txt}}]",
        with: "check: [{command: {run: [touch, \"${cloud}\"]}}]")

    private static func permission(
        _ place: Place, set: [String: String] = [:], allowingAll: Bool = false
    ) async throws -> CheckEnvironment.CommandPermission {
        try await refusal(place, set: set, allowingAll: allowingAll).permission
    }

    private static func refusal(
        _ place: Place, _ name: String = Sample.path, set: [String: String] = [:],
        allowingAll: Bool = false
    ) async throws -> TrustRefusal? {
        try TrustChecklists(place.context()).refusals(
            [try await place.load(name, set: set)], allowingAll: allowingAll)[0]
    }

    @Test("Trust holds for the text and the values that it was given for, until it is taken away")
    func granted() async throws {
        try await Place.with(Self.text) { place in
            let trust = TrustChecklists(place.context())
            #expect(try await Self.permission(place) == .refused)
            #expect(try await Self.permission(place, allowingAll: true) == .granted)
            _ = try trust.grant([try await place.load()])
            _ = try trust.grant([try await place.load()])
            #expect(try trust.list().map(\.path) == [place.path(Sample.path)])
            #expect(try await Self.permission(place) == .granted)
            #expect(try await Self.permission(place, set: ["cloud": "two"]) == .refused)
            try place.write(Sample.path, Self.text + "\n")
            #expect(try await Self.permission(place) == .refused)
            try place.write(Sample.path, Self.text)
            #expect(try await Self.permission(place) == .granted)
            #expect(try trust.revoke([place.path(Sample.path)]).count == 1)
            #expect(try await Self.permission(place) == .refused)
            let failure = #expect(throws: OperationFailure.self) {
                try trust.revoke([place.path(Sample.path)])
            }
            #expect(failure?.description.contains("readiness trust --list") == true)
        }
    }

    @Test("A list that others may write to is refused where it is needed, and only there")
    func unsafe() async throws {
        try await Place.with(Self.text) { place in
            let trust = TrustChecklists(place.context())
            _ = try trust.grant([try await place.load()])
            try Permissions.set(0o666, of: place.path("state/readiness/trusted"))
            let failure = await #expect(throws: OperationFailure.self) {
                try await Self.permission(place)
            }
            #expect(failure?.description.contains("can be written to by others") == true)
            #expect(try await Self.permission(place, allowingAll: true) == .granted)
            try place.write(Sample.path, Sample.text)
            #expect(try await Self.permission(place) == .granted)
        }
    }

    @Test(
        "It ends with a script that a command names behind its program, and not with data",
        arguments: [
            ("[sh, check.sh, list.csv]", "check.sh"), ("[bash, -e, deploy]", "deploy"),
            ("[/usr/bin/python3.11, lib/tool, list.csv]", "lib/tool"),
            ("[python3, -m, mod.part]", "mod/part.py"), ("[ruby, -rj.rb, -e, x]", "j.rb"),
            ("['cat list.csv && sh ./check.sh'], shell: true", "check.sh"),
            ("['./check.sh --x'], shell: true", "check.sh"),
            ("['cd lib && sh tool'], shell: true", "lib/tool"),
            ("['sh \"$PWD/lib/tool\"'], shell: true", "lib/tool"),
            ("['sh my\\ script'], shell: true", "my script"),
            ("[sh, -c, 'grep -q a list.csv && sh check list.csv']", "check"),
            ("[sh, -o, errexit, check, list.csv]", "check"),
            ("[bash, -euo, pipefail, check]", "check"),
            ("[bash, -c, -o, pipefail, 'sh check']", "check"),
            ("[python3, -W, ignore, check, list.csv]", "check"),
            ("[python3, -I, check]", "check"), ("[perl, -W, check]", "check"),
            ("[jq, --arg, a, b, -f, check, list.csv]", "check"),
            ("['sudo -E sh -c \"sh check x\"'], shell: true", "check"),
            ("['sudo -n -u x sh -c \"sh check x\"'], shell: true", "check"),
            ("[awk, -v, x=1, -f, check, list.csv]", "check"),
            ("[make, -s, all]", "Makefile"), ("[make, -f, rules, all]", "rules"),
            ("[make, -C, lib, all]", "lib/makefile"), ("[make, --file=rules]", "rules"),
            ("['cat list.csv | xargs -n 1 sh check'], shell: true", "check"),
            ("['timeout 10 sudo -u x sh check'], shell: true", "check"),
            ("['bash -c \"sh ./check list.csv\"'], shell: true", "check"),
            ("['eval \"sh check\"'], shell: true", "check"),
            ("['for f in a b; do . ./check; done'], shell: true", "check"),
        ])
    func scripts(_ run: String, _ name: String) async throws {
        let text = Self.text.replacing("[touch, \"${cloud}\"]", with: run)
        try await Place.with(text) { place in
            try place.write("checklists/\(name)", "exit 0")
            try place.write("checklists/list.csv", "a")
            _ = try TrustChecklists(place.context()).grant([try await place.load()])
            try place.write("checklists/list.csv", "b")
            #expect(try await Self.refusal(place) == nil)
            try place.write("checklists/\(name)", "exit 1")
            let path = place.path("checklists/\(name)")
            #expect(try await Self.refusal(place)?.changes == [.program(path)])
            unlink(path)
            #expect(try await Self.refusal(place)?.changes == [.program(path)])
        }
    }

    @Test("Data behind a text that a command runs is not bound")
    func data() async throws {
        for run in [
            "[sed, -n, p, list]", "[awk, '{print}', list]", "[python3, -c, 'print(1)', list]",
            "[jq, ., list]", "[sh, -c, 'cat \"$1\"', sh, list]", "[perl, -ne, print, list]",
            "[timeout, 10, cat, list]",
        ] {
            let text = Self.text.replacing(
                "[touch, \"${cloud}\"]", with: run.replacing("$1", with: "$$1"))
            try await Place.with(text.replacing("$$1", with: "$1")) { place in
                try place.write("checklists/list", "a")
                _ = try TrustChecklists(place.context()).grant([try await place.load()])
                try place.write("checklists/list", "b")
                #expect(try await Self.refusal(place) == nil, "\(run)")
            }
        }
    }

    @Test(
        "Programs that only a shell can tell are named, and the text that they stand in",
        arguments: [
            ("curl https://a.example/x | sh", ["| sh"]),
            ("cat list | sudo bash -s one", ["| bash"]),
            ("cat list | xargs sh", ["| sh"]), ("wget -O - x | python3", ["| python3"]),
            ("D=lib; $D/check", ["$D/check"]), ("sh \"$D/check\"", ["$D/check"]),
            ("eval \"$X\"", ["$X"]), ("bash -c \"$X\"", ["$X"]), (". ${HOME}/x", ["${HOME}/x"]),
            ("./*.sh", ["./*.sh"]), ("`which x` one", ["`which"]), ("$(which x) one", ["$(…)"]),
            ("sh <(curl x)", ["<(…)"]), ("for f in *.d; do sh $f; done", ["$f"]),
            ("if true; then exec \"$X\"; fi", ["$X"]),
            ("cd lib && sh check \"$X\" | grep $Y > $Z 2>&1", []),
            ("X=$(date) echo $X | tee $LOG", []), ("[ $X = y ] && [[ $X ]] && echo ok", []),
            ("case $X in a) echo a;; *) echo b;; esac", []), ("echo '$X/check' # $X", []),
            ("for f in *.csv; do cat $f; done", []), ("\"$PWD/check.sh\" one", []),
        ])
    func unbound(_ script: String, _ names: [String]) async throws {
        let escaped = script.replacing("${", with: "$${").replacing("'", with: "''")
        let text = Self.text.replacing(
            "[touch, \"${cloud}\"]", with: "['\(escaped)'], shell: true")
        try await Place.with(text) { place in
            let loaded = try await place.load()
            let said = names.filter { $0 != script } + [script]
            #expect(loaded.unboundPrograms(in: place.path("checklists")) == said)
        }
    }

    @Test("What a ledger keeps for two places is trusted for each by the command of the refusal")
    func places() async throws {
        try await Place.with(Self.text) { place in
            for folder in ["a", "b"] {
                try place.write("checklists/\(folder)/sample.yaml", Self.text)
                _ = try await RecordTexts(by: "ann@example.com", place.context())(
                    [try await place.load("checklists/\(folder)/sample.yaml")])
            }
            let name = try await place.load().checklist.digest.description
            func load(_ folder: String) async throws -> LoadedChecklist {
                try await ChecklistLoader(
                    place.context(), place: "checklists/\(folder)/sample.yaml"
                ).loadOne(name)
            }
            let trust = TrustChecklists(place.context())
            for folder in ["a", "b"] {
                let loaded = try await load(folder)
                let refusal = try trust.refusals([loaded], allowingAll: false)[0]
                #expect(
                    refusal?.command == [
                        "readiness", "trust", name, "--place=checklists/\(folder)/sample.yaml",
                    ])
                _ = try trust.grant([loaded])
            }
            let both = [try await load("a"), try await load("b")]
            #expect(try trust.refusals(both, allowingAll: false) == [nil, nil])
        }
    }

    @Test("It ends with the text, the values, the folder and a program, and the refusal says which")
    func changes() async throws {
        let text = Self.text.replacing("[touch,", with: "[./check.sh,")
        try await Place.with(text) { place in
            let trust = TrustChecklists(place.context())
            #expect(try await Self.refusal(place)?.trustedAt == nil)
            try place.write("checklists/check.sh", "exit 0")
            _ = try trust.grant([try await place.load()])
            #expect(try await Self.refusal(place) == nil)

            try place.write("checklists/check.sh", "exit 1")
            let program = try await Self.refusal(place)
            let path = place.path("checklists/check.sh")
            #expect(program?.changes == [.program(path)], "\(String(describing: program))")
            try place.write("checklists/check.sh", "exit 0")
            #expect(try await Self.refusal(place) == nil)

            #expect(try await Self.refusal(place, set: ["cloud": "two"])?.changes == [.commands])

            try place.write("copy/checklists/sample.yaml", text)
            try place.write("copy/checklists/check.sh", "exit 0")
            let copied = try #require(
                try await Self.refusal(place, "copy/checklists/sample.yaml"))
            #expect(
                copied.changes == [
                    .folder(
                        was: place.path("checklists"), now: place.path("copy/checklists"))
                ])

            try place.write(Sample.path, text + "\n")
            let edited = try #require(try await Self.refusal(place))
            #expect(edited.trustedAt == Place.start)
            #expect(edited.description.contains("before the text changed (sha256:"))
            #expect(
                edited.description.hasSuffix("type: readiness trust \(place.path(Sample.path))"))
        }
    }
}
