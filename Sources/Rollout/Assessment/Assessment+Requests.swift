extension Assessment {
    /// The requests for changes that count, in the order of the ledger: by the rule that judges who
    /// asked.
    package var requests: [Entry] {
        entries.filter { entry in
            guard case .request = entry.statement.body,
                checklist.foreignness(of: entry.statement) == nil,
                let step = entry.statement.step.flatMap({ checklist.step($0.id) })
            else { return false }
            return RequestedChange([entry], of: step, in: checklist) != nil
        }
    }
}
