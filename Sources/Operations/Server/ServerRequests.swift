import CanonicalJSON
import Characters
import Checks
import Files
import LedgerStorage
import Rollout

/// What is asked of a server, one request after the other.
struct ServerRequests: Sendable {
    let server: HTTPAddress
    let copy: ServerCopy
    private let token: String?
    private let context: OperationContext

    static let tokenVariable = "READINESS_TOKEN"
    /// The authorities of an organisation's own servers.
    static let authoritiesVariable = "READINESS_CA_FILE"

    /// Somebody waits at a terminal.
    private static var limits: TransferLimits {
        var limits = TransferLimits()
        (limits.attempts, limits.firstWait) = (3, .milliseconds(500))
        return limits
    }

    /// The most bytes of an answer that is no file of evidence.
    private static let mostBytes = 32 << 20

    init(
        _ server: HTTPAddress, _ copy: ServerCopy, _ context: OperationContext
    ) throws(ServerFailure) {
        self.server = server
        self.copy = copy
        self.context = context
        let given = context.variables[Self.tokenVariable]
        token = if let given { given } else { try Self.token(in: copy.tokenFile) }
    }

    private static func token(in path: String) throws(ServerFailure) -> String? {
        guard Folder.holdsSomething(at: path) else { return nil }
        do throws(FileFailure) {
            let bytes = try RegularFile(path: path).bytes(limit: 4096)
            let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            return words.first.map(String.init)
        } catch {
            throw .unreadable(path: path, reason: error.reason)
        }
    }

    /// What the server has at a path.
    func get(
        _ path: String, mostBytes: Int = Self.mostBytes
    ) async throws(OperationFailure) -> [UInt8] {
        try await answer(HTTPRequest(), path, mostBytes: mostBytes).body.kept
    }

    /// Brings the files that statements name, then the statements; see `post`.
    func send(
        _ body: StatementsBody, with store: ContentStore
    ) async throws(OperationFailure) -> [Int] {
        for draft in body.drafts {
            for (file, _) in draft.statement.keptFiles { try await upload(file, from: store) }
        }
        return try await post(body)
    }

    /// Has the server record statements, and returns the numbers of the entries that it made of them.
    func post(_ body: StatementsBody) async throws(OperationFailure) -> [Int] {
        var request = HTTPRequest()
        request.method = "POST"
        request.fields = [HTTPField("Content-Type", StatementsBody.mediaType)]
        request.body = body.bytes
        let answer = try await answer(request, "/api/statements", mostBytes: Self.mostBytes)
        guard let value = try? JSONValue(jsonBytes: answer.body.kept),
            let entries = value["entries"]?.items
        else { throw unusable("it names no entries") }
        var sequences: [Int] = []
        for entry in entries {
            guard let sequence = entry["sequence"]?.integer.flatMap({ Int(exactly: $0) }),
                sequence > 0
            else { throw unusable("an entry has no number") }
            sequences.append(sequence)
        }
        return sequences
    }

    /// Brings a file beside the ledger to the server.
    func upload(
        _ file: FileReference, from store: ContentStore
    ) async throws(OperationFailure) {
        let bytes: [UInt8]
        do throws(ContentError) {
            bytes = try store.bytes(of: file)
        } catch {
            throw .evidence(path: file.digest.description, error)
        }
        var request = HTTPRequest()
        request.method = "PUT"
        request.fields = [HTTPField("Content-Type", "application/octet-stream")]
        request.body = bytes
        _ = try await answer(request, Self.path(of: file), mostBytes: 1 << 16)
    }

    /// Fetches the files that an entry names and that are not there yet.
    func fetchFiles(of entry: Entry, into location: LedgerLocation) async throws {
        for (file, _) in entry.statement.keptFiles where location.content.damage(to: file) != nil {
            guard file.size <= ContentStore.usualLimit else { continue }
            let bytes: [UInt8]
            do throws(OperationFailure) {
                bytes = try await get(Self.path(of: file), mostBytes: max(file.size, 1 << 16))
            } catch {
                // What the server lost as well is told where it is looked for.
                guard error.isNotFound else { throw error }
                continue
            }
            guard ContentDigest(of: bytes) == file.digest else { continue }
            try location.content.put(bytes)
        }
    }

    private static func path(of file: FileReference) -> String {
        "/api/evidence/sha256/\(file.digest.hex)"
    }

    /// The answer that takes a request; what is brought and refused says why.
    private func answer(
        _ request: HTTPRequest, _ path: String, mostBytes: Int
    ) async throws(OperationFailure) -> HTTPResponse {
        var asked = request
        asked.authorization = token.map { "Bearer \($0)" }
        let sent = asked
        guard let address = server.following(path) else { throw unusable("\(path) is no path") }
        let retried = RetriedRequest(
            service: .server(address: server.origin), limits: Self.limits,
            secrets: token.map { [$0] } ?? [], context: context,
            pause: { try await Task.sleep(for: $0) })
        let reply: HTTPResponse
        do throws(TransferFailure) {
            reply = try await retried.answer(
                TrustedRequest(
                    sent, to: address,
                    authorities: context.variables[Self.authoritiesVariable],
                    mostBytes: mostBytes), of: server.host
            ) { reply in
                sent.method != "GET" && Self.refusals.contains(reply.status)
                    ? .taken : RetriedRequest.byStatus(reply)
            }
        } catch {
            throw .transfer(error)
        }
        guard (200...299).contains(reply.status) else { throw .server(refusal(reply)) }
        return reply
    }

    /// What an answer to something that is brought has as its status where that is not taken.
    private static let refusals = [409, 413, 422]

    /// Codes of refusals that may be none at another time.
    private static let passing = ["content", "damaged", "unlisted"]

    private func refusal(_ reply: HTTPResponse) -> ServerFailure {
        let problem = try? JSONValue(jsonBytes: reply.body.kept)
        let words = problem?["message"]?.text ?? "It answered with the status \(reply.status)."
        let masked = SecretMask(token.map { [$0] } ?? []).mask(words)
        return .refused(
            address: server.origin, words: String(VisibleText.line(masked).prefix(2000)),
            // Without a code it is the answer of something on the way, such as a proxy.
            isFinal: problem?["code"]?.text.map { !Self.passing.contains($0) } ?? false)
    }

    func unusable(_ reason: String) -> OperationFailure {
        .server(.answer(address: server.origin, reason: reason))
    }
}

extension OperationFailure {
    /// The server does not have it.
    fileprivate var isNotFound: Bool {
        guard case .transfer(let failure) = self, case .answer(404, _, _) = failure.reason else {
            return false
        }
        return true
    }
}
