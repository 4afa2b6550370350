package import Rollout

/// A line of a list of signers or of revoked keys that does not count, and why.
package struct SignerListMistake: Hashable, Sendable, Error {
    /// From 1; 0 for the whole list.
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }

    /// What is wrong with a line.
    package enum Reason: Hashable, Sendable, Error {
        case tooManyBytes(most: Int)
        case tooManyLines(most: Int)
        case lineTooLong(most: Int)
        /// A binary list of `ssh-keygen -k`.
        case binaryList
        /// No UTF-8, or a NUL.
        case notText
        case quoteNotClosed
        case quoteWithin
        case principalsEmpty
        case patternForKey(String)
        case noKey
        case unknownOption(String)
        case optionTwice(String)
        case valueNotQuoted(String)
        case optionWithoutValue(String)
        case notATime(String)
        case endsBeforeItBegins
        case keyNotBase64
        case otherKeyThanNamed(String)
        case certificateAsKey
        case key(SignatureFault)
        case notAFingerprint
    }
}
