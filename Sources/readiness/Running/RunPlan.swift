import ChecklistDecoding
import Checks
import Foundation
import Rollout

/// The checks of a run, in the order of the checklists.
struct RunPlan {
    /// Which steps a run is about; an empty list leaves nothing out.
    struct Filter {
        let roles: [String]
        let phases: [String]
        let steps: [String]
    }

    /// A check with the step and checklist that it belongs to.
    struct Entry: Sendable {
        /// The place of the checklist on the command line.
        let source: Int
        let checklist: Checklist
        let step: Step
        let planned: PlannedCheck
    }

    /// The checks to carry out, in the order of the results.
    let entries: [Entry]

    /// Chooses the checks of the steps that apply and fit.
    ///
    /// - Throws: `CommandFailure` where the filter names what no checklist has.
    init(_ loaded: [LoadedChecklist], filter: Filter, commands: [Surroundings.CommandPermission])
        throws
    {
        try Self.check(filter, against: loaded.map(\.checklist))
        entries = zip(loaded.indices, zip(loaded, commands)).flatMap { source, pair in
            Self.entries(of: pair.0, at: source, filter, pair.1)
        }
    }

    private static func entries(
        of loaded: LoadedChecklist, at source: Int, _ filter: Filter,
        _ commands: Surroundings.CommandPermission
    ) -> [Entry] {
        let surroundings = Surroundings(
            folder: folder(of: loaded.path), timeout: loaded.timeout, commands: commands,
            variables: Machine.commandVariables, clock: { Machine.now() })
        return loaded.checklist.steps.filter {
            loaded.checklist.applicability(of: $0) == .applies && fits($0, filter)
        }
        .flatMap { step in
            loaded.checks[step.id, default: []].enumerated().map { position, check in
                Entry(
                    source: source, checklist: loaded.checklist, step: step,
                    planned: PlannedCheck(
                        position: position, check: check, surroundings: surroundings)
                )
            }
        }
    }

    private static func fits(_ step: Step, _ filter: Filter) -> Bool {
        (filter.roles.isEmpty || filter.roles.contains(step.role))
            && (filter.phases.isEmpty || filter.phases.contains(step.due.phase))
            && (filter.steps.isEmpty || filter.steps.contains(step.id)
                || filter.steps.contains(step.family))
    }

    private static func check(_ filter: Filter, against checklists: [Checklist]) throws {
        let roles = checklists.flatMap { $0.roles.map(\.id) }
        let phases = checklists.flatMap { $0.timeline.map(\.id) }
        let steps = checklists.flatMap { $0.steps.flatMap { [$0.id, $0.family] } }
        for (name, given, known) in [
            ("role", filter.roles, roles), ("phase", filter.phases, phases),
            ("step", filter.steps, steps),
        ] {
            for unknown in given where !known.contains(unknown) {
                throw CommandFailure.unknown(name, unknown, known: known)
            }
        }
    }

    /// The folder of a checklist from the root, because a command starts in a folder of its own; the
    /// working directory for a text out of the ledger.
    private static func folder(of path: String) -> String {
        let file = path.hasPrefix("sha256:") ? "checklist" : path
        return URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent().path
    }
}
