import Foundation
import Testing

@Suite("Where the output goes", .timeLimit(.minutes(10)))
struct OutputTests {
    static let commands = [
        "--help", "lint X", "run X", "status X", "report X", "gate X --phase first", "log",
        "schema",
        "trust X", "sign X reviewed --as bob@example.com --note n",
    ]

    @Test("A result that nobody gets is never a success", arguments: commands)
    func noOutput(_ command: String) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let command = command.replacing("X", with: SampleChecklist.path)
            for place in ["> /dev/full", ">&-"] {
                let outcome = try await workspace.shell("\"$READINESS\" \(command) \(place)")
                #expect(outcome.status == 74, "\(place): \(outcome)")
                #expect(outcome.stderr.contains("could not be written to standard output"))
            }
        }
    }

    @Test("A reader that has seen enough ends the program quietly", arguments: commands)
    func readerGone(_ command: String) async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let command = command.replacing("X", with: SampleChecklist.path)
            // The reader is gone before the program starts.
            let outcome = try await workspace.shell(
                """
                mkfifo gone
                { read _ < gone; "$READINESS" \(command); echo $? > status; } 2> told |
                    { exec <&-; echo > gone; }
                """)
            #expect(outcome.stdout.isEmpty)
            #expect(try workspace.read("status") == "141\n")
            let told = try workspace.read("told")
            #expect(!told.contains("error"), "\(told)")
        }
    }

    @Test("With all streams closed the ledger is written to by nobody but the ledger")
    func closedStreams() async throws {
        try await Workspace.withSample { workspace in
            try await workspace.makeReady()
            let run = try await workspace.shell(
                "\"$READINESS\" run \(SampleChecklist.path) <&- >&- 2>&-")
            #expect(run.status == 74)
            let log = try await workspace.readiness("log", "--format", "jsonl")
            #expect(log.status == 0, "\(log)")
            #expect(log.stdout.split(separator: "\n").count == 5)
        }
    }

    @Test("A reader of stderr that goes away does not keep outcomes from being recorded")
    func brokenPipe() async throws {
        try await Workspace.withSample { workspace in
            let run = try await workspace.shell(
                "{ \"$READINESS\" run \(SampleChecklist.path) > out; echo $? > status; } 2>&1 | true"
            )
            #expect(run.status == 0)
            #expect(try workspace.read("status") == "0\n")
            #expect(try workspace.read("out").contains("1 met"))
        }
    }

    @Test("The result is on stdout alone, progress on stderr alone")
    func streams() async throws {
        try await Workspace.withSample { workspace in
            let run = try await workspace.readiness("run", SampleChecklist.path)
            #expect(run.status == 0)
            #expect(run.stdout.hasPrefix("met          present: file present.txt: "))
            #expect(run.stdout.hasSuffix("\n1 met, 0 unmet, 0 undetermined\n"))
            #expect(run.stderr.hasPrefix("[1/1]\n"))
            #expect(!run.stderr.contains("\u{1B}"))
            let status = try await workspace.readiness("status", SampleChecklist.path)
            #expect(
                status.stderr == "Judged by the ledger .readiness/ledger.sqlite (2 entries).\n")
            #expect(!status.stdout.contains("\u{1B}"))
        }
    }

    @Test("A table that goes to a program is not cut")
    func uncut() async throws {
        try await Workspace.withSample { workspace in
            let long = String(repeating: "very ", count: 60) + "long"
            try workspace.edit("title: A sample rollout", "title: \(long)")
            let status = try await workspace.readiness("status", SampleChecklist.path)
            #expect(status.stdout.contains(long))
        }
    }

    @Test("A terminal gets colours and a bar, unless it or the user wants none")
    func terminal() async throws {
        try await Workspace.withSample { workspace in
            func typescript(_ command: String, _ environment: [String: String]) async throws
                -> String
            {
                let outcome = try await workspace.shell(
                    "script -qec '\"$READINESS\" \(command) \(SampleChecklist.path)' /dev/null",
                    environment: environment)
                return outcome.stdout
            }
            let run = try await typescript("run", [:])
            #expect(run.contains("\u{1B}[2K████") && run.contains(" 1/1 "), "\(run)")
            #expect(!run.contains("[1/1]"))
            let dumbRun = try await typescript("run", ["TERM": "dumb"])
            #expect(dumbRun.contains("[1/1]") && !dumbRun.contains("\u{1B}"), "\(dumbRun)")
            #expect(try await typescript("status", [:]).contains("\u{1B}[31mNO-GO\u{1B}[0m"))
            #expect(try await !typescript("status", ["NO_COLOR": "1"]).contains("\u{1B}"))
            #expect(try await typescript("status", ["NO_COLOR": ""]).contains("\u{1B}[31m"))
            #expect(try await !typescript("status", ["TERM": "dumb"]).contains("\u{1B}"))
        }
    }

    @Test("A report that cannot be put in place leaves the old one and no part of the new one")
    func reportPlace() async throws {
        try await Workspace.withSample { workspace in
            let name = "sample-20250101T000000Z.md"
            func report(_ folder: String) async throws -> Outcome {
                try await workspace.readiness(
                    "report", SampleChecklist.path, "--as-of", "2025-01-01T00:00:00Z", "--output",
                    folder)
            }
            let made = try await report("new/deep/")
            #expect(made.status == 1)
            #expect(made.stdout == "new/deep/\(name): NO-GO\n")
            #expect(try workspace.names(in: "new/deep") == [name])
            let again = try await report("new/deep")
            #expect(again.status == 1)
            #expect(try workspace.names(in: "new/deep") == [name])

            try workspace.write("file", "old")
            let onFile = try await report("file")
            #expect(
                onFile.status == 74 && onFile.stderr.contains("file cannot be made"), "\(onFile)")
            #expect(try workspace.read("file") == "old")

            try workspace.makeFolder("taken/\(name)")
            let onFolder = try await report("taken")
            #expect(
                onFolder.status == 74 && onFolder.stderr.contains("it is a folder"), "\(onFolder)")
            #expect(try workspace.names(in: "taken") == [name])

            let nowhere = try await report("/proc/self")
            #expect(nowhere.status == 74 && nowhere.stdout.isEmpty, "\(nowhere)")
        }
    }

    @Test("A disk that fills up keeps the old report and leaves no part of the new one")
    func fullDisk() async throws {
        try await Workspace.withSample { workspace in
            try workspace.write("out/sample-20250101T000000Z.md", "old")
            // A limit on the size of files stands in for a full disk.
            let outcome = try await workspace.shell(
                """
                trap '' XFSZ; ulimit -f 1; "$READINESS" report \(SampleChecklist.path) \
                --as-of 2025-01-01T00:00:00Z --output out --no-record
                """)
            #expect(outcome.status == 74, "\(outcome)")
            #expect(outcome.stderr.contains("Nothing was changed"))
            #expect(try workspace.names(in: "out") == ["sample-20250101T000000Z.md"])
            #expect(try workspace.read("out/sample-20250101T000000Z.md") == "old")
        }
    }

    @Test("A note that a pipeline would obey is broken in every output, and the record keeps it")
    func pipelines() async throws {
        try await Workspace.withSample { workspace in
            let note = "::error::no ##vso[task.complete result=Succeeded] ##[error]x \u{1B}[31m"
            let signed = try await workspace.readiness(
                "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--reject",
                "--note", note)
            #expect(signed.status == 0, "\(signed)")
            for arguments in [
                "log", "log --format json", "status X", "status X --format json",
                "gate X --phase first", "gate X --phase first --format json",
                "run X", "run X --format json",
            ] {
                let outcome = try await workspace.shell(
                    "\"$READINESS\" " + arguments.replacing("X", with: SampleChecklist.path))
                let text = outcome.stdout + outcome.stderr
                #expect(text.contains("task.complete") || arguments == "run X", "\(outcome)")
                #expect(!text.contains("##vso[") && !text.contains("##["), "\(outcome)")
                #expect(!text.contains("\u{1B}"), "\(outcome)")
                #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") })
            }
            let exact = try await workspace.readiness("log", "--format", "jsonl")
            #expect(exact.stdout.contains("##vso["))
        }
    }
}
