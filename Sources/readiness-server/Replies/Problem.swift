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

    /// What is wrong now, and will not be after some time.
    init(_ code: String, _ words: String, _ status: HTTPResponse.Status, wait: Duration) {
        let seconds = max(1, Int((wait / .seconds(1)).rounded(.up)))
        self.init(code, "\(words) Try again in \(seconds) s.", status)
        headers[.retryAfter] = String(seconds)
    }

    static let missing = Problem("not-found", "There is nothing here.", .notFound)
}
