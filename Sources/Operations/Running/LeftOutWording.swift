import Reporting
import Rollout

/// What a run leaves out because it is carried out from elsewhere, and how that is done.
package enum LeftOutWording {
    /// As many steps as a sentence bears.
    private static let mostSteps = 4

    package static func sentence(_ left: RunSite.LeftOut) -> String {
        let steps = Prose.list(left.steps.map(\.text), "and", most: mostSteps)
        let checklist = ShellWord.quoted(left.checklist)
        let asks = left.steps.count == 1 ? "asks" : "ask"
        guard !left.sites.isEmpty else {
            return "Not carried out: \(steps), which \(asks) for no site; "
                + "`readiness run \(checklist)` without --site does."
        }
        let runs = left.sites.map { "`readiness run \(checklist) --site \($0)`" }
        return "Not carried out: \(steps), which \(asks) for "
            + "\(Prose.list(left.sites.map(\.text), "and")). Run from each site: "
            + runs.joined(separator: ", ") + "."
    }
}
