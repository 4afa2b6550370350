import ArgumentParser
import Files
import Foundation
import LedgerStorage
import Operations

/// What the server says and exits with where it could not do what it was told.
enum ServerEnding {
    /// Exit statuses as sysexits(3) has them, the same as those of `readiness`.
    private enum Status {
        static let invalid: Int32 = 65
        static let unavailable: Int32 = 69
        static let files: Int32 = 74
        static let usage: Int32 = 64
    }

    /// Ends the program; a mistake in the command line is the parser's to tell.
    static func leave(_ error: any Error) -> Never {
        switch error {
        case let failure as KeepingFailure: end("\(failure)", status(failure))
        case let failure as OperationFailure: end("\(failure)", status(failure))
        case let error as LedgerError: end("\(error)", Status.files)
        case let mistake as DataFolder.Mistake: end("\(mistake)", Status.usage)
        case let failure as FileFailure:
            end("A file cannot be used: \(failure.reason).", Status.files)
        default: ReadinessServer.exit(withError: error)
        }
    }

    private static func status(_ failure: KeepingFailure) -> Int32 {
        switch failure {
        case .newestWanted, .keyWanted, .sameName, .occupied, .notEmpty: return Status.usage
        case .otherForm, .noData, .unsound, .older, .noFormerLog, .file: return Status.files
        }
    }

    private static func status(_ failure: OperationFailure) -> Int32 {
        switch failure {
        case .transfer, .server: return Status.unavailable
        case .log, .file, .evidence: return Status.files
        default: return Status.invalid
        }
    }

    private static func end(_ words: String, _ status: Int32) -> Never {
        Standard.note("error: \(words)")
        exit(status)
    }
}
