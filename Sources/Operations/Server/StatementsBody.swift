import LedgerStorage
import Rollout

/// Statements with their signatures as they are sent: each on one line, with its signature below it.
///
/// Canonical JSON has no line feed in it, and no line of an armoured signature begins with a brace.
struct StatementsBody: Hashable, Sendable {
    static let mediaType = "application/vnd.readiness.statements"
    /// How many bytes one request may have.
    static let mostBytes = 4 << 20
    /// How many statements one request may have.
    static let most = 1000

    let drafts: [Draft]

    init(_ drafts: [Draft]) { self.drafts = drafts }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for draft in drafts {
            bytes += draft.statement.canonicalBytes + [10]
            guard let signature = draft.signature else { continue }
            bytes += signature.utf8
            if !signature.hasSuffix("\n") { bytes.append(10) }
        }
        return bytes
    }

    /// Why a body cannot be read; a clause.
    struct Mistake: Error, Hashable {
        let reason: String
    }

    /// Reads a body; no signature is verified.
    init(_ bytes: [UInt8]) throws(Mistake) {
        guard bytes.last == 10 else { throw Mistake(reason: "it does not end in a line feed") }
        var drafts: [(statement: ArraySlice<UInt8>, signature: [UInt8])] = []
        for line in bytes.dropLast().split(separator: 10, omittingEmptySubsequences: false) {
            if line.first == UInt8(ascii: "{") {
                drafts.append((line, []))
            } else if drafts.isEmpty {
                throw Mistake(reason: "it does not begin with a statement")
            } else {
                drafts[drafts.count - 1].signature += line + [10]
            }
        }
        guard drafts.count <= Self.most else {
            throw Mistake(reason: "it has more than \(Self.most) statements")
        }
        var read: [Draft] = []
        for (number, draft) in drafts.enumerated() {
            guard draft.statement.count + draft.signature.count <= Entry.mostBytes else {
                throw Mistake(reason: "statement \(number + 1) is too long for an entry")
            }
            let statement: Statement
            do {
                statement = try Statement(canonicalBytes: Array(draft.statement))
            } catch {
                throw Mistake(reason: "statement \(number + 1) \(error)")
            }
            let text = String(validating: draft.signature, as: UTF8.self)
            guard let text else {
                throw Mistake(reason: "the signature of statement \(number + 1) is not text")
            }
            read.append(Draft(statement, signature: text.isEmpty ? nil : text))
        }
        self.drafts = read
    }
}
