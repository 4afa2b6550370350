package import Rollout

/// What a report is made from: the assessment, and what a reader needs to trace and reproduce it.
///
/// There is no time of rendering, no path of a machine and no locale in it, so that the same input
/// gives the same bytes anywhere.
package struct ReportInput: Hashable, Sendable {
    package let assessment: Assessment
    package let tool: Tool
    package let ledger: LedgerExtent
    /// The words of the command that renders the same report again.
    package let command: [String]

    package init(assessment: Assessment, tool: Tool, ledger: LedgerExtent, command: [String]) {
        self.assessment = assessment
        self.tool = tool
        self.ledger = ledger
        self.command = command
    }

    /// The program that renders the report.
    package struct Tool: Hashable, Sendable {
        package let name: String
        package let version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// How much of the ledger the report considered: everything up to its instant.
    package struct LedgerExtent: Hashable, Sendable {
        /// The number of records, of every checklist, up to the instant.
        package let count: Int
        /// The last of them; nil where there is none.
        package let last: Position?

        package init(count: Int, last: Position?) {
            self.count = count
            self.last = last
        }
    }

    /// A record's place in the ledger with the digest of its bytes.
    package struct Position: Hashable, Sendable {
        package let sequence: Int
        package let digest: ContentDigest

        package init(sequence: Int, digest: ContentDigest) {
            self.sequence = sequence
            self.digest = digest
        }
    }
}
