/// Which redirects are followed.
package struct HTTPRedirects: Hashable, Sendable {
    /// What leads elsewhere.
    package enum Sign: Hashable, Sendable {
        /// A status of 301, 302, 303, 307 or 308 with `Location`.
        case location
        /// The status 451 with `X-MS-Location` ([MS-ASHTTP] section 3.1.5.2.2).
        case activeSync
    }

    /// Why a redirect is not followed.
    package enum Refusal: Hashable, Sendable {
        /// It leads to a host that is not allowed.
        case host(HTTPAddress)
        /// It leads from a protected connection to one that is not.
        case insecure(HTTPAddress)
        /// It would send what was meant for one host to another.
        case body(HTTPAddress)
        /// There were as many as are allowed.
        case limit(HTTPAddress)
        /// It names nothing that can be asked.
        case unreadable
        /// It names several places, of which each reader takes another one.
        case several

        /// What was met with, in a few words.
        package var words: String {
            switch self {
            case .host(let address): return "a redirect to \(address), which is not allowed"
            case .insecure(let address): return "a redirect to \(address), which is not protected"
            case .body(let address):
                return "a redirect to \(address), which would be sent the body"
            case .limit(let address): return "one more redirect, to \(address)"
            case .unreadable: return "a redirect to nothing that can be asked"
            case .several: return "a redirect to several places at once"
            }
        }
    }

    package var sign = Sign.location
    package var isFollowed = true
    package var limit = 5
    /// Hosts beside the first, in lower case.
    package var hosts: [String] = []

    package init() {}

    /// Redirects as clients of ActiveSync know them.
    static let activeSync = {
        var redirects = HTTPRedirects()
        redirects.sign = .activeSync
        return redirects
    }()

    /// What leads elsewhere in an answer, each once; empty where nothing does.
    package func references(in response: HTTPResponse) -> [String] {
        let name: String
        switch sign {
        case .location:
            guard [301, 302, 303, 307, 308].contains(response.status) else { return [] }
            name = "location"
        case .activeSync:
            guard response.status == 451 else { return [] }
            name = "x-ms-location"
        }
        return response.fields.filter { $0.isNamed(name) }.map(\.value).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// Where an answer leads; nil where it leads nowhere.
    ///
    /// - Parameters:
    ///   - response: The answer.
    ///   - address: Who gave it.
    ///   - request: What it was given to.
    ///   - first: The host that was asked first.
    ///   - count: How many redirects were followed before.
    /// - Returns: The next request with its address, or why there is none.
    func next(
        after response: HTTPResponse, from address: HTTPAddress, to request: HTTPRequest,
        first: String, followed count: Int
    ) -> Result<(HTTPAddress, HTTPRequest), RefusalError>? {
        let references = references(in: response)
        guard let reference = references.first else { return nil }
        guard references.count == 1 else { return .failure(.init(.several)) }
        guard let next = address.following(reference) else { return .failure(.init(.unreadable)) }
        guard count < limit else { return .failure(.init(.limit(next))) }
        guard next.isSecure || !address.isSecure else { return .failure(.init(.insecure(next))) }
        guard next.host == first || hosts.contains(next.host) else {
            return .failure(.init(.host(next)))
        }
        var following = request
        let keepsMethod = [307, 308, 451].contains(response.status)
        let isPost = request.method == "POST" || response.status == 303
        if !keepsMethod, isPost { following = following.asGet }
        if next.origin != address.origin {
            guard following.body == nil else { return .failure(.init(.body(next))) }
            following = following.forOtherHost
        }
        return .success((next, following))
    }

    struct RefusalError: Error {
        let refusal: Refusal

        init(_ refusal: Refusal) { self.refusal = refusal }
    }
}
