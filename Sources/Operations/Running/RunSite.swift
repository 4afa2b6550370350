import ChecklistDecoding
package import Rollout

/// From where a run is made, and what of each checklist is looked at from there.
///
/// A checklist without sites is carried out as a whole from wherever it is run. Where it has sites, a
/// step that asks for some is carried out from each of them, and every other step by a run that names
/// none: what is asked of a site is written down, and nothing is carried out from more places than that.
package struct RunSite: Sendable {
    /// Nil where the place has no name.
    package let id: SiteID?

    /// - Throws: `OperationFailure` for a name that none of the checklists with sites has.
    init(_ id: SiteID?, knownBy checklists: [Checklist]) throws(OperationFailure) {
        self.id = id
        let known = checklists.flatMap(\.sites).map(\.id)
        guard let id, !known.isEmpty, !known.contains(id) else { return }
        throw .unknown(.site, id.text, known: known.map(\.text))
    }

    func looks(at step: Step, of checklist: Checklist) -> Bool {
        guard !checklist.sites.isEmpty else { return true }
        return id.map(step.sites.contains) ?? step.sites.isEmpty
    }

    /// Steps of a checklist that were meant and are carried out from elsewhere.
    package struct LeftOut: Hashable, Sendable {
        /// What the operator named the checklist by.
        package let checklist: String
        package let steps: [StepID]
        /// The sites that they ask for; empty where they ask for none.
        package let sites: [SiteID]
    }

    /// What a run leaves out of the steps that it would be about: for one from a site, only those
    /// of no site, because the other sites have runs of their own.
    func leftOut(_ steps: [Step], of loaded: LoadedChecklist) -> LeftOut? {
        let left = steps.filter {
            !looks(at: $0, of: loaded.checklist) && (id == nil || $0.sites.isEmpty)
        }
        guard !left.isEmpty else { return nil }
        let sites = Set(left.flatMap(\.sites))
        return LeftOut(
            checklist: loaded.source.description, steps: left.map(\.id),
            sites: loaded.checklist.sites.map(\.id).filter(sites.contains))
    }
}
