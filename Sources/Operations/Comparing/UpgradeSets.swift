package import ChecklistDecoding
import Files
import LocatedYAML
package import Rollout

/// Finds out what newer texts of a checklist's step sets change, and takes them over.
package struct UpgradeSets: Sendable {
    private let context: OperationContext
    private let target: TargetID?
    private let chosen: [String: String]

    package init(
        _ context: OperationContext, target: TargetID? = nil, chosen: [String: String] = [:]
    ) {
        self.context = context
        self.target = target
        self.chosen = chosen
    }

    package struct Outcome: Sendable {
        package let states: [SetStates.State]
        /// What the new texts change against the newest text on record; nil where nothing is on
        /// record, or nothing would change.
        package let comparison: CompareChecklists.Outcome?
        package let isWritten: Bool
    }

    /// The sets of a checklist as they are in their files.
    package func states(of path: String) throws -> SetStates {
        do {
            return try SetStates(path: path)
        } catch {
            throw OperationFailure.invalid(error.all)
        }
    }

    /// Compares, and writes the new digests where that is asked for.
    ///
    /// What would be wrong with the checklist afterwards is refused, and so is a digest that counts
    /// elsewhere as well; then nothing is written.
    package func callAsFunction(_ path: String, writing: Bool) async throws -> Outcome {
        let file: EditedFile
        let found: SetStates
        do throws(FileFailure) {
            file = try EditedFile(path: path, limit: YAMLLimits().inputBytes)
        } catch {
            throw OperationFailure.file(.drafts, path: path, error)
        }
        do throws(Diagnostics) {
            found = try SetStates(path: path, file.bytes)
        } catch {
            throw OperationFailure.invalid(error.all)
        }
        guard found.states.contains(where: { !$0.isCurrent }) else {
            return Outcome(states: found.states, comparison: nil, isWritten: false)
        }
        guard found.obstacles.isEmpty else { throw OperationFailure.invalid(found.obstacles) }
        let home = ChecklistHome(of: path, from: context.folder)
        let after: [LoadedChecklist]
        do {
            let outcome = try ChecklistDecoder.read(
                found.upgraded, of: .path(path), place: home.place, target: target, chosen: chosen)
            guard case .loaded(let loaded) = outcome else {
                throw OperationFailure.invalid(outcome.diagnostics)
            }
            after = loaded
        } catch let mistake as ParameterMistake {
            throw OperationFailure.parameter(path: path, mistake)
        }
        let loader = ChecklistLoader(context, target: target, chosen: chosen)
        let comparison = try await CompareChecklists(context, reading: loader).withRecord(after)
        if writing {
            do throws(FileFailure) { try file.replace(with: found.upgraded) } catch {
                throw OperationFailure.file(.drafts, path: path, error)
            }
        }
        return Outcome(states: found.states, comparison: comparison, isWritten: writing)
    }
}
