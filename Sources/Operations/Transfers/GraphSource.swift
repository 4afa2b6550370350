import CanonicalJSON
import Checks
import Importing
package import Rollout

/// Fetches posts of the Message Center from Microsoft Graph, all that are asked for or none.
///
/// See `GET /admin/serviceAnnouncement/messages` of Graph 1.0. The token goes to the base address
/// and nowhere else: a next page on another server is refused.
package struct GraphSource: Sendable {
    package static let tokenVariable = "READINESS_GRAPH_TOKEN"
    package static let usualBase = "https://graph.microsoft.com"

    /// What a fetch may come to.
    package struct Bounds: Hashable, Sendable {
        package var pages = 200
        package var posts = 20_000
        package var bytesOfPage = 32 << 20
        /// Of all pages, or all posts that are named, together.
        package var bytes = 256 << 20

        package init() {}
    }

    private let base: HTTPAddress
    private let ids: [String]
    private let since: Instant?
    private let token: String
    private let bounds: Bounds
    private let retried: RetriedRequest

    private static let folder = "/v1.0/admin/serviceAnnouncement/messages"

    /// - Parameters:
    ///   - base: The address of Graph, without a path.
    ///   - ids: The posts that are wanted; empty for all.
    ///   - since: Only posts that were modified at or after this moment.
    ///   - bounds: What it may come to.
    ///   - limits: How long and how often each page is tried.
    ///   - context: The world, which has the token in a variable.
    ///   - pause: Waits between attempts.
    /// - Throws: `OperationFailure.transfer` where the address or the token is none.
    package init(
        base: String = Self.usualBase, ids: [String] = [], since: Instant? = nil,
        bounds: Bounds = Bounds(), limits: TransferLimits = TransferLimits(),
        _ context: OperationContext,
        pause: @escaping RetriedRequest.Pause = { try await Task.sleep(for: $0) }
    ) throws(OperationFailure) {
        do throws(ServiceAddress.Mistake) {
            self.base = try ServiceAddress.read(base)
            guard self.base.target == "/" else { throw .notABase }
        } catch {
            throw .transfer(TransferFailure(.graph, .address(error)))
        }
        let given = context.variables[Self.tokenVariable] ?? ""
        let isToken = !given.isEmpty && given.utf8.allSatisfy { (33...126).contains($0) }
        guard isToken else {
            let detail =
                given.isEmpty
                ? "the variable is not set, or empty" : "it has blanks or line ends in it"
            throw .transfer(
                TransferFailure(
                    .graph,
                    .secret(
                        Obstacle(
                            .secretUnreadable,
                            ["place": "$\(Self.tokenVariable)", "detail": detail]))))
        }
        token = given
        self.ids = ids
        self.since = since
        self.bounds = bounds
        retried = RetriedRequest(
            service: .graph, limits: limits, secrets: [given], context: context, pause: pause)
    }

    /// The posts, in the order in which they came.
    package func posts() async throws(OperationFailure) -> PostSource {
        do throws(TransferFailure) {
            return ids.isEmpty ? try await listed() : try await named()
        } catch {
            throw .transfer(error)
        }
    }

    private func named() async throws(TransferFailure) -> PostSource {
        var feeds: [(source: String, feed: PostFeed)] = []
        var left = bounds.bytes
        for id in ids {
            // An id is letters and digits, which the command line checks; nothing else gets into a URL.
            let letters = id.unicodeScalars.filter {
                $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
            }
            let address = try address("\(Self.folder)/\(String(String.UnicodeScalarView(letters)))")
            let feed = PostFeed(try await value(at: address, &left))
            guard feed.mistakes.isEmpty, feed.posts.map({ $0.id.uppercased() }) == [id.uppercased()]
            else { throw unusable(.otherPost(id)) }
            feeds.append((id, feed))
        }
        return PostSource(feeds)
    }

    private func listed() async throws(TransferFailure) -> PostSource {
        let filter = since.map { "?$filter=lastModifiedDateTime%20ge%20\($0.rfc3339)" } ?? ""
        var next: HTTPAddress? = try address(Self.folder + filter)
        var feeds: [(source: String, feed: PostFeed)] = []
        var seen: Set<HTTPAddress> = []
        var count = 0
        var left = bounds.bytes
        while let address = next {
            guard seen.insert(address).inserted else { throw unusable(.circle) }
            guard seen.count <= bounds.pages else { throw unusable(.tooManyPages(bounds.pages)) }
            let page = try await value(at: address, &left)
            guard let posts = page["value"]?.items else {
                throw unusable(.syntax("There is no list \"value\" in it."))
            }
            count += posts.count
            guard count <= bounds.posts else { throw unusable(.tooManyPosts(bounds.posts)) }
            feeds.append(("page \(seen.count)", PostFeed(page)))
            next = try following(page)
        }
        return PostSource(feeds, since: since)
    }

    /// The address of the next page; nil where there is none.
    private func following(_ page: JSONValue) throws(TransferFailure) -> HTTPAddress? {
        switch page["@odata.nextLink"] {
        case nil, .null?: return nil
        case .string(let text)?:
            guard let next = HTTPAddress(text), next.origin == base.origin else {
                throw unusable(.otherServer)
            }
            return next
        default: throw unusable(.syntax("\"@odata.nextLink\" is no text."))
        }
    }

    private func address(_ target: String) throws(TransferFailure) -> HTTPAddress {
        guard let address = HTTPAddress(base.origin + target) else {
            throw TransferFailure(.graph, .address(.unreadable))
        }
        return address
    }

    /// What is there; `left` is how many bytes there may still be.
    private func value(
        at address: HTTPAddress, _ left: inout Int
    ) async throws(TransferFailure) -> JSONValue {
        var request = HTTPRequest()
        request.fields = [
            HTTPField("Accept", "application/json"), HTTPField("Prefer", "odata.maxpagesize=250"),
        ]
        request.authorization = "Bearer \(token)"
        let response = try await retried.answer(
            TrustedRequest(request, to: address, mostBytes: bounds.bytesOfPage),
            of: address.host)
        left -= response.body.total
        guard left >= 0 else { throw unusable(.tooManyBytes(bounds.bytes)) }
        do throws(JSONSyntaxError) {
            return try JSONValue(jsonBytes: response.body.kept)
        } catch {
            throw unusable(.syntax(error.description))
        }
    }

    private func unusable(_ reply: TransferFailure.UnusableReply) -> TransferFailure {
        TransferFailure(.graph, host: base.host, attempts: 1, .unusable(reply))
    }
}
