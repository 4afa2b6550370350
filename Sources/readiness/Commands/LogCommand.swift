import ArgumentParser
import ChecklistDecoding
import LedgerStorage
import Reporting
import Rollout

/// `readiness log`: shows what the ledger holds.
struct LogCommand: AsyncParsableCommand {
    /// How records are shown.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
        /// The exact stored bytes, one record on each line.
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show what is on record.",
        discussion: """
            --format jsonl writes the exact stored bytes, one record on each line; without a checklist \
            that is a whole ledger, which every command reads again with --ledger FILE.jsonl.
            """)

    @Argument(help: ArgumentHelp("Only records about this checklist.", valueName: "checklist"))
    var checklist: String?

    @Option(help: ArgumentHelp("Only records about this step.", valueName: "step"))
    var step: String?

    @Option(help: ArgumentHelp("text, json or jsonl.", valueName: "name"))
    var format: Format = .text

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if step != nil, format == .jsonl {
            throw ValidationError("--format jsonl writes whole ledgers and takes no --step.")
        }
        if step != nil, checklist == nil {
            throw ValidationError("--step needs the checklist that it is in.")
        }
    }

    func run() async throws {
        var id: String?
        var zone = Zone.utc
        if let checklist {
            let loaded = try await ChecklistLoading.load(
                checklist, parameters: parameters, ledger: ledger)
            id = loaded.checklist.id
            zone = loaded.checklist.zone
            if let step, loaded.checklist.steps(named: step).isEmpty {
                throw CommandFailure.unknown("step", step, known: loaded.checklist.steps.map(\.id))
            }
        }
        let ledger = LedgerLocation.ledger(self.ledger, for: checklist)
        if format == .jsonl {
            let lines = try await ledger.lines(of: id)
            try await ledger.close()
            try Terminal.write(lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined())
            return
        }
        let all = try await ledger.records(of: nil)
        try await ledger.close()
        let records = all.filter { record in
            guard record.checklist == id ?? record.checklist else { return false }
            guard let step else { return true }
            return record.event.step == step || record.event.step?.hasPrefix("\(step)/") ?? false
        }
        switch format {
        case .text: try Terminal.write(records.map { RecordLine.text($0, zone) + "\n" }.joined())
        case .json, .jsonl:
            let values = try records.map { record -> JSONValue in
                let value = try JSONValue(jsonBytes: record.canonicalBytes)
                return ["digest": .string(record.digest.description), "record": value]
            }
            try Terminal.write(JSONValue.array(values).prettyText + "\n")
        }
    }
}
