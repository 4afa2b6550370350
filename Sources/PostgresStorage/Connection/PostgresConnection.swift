import CLibPQ
import Glibc

/// A connection to PostgreSQL, used on one thread.
///
/// libpq waits without end for a server that says nothing; here each request has a deadline. A server that
/// missed one is told to give up, so that nothing of the request goes on and holds what others wait for, and
/// the connection is used for nothing else.
final class PostgresConnection {
    private let handle: OpaquePointer
    private let address: PostgresAddress
    /// The names of the statements that the server has parsed, by their text.
    private var prepared: [String: String] = [:]
    /// Whether the server warned of something since it was last asked for.
    private let warnings = Warnings()

    /// When all requests end that are under way then, whatever time each of them has.
    var end: ContinuousClock.Instant?
    /// When the server was told to give up.
    private var cancelled: ContinuousClock.Instant?

    /// How long one request may take.
    private static let deadline = Duration.seconds(20)
    /// How long a server that was told to give up is waited for: it says what it waited for.
    private static let grace = Duration.seconds(1)

    /// What the server warned of, kept apart from the connection that tells it.
    private final class Warnings {
        var last: String?
    }

    init(
        _ address: PostgresAddress, until end: ContinuousClock.Instant? = nil
    ) throws(PostgresFailure) {
        // In whole seconds, of which none is no limit.
        let seconds = end.map {
            max(1, min(10, ContinuousClock.now.duration(to: $0).components.seconds + 1))
        }
        // What stands behind the address overrules it, what stands before it does not.
        let options: [(String, String)] = [
            ("connect_timeout", "\(seconds ?? 10)"), ("tcp_user_timeout", "20000"),
            ("keepalives_idle", "10"),
            ("dbname", address.text), ("target_session_attrs", "read-write"),
            ("client_encoding", "UTF8"), ("fallback_application_name", "readiness-server"),
        ]
        let keys = options.map { strdup($0.0) }
        let values = options.map { strdup($0.1) }
        defer { (keys + values).forEach { free($0) } }
        guard
            let handle = PQconnectdbParams(
                keys.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        else { throw PostgresFailure(cause: .lost, reason: "there is no memory left") }
        self.handle = handle
        self.address = address
        self.end = end
        let context = Unmanaged.passUnretained(warnings).toOpaque()
        PQsetNoticeReceiver(
            handle,
            { context, result in
                guard let context,
                    let message = PQresultErrorField(result, CInt(UInt8(ascii: "M"))),
                    let severity = PQresultErrorField(result, CInt(UInt8(ascii: "V"))),
                    String(cString: severity) == "WARNING"
                else { return }
                Unmanaged<Warnings>.fromOpaque(context).takeUnretainedValue().last =
                    String(cString: message)
            }, context)
        guard PQstatus(handle) == CONNECTION_OK, PQsetnonblocking(handle, 1) == 0 else {
            throw lost()
        }
    }

    deinit { PQfinish(handle) }

    /// Asks with values; a statement without them may be several, and returns the rows of the last.
    @discardableResult
    func ask(
        _ sql: String, _ values: [PostgresValue] = []
    ) throws(PostgresFailure) -> PostgresResult {
        let end = try beginning()
        guard !values.isEmpty else {
            guard PQsendQueryParams(handle, sql, 0, nil, nil, nil, nil, 1) == 1 else {
                throw lost()
            }
            return try answer(by: end)
        }
        let name = try prepare(sql, values.map(\.type), by: end)
        let binary = values.map(\.binary)
        let lengths = binary.map { CInt($0.count) }
        let formats = [CInt](repeating: 1, count: binary.count)
        let sent = Self.withPointers(binary) { pointers in
            PQsendQueryPrepared(
                handle, name, CInt(binary.count), pointers, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
        return try answer(by: end)
    }

    /// Sends statements without values, each ended by a semicolon.
    func run(_ script: String) throws(PostgresFailure) {
        let end = try beginning()
        guard PQsendQuery(handle, script) == 1 else { throw lost() }
        _ = try answer(by: end)
    }

    /// When a request ends that begins now.
    private func beginning() throws(PostgresFailure) -> ContinuousClock.Instant {
        guard cancelled == nil else { throw Self.late }
        let usual = ContinuousClock.now + Self.deadline
        return end.map { min($0, usual) } ?? usual
    }

    private static let late = PostgresFailure(cause: .lost, reason: "it did not answer in time")

    /// What the server warned of since this was asked last.
    func takeWarning() -> String? {
        defer { warnings.last = nil }
        return warnings.last.map { address.redacted($0) }
    }

    private func prepare(
        _ sql: String, _ types: [UInt32], by end: ContinuousClock.Instant
    ) throws(PostgresFailure) -> String {
        if let name = prepared[sql] { return name }
        let name = "s\(prepared.count)"
        guard PQsendPrepare(handle, name, sql, CInt(types.count), types) == 1 else {
            throw lost()
        }
        _ = try answer(by: end)
        prepared[sql] = name
        return name
    }

    private func answer(
        by end: ContinuousClock.Instant
    ) throws(PostgresFailure) -> PostgresResult {
        var last: PostgresResult?
        var failure: PostgresFailure?
        while true {
            try wait(until: end)
            guard let result = PQgetResult(handle) else { break }
            let status = PQresultStatus(result)
            if status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK {
                last = PostgresResult(result)
            } else {
                failure = failure ?? self.failure(result)
                PQclear(result)
                // Nothing else comes over a connection that is gone.
                if PQstatus(handle) != CONNECTION_OK { break }
            }
        }
        if let failure { throw failure }
        guard let last, PQstatus(handle) == CONNECTION_OK else { throw lost() }
        // It gave up a wait for its standbys, and what it committed may be lost with it.
        if cancelled != nil, let warning = takeWarning() {
            throw PostgresFailure(cause: .lost, reason: "it has no confirmation: \(warning)")
        }
        return last
    }

    /// Waits until a result can be had at once.
    private func wait(until end: ContinuousClock.Instant) throws(PostgresFailure) {
        while true {
            let isUnsent = PQflush(handle)
            guard isUnsent >= 0 else { throw lost() }
            if isUnsent == 0, PQisBusy(handle) == 0 { return }
            let left = ContinuousClock.now.duration(to: cancelled.map { $0 + Self.grace } ?? end)
            guard left > .zero else {
                guard cancelled == nil else { throw Self.late }
                cancelled = .now
                PostgresCancelling.begin(handle)
                continue
            }
            var entry = pollfd(
                fd: PQsocket(handle), events: Int16(POLLIN | (isUnsent == 1 ? POLLOUT : 0)),
                revents: 0)
            _ = poll(&entry, 1, CInt(min(left / .milliseconds(1) + 1, 60_000)))
            if entry.revents != 0, PQconsumeInput(handle) == 0 { throw lost() }
        }
    }

    /// An error that the server answered with: its first line alone, for the others may hold values.
    private func failure(_ result: OpaquePointer) -> PostgresFailure {
        func field(_ letter: Character) -> String? {
            letter.asciiValue.flatMap { PQresultErrorField(result, CInt($0)) }
                .map { String(cString: $0) }
        }
        guard let code = field("C"), let message = field("M") else { return lost() }
        // Class 57: it is being stopped, and what became of the request is not known.
        let isLost = code.hasPrefix("57P") || code.hasPrefix("08")
        return PostgresFailure(
            cause: isLost ? .lost : .refused(code: code), reason: address.redacted(message))
    }

    private func lost() -> PostgresFailure {
        let message = String(cString: PQerrorMessage(handle))
        let lines = message.split(separator: "\n").map { line in
            line.drop { $0 == " " || $0 == "\t" }
        }
        let reason = lines.isEmpty ? "the connection ended" : lines.joined(separator: "; ")
        return PostgresFailure(cause: .lost, reason: address.redacted(reason))
    }

    private static func withPointers<Value>(
        _ binary: [[UInt8]], _ use: ([UnsafePointer<CChar>?]) -> Value
    ) -> Value {
        // One buffer, because each value has to stay where it is.
        var all: [UInt8] = []
        all.reserveCapacity(binary.reduce(1) { $0 + $1.count })
        for value in binary { all += value }
        all.append(0)
        return all.withUnsafeBytes { raw in
            let start = raw.bindMemory(to: CChar.self)
            var place = 0
            var pointers: [UnsafePointer<CChar>?] = []
            for value in binary {
                pointers.append(start.baseAddress.map { $0 + place })
                place += value.count
            }
            return use(pointers)
        }
    }
}
