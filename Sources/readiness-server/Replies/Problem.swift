import HTTPTypes
import Hummingbird

/// Why a request is not answered with what it asked for: in one shape for programs, and as a page for
/// people.
struct Problem: Error {
    /// For programs.
    let code: String
    /// Whole sentences for people.
    let words: String
    let status: HTTPResponse.Status
    var headers: HTTPFields = [:]

    init(_ code: String, _ words: String, _ status: HTTPResponse.Status) {
        self.code = code
        self.words = words
        self.status = status
    }

    static let missing = Problem("not-found", "There is nothing here.", .notFound)
}
