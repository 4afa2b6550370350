package import Rollout

/// Which entries of a log are shown; what is left empty leaves nothing out.
package struct LogFilter: Sendable {
    private let since: Instant?
    private let until: Instant?
    private let principals: Set<Principal>
    private let kinds: Set<StatementBody.Kind>

    /// - Parameters:
    ///   - since: The first moment of recording that is shown.
    ///   - until: The last one.
    ///   - principals: Who said it; of an entry on a check, who ran it.
    ///   - kinds: What was said.
    package init(
        since: Instant? = nil, until: Instant? = nil, principals: [Principal] = [],
        kinds: [StatementBody.Kind] = []
    ) {
        self.since = since
        self.until = until
        self.principals = Set(principals)
        self.kinds = Set(kinds)
    }

    func fits(_ entry: Entry) -> Bool {
        since.map { entry.recordedAt >= $0 } ?? true && until.map { entry.recordedAt <= $0 } ?? true
            && (principals.isEmpty || principals.contains(entry.statement.principal))
            && (kinds.isEmpty || kinds.contains(entry.statement.body.kind))
    }
}
