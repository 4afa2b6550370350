import ChecklistDecoding
import Foundation
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
        typealias Part = [(index: Int, outcome: Result<[Diagnostic], OperationFailure>)]
        let readers = min(paths.count, ProcessInfo.processInfo.activeProcessorCount)
        let outcomes = await withTaskGroup(of: Part.self) { group in
            for first in 0..<readers {
                group.addTask {
                    stride(from: first, to: paths.count, by: readers).map {
                        ($0, read(paths[$0]))
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        return try outcomes.sorted { $0.index < $1.index }.flatMap { try $0.outcome.get() }
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
