import LedgerStorage

/// Why a server does not take a statement.
package struct StatementRefusal: Error, Hashable, Sendable {
    /// For programs.
    package enum Code: String, Sendable {
        /// The request is not statements with their signatures.
        case form
        /// Nobody signed it.
        case unsigned
        /// No list of signers is on record yet.
        case unlisted
        /// The list of signers may not be the first one, or not follow the one on record.
        case signers
        /// The signature does not count by the list that is in force.
        case signature
        /// A file that it names was not brought first.
        case content
        /// The text of a checklist comes with what somebody signed on it, and not by itself.
        case text
        /// A link to make a passkey, or a passkey that is enrolled, counts for nothing.
        case enrolment
        /// By the rules of the checklist it would count for nothing.
        case rules
        /// It was made on less of the ledger than there is.
        case superseded
        /// It cannot become an entry.
        case entry
    }

    package let code: Code
    /// Whole sentences for people.
    package let words: String

    init(_ code: Code, _ words: String) {
        self.code = code
        self.words = words
    }

    /// What is wrong with a ledger, as a refusal where it is what was to become an entry.
    static func of(_ error: LedgerError) -> any Error {
        guard case .unusableDraft = error.cause else { return error }
        return StatementRefusal(.entry, error.description)
    }
}
