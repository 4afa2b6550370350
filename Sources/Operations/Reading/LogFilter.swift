package import Rollout

/// Which entries of a log are shown; what is left empty leaves nothing out.
package struct LogFilter: Sendable {
    private let since: Instant?
    private let until: Instant?
    private let principals: Set<Principal>
    private let kinds: Set<StatementBody.Kind>
    private let rollouts: [Checklist]

    /// - Parameters:
    ///   - since: The first moment of recording that is shown.
    ///   - until: The last one.
    ///   - principals: Who said it; of an entry on a check, who ran it.
    ///   - kinds: What was said.
    ///   - rollouts: For which targets and values; what is about the text is for all.
    package init(
        since: Instant? = nil, until: Instant? = nil, principals: [Principal] = [],
        kinds: [StatementBody.Kind] = [], rollouts: [Checklist] = []
    ) {
        self.rollouts = rollouts
        self.since = since
        self.until = until
        self.principals = Set(principals)
        self.kinds = Set(kinds)
    }

    func fits(_ entry: Entry) -> Bool {
        since.map { entry.recordedAt >= $0 } ?? true && until.map { entry.recordedAt <= $0 } ?? true
            && (principals.isEmpty || principals.contains(entry.statement.principal))
            && (kinds.isEmpty || kinds.contains(entry.statement.body.kind))
            && (rollouts.isEmpty || isAboutText(entry)
                || rollouts.contains { $0.foreignness(of: entry.statement) == nil })
    }

    private func isAboutText(_ entry: Entry) -> Bool {
        [.checklistText, .approval].contains(entry.statement.body.kind)
    }
}
