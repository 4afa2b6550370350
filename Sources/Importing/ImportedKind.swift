/// What an announcement was read from, with all that was read.
package enum ImportedKind: Sendable {
    case post(ReadAnnouncement)
    case page(PageAnnouncement)
    case plan(PlanDraft)
}
