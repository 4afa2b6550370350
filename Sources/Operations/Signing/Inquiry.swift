import Subprocess

/// A program that is asked for a few lines, and is not waited for without end: an agent that hangs must
/// not hold up every act.
struct Inquiry: Sendable {
    /// What became of it.
    enum Answer: Hashable, Sendable {
        case text(String)
        /// It is not there, or does not end with 0.
        case nothing
        /// It was ended after `limit`.
        case overdue
    }

    /// How long it is waited for.
    static let limit = Duration.seconds(5)

    private let program: String
    private let arguments: [String]

    init(_ program: String, _ arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }

    func answer() async -> Answer {
        await withTaskGroup(of: Answer?.self) { group in
            group.addTask { await ask() }
            group.addTask {
                (try? await Task.sleep(for: Self.limit)) == nil ? nil : .overdue
            }
            var first: Answer?
            // Cancelling the group ends the program, which is waited for all the same.
            while let ended = await group.next() {
                first = first ?? ended
                group.cancelAll()
            }
            return first ?? .nothing
        }
    }

    private func ask() async -> Answer {
        let result = try? await Subprocess.run(
            .name(program), arguments: Arguments(arguments), input: .none,
            output: .string(limit: 1 << 20), error: .discarded)
        guard let result, case .exited(0) = result.terminationStatus else { return .nothing }
        return .text(result.standardOutput)
    }
}
