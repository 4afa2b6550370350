package import LedgerStorage
package import Rollout

/// What operations know of the world around them; the program that uses them makes it.
package struct OperationContext: Sendable {
    /// Which ledger to use.
    package enum LedgerChoice: Hashable, Sendable {
        /// The one at this path.
        case named(String)
        /// The one beside the nearest `checklists` folder of each checklist.
        case nearest
    }

    package let ledger: LedgerChoice
    /// Whether a ledger is started where one was named and is not there.
    package let startsLedger: Bool
    /// Tells the time.
    package let clock: @Sendable () -> Instant
    /// The name of this machine.
    package let host: String
    /// The name and version of the program, such as `readiness 0.1.0`.
    package let tool: String
    /// The working folder of the program, from the root.
    package let folder: String
    /// The folder that the account keeps its state in, from the root.
    package let stateFolder: String
    /// The environment variables that there are; a command of a checklist is given few of them.
    package let variables: [String: String]
    /// What entries are recorded by where this program is the server itself; nil elsewhere.
    package let recorder: (any LedgerServer)?
    /// The servers that ledgers are copies of.
    let servers = ServerLinks()

    package init(
        ledger: LedgerChoice, startsLedger: Bool = false, clock: @escaping @Sendable () -> Instant,
        host: String, tool: String,
        folder: String, stateFolder: String, variables: [String: String],
        recorder: (any LedgerServer)? = nil
    ) {
        self.recorder = recorder
        self.ledger = ledger
        self.startsLedger = startsLedger
        self.clock = clock
        self.host = host
        self.tool = tool
        self.folder = folder
        self.stateFolder = stateFolder
        self.variables = variables
    }
}
