import ArgumentParser
import Foundation
import Operations
import Rollout

/// `readiness-server token`: lets somebody read.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Make a token that lets somebody read; it is shown once.",
        discussion: "What is written is signed, and takes no token.")

    @OptionGroup var data: DataOptions

    @Argument(help: "Whose it is, such as auditors.") var name: String

    @Option(help: ArgumentHelp("How long it lasts, in days.", valueName: "days")) var days = 90

    func validate() throws {
        guard (1...3660).contains(days) else { throw ValidationError("--days is from 1 to 3660.") }
        let isPlain = !name.isEmpty && name.utf8.allSatisfy { (33...126).contains($0) }
        guard isPlain else { throw ValidationError("The name has no blanks and only ASCII.") }
    }

    func run() async throws {
        let ends = DataFolder.now().advanced(by: .seconds(days * 86_400))
        print(try await data.folder().tokens.make(for: name, until: ends))
    }
}
