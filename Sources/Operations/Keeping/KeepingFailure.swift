package import Files

/// Why a server's data could not be copied, brought back or used.
package enum KeepingFailure: Error, Hashable, Sendable {
    /// The folder has a form that this program does not know.
    case otherForm(path: String, form: String)
    /// There is no server's data in the folder.
    case noData(path: String)
    /// There is something where a copy would be written.
    case occupied(path: String)
    /// The folder that is to be filled is not empty.
    case notEmpty(path: String)
    /// What was copied is not what it should be; a sentence for each finding.
    case unsound(path: String, findings: [String])
    /// Nobody said how it is known that the log signed nothing newer.
    case newestWanted
    /// The log signed more than the copy has.
    case older(has: Int, signed: Int, place: String)
    /// The private key of the log is not in the backup, and was not named.
    case keyWanted(path: String)
    /// A new log has the name of the one before it.
    case sameName(String)
    /// What lies among the logs that were given up is none of them: it has no file of that name.
    case noFormerLog(path: String, key: String)
    case file(path: String, FileFailure)
}
