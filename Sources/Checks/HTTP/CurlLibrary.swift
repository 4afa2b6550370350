import CLibCurl
import Rollout

/// The system's libcurl, loaded when the first request is made.
final class CurlLibrary: Sendable {
    /// The library cannot be used; in a few words.
    struct Unusable: Error {
        let detail: String
    }

    /// Written once, before anybody has this value.
    nonisolated(unsafe) let functions: clibcurl

    private static let shared = Result { () throws(Unusable) in try CurlLibrary() }

    /// The library; throws where this machine has none that is usable.
    static func load() throws(Unusable) -> CurlLibrary { try shared.get() }

    private init() throws(Unusable) {
        var found = clibcurl()
        guard clibcurl_load(&found) == 1 else {
            throw Unusable(detail: "libcurl is missing (Debian package libcurl4)")
        }
        guard found.global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK else {
            throw Unusable(detail: "libcurl cannot be set up")
        }
        // Its sessions are given to our OpenSSL, so that they must be of the same.
        let version = found.version().map { String(cString: $0) } ?? ""
        guard version.contains("OpenSSL/3") else {
            throw Unusable(detail: "the system's libcurl is not built with OpenSSL 3")
        }
        functions = found
    }
}
