/// A record before the ledger gave it a place and a time.
package struct RecordDraft: Hashable, Sendable {
    package let checklist: String
    package let principal: String
    package let event: Event

    package init(checklist: String, principal: String, event: Event) {
        self.checklist = checklist
        self.principal = principal
        self.event = event
    }
}
