import ChecklistDecoding
package import LocatedYAML
package import Rollout

/// Finds every mistake in checklists.
package struct LintChecklists: Sendable {
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

    /// The mistakes in all checklists, read on all processors, in the order of the paths.
    package func callAsFunction(_ paths: [String]) async throws -> [Diagnostic] {
        try await AllProcessors.map(paths, share: 8, read).flatMap { try $0.get() }
    }

    private func read(_ path: String) -> Result<[Diagnostic], OperationFailure> {
        do throws(ParameterMistake) {
            // Statements name the place of a checklist; its mistakes do not depend on it.
            return .success(
                try ChecklistDecoder.read(
                    path: path, place: path, target: target, chosen: chosen, now: context.clock()
                ).diagnostics)
        } catch {
            return .failure(.parameter(path: path, error))
        }
    }
}
