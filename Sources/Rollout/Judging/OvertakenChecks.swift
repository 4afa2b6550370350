/// Finds met outcomes that are signed and came out of their order: whoever kept one back must not
/// undo the no that was observed meanwhile.
struct OvertakenChecks {
    private struct Line: Hashable {
        let step: StepReference?
        let position: Int
        let kind: String
        let site: String?
    }

    /// The no that was observed last, of each check from each site.
    private var noes: [Line: (at: Instant, entry: Int)] = [:]

    /// The sequence of the no that an outcome was observed before; takes the outcome in where there
    /// is none.
    mutating func no(after entry: Entry, _ observed: Instant) -> Int? {
        guard case .check(let report) = entry.statement.body else { return nil }
        let line = Line(
            step: entry.statement.step, position: report.position, kind: report.kind,
            site: entry.statement.site)
        let last = noes[line]
        guard report.outcome == .met else {
            if last.map({ $0.at < observed }) ?? true { noes[line] = (observed, entry.sequence) }
            return nil
        }
        guard entry.authentication.signer != nil, let last, observed < last.at else { return nil }
        return last.entry
    }
}
