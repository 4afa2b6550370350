import Foundation
package import Rollout

/// A ledger in a text file, as the lines of another ledger were exported: it is only read.
///
/// One record in canonical JSON per line, each ended by a line feed, in the order of the ledger.
package struct TextLedger: Ledger {
    private let path: String
    private let thread = BlockingThread()

    /// A ledger at a path; nothing is opened yet.
    package init(path: String) {
        self.path = path
    }

    package func append(_ drafts: [RecordDraft], at now: Instant) async throws -> [Record] {
        guard !drafts.isEmpty else { return [] }
        throw LedgerError.readOnlyKind(path: path)
    }

    package func records(of checklist: String?) async throws -> [Record] {
        try await thread.run { try rows(of: checklist).map(\.record) }
    }

    package func lines(of checklist: String?) async throws -> [[UInt8]] {
        try await thread.run { try rows(of: checklist).map(\.line) }
    }

    package func texts(withDigestPrefix digits: String) async throws -> [StoredText] {
        try await thread.run {
            try rows(of: nil).compactMap { StoredText($0.record) }
                .filter { $0.digest.hex.hasPrefix(digits) }
        }
    }

    package func close() async throws {}

    /// Reads and verifies the whole file, whatever part of it is asked for.
    private func rows(
        of checklist: String?
    ) throws(LedgerError) -> [(record: Record, line: [UInt8])] {
        let bytes = try content()
        guard bytes.last.map({ $0 == UInt8(ascii: "\n") }) ?? true else {
            throw damage(
                bytes.count { $0 == UInt8(ascii: "\n") } + 1,
                "the line does not end, so that the file was cut off")
        }
        var verification = RecordVerification(path: path)
        var texts: Set<ContentDigest> = []
        var rows: [(record: Record, line: [UInt8])] = []
        var start = 0
        var sequence = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = Array(bytes[start..<end])
            start = end + 1
            sequence += 1
            guard line.last != UInt8(ascii: "\r") else {
                throw damage(sequence, "the line ends in CR LF; something rewrote the line ends")
            }
            let record = try verification.record(at: sequence, bytes: line, stored: nil)
            if let text = StoredText(record), !texts.insert(text.digest).inserted {
                throw damage(sequence, "it repeats the text of a checklist")
            }
            if checklist.map({ $0.utf8.elementsEqual(record.checklist.utf8) }) ?? true {
                rows.append((record, line))
            }
        }
        return rows
    }

    private func content() throws(LedgerError) -> [UInt8] {
        guard try SQLiteFile(path: path).identity() != nil else {
            throw .unreadable(path: path, reason: "there is no such file; check the path")
        }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .unreadable(path: path, reason: "the system does not let it be read")
        }
    }

    private func damage(_ sequence: Int, _ reason: String) -> LedgerError {
        .damaged(path: path, sequence: sequence, reason: reason)
    }
}
