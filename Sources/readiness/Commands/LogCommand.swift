import CanonicalJSON
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
        let path = LedgerLocation.path(ledger, for: checklist)
        LedgerLocation.noteWhereMissing(path, self.ledger)
        let ledger = LedgerFormat(path: path).ledger(at: path)
        if format == .jsonl {
            let lines = try await ledger.lines(of: id)
            try await ledger.close()
            try Terminal.write(lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined())
            return
        }
        let all = try await ledger.records(of: nil)
        try await ledger.close()
        let records = selected(all, about: id)
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

    /// The records that were asked for: of a checklist, and of a step or all of its for-each.
    private func selected(_ all: [Record], about id: String?) -> [Record] {
        let records = all.filter { $0.checklist == id ?? $0.checklist }
        guard let step else { return records }
        let steps = Dictionary(
            records.map { ($0.sequence, $0.event.step() ?? "") }
        ) { first, _ in first }
        return records.filter { record in
            guard let about = record.event.step(steps) else { return false }
            return about == step || about.hasPrefix("\(step)/")
        }
    }
}
