import CLibCurl
import Glibc

/// What libcurl calls back about while a request is made.
final class HTTPReception {
    private(set) var head = HTTPHead()
    private(set) var body: CapturedText
    /// What came was not to be taken; in a few words.
    private(set) var refusal: String?
    /// The body is longer than the limit.
    private(set) var isStopped = false
    /// The request went out, or was about to.
    private(set) var wasSent = false
    /// The session is not what is expected, so that the request did not go out.
    private(set) var isWithheld = false

    /// Something came before anything was asked, so that it is no answer, and nothing was asked.
    private(set) var isForestalled = false

    /// Takes back the content coding; nil where there is none, or no body came.
    private(set) var decoder: ContentDecoder?
    private var hasBody = false
    private var hasBytes = false

    private let limit: Int
    /// Open for as long as this value is there.
    private let socket: DialSocket
    private var wasTaken = false
    private let watch: TLSWatch?
    private let mayAsk: () -> Bool
    private let way: Int

    /// - Parameters:
    ///   - socket: A connection that is made.
    ///   - limit: How many bytes of a body are waited for.
    ///   - kept: How many of them are kept.
    ///   - watch: Sees the TLS session; nil where there is none.
    ///   - way: How long connecting took, in milliseconds.
    ///   - mayAsk: Whether the session is what is expected, once it stands.
    init(
        _ socket: DialSocket, limit: Int, keeping kept: Int, watch: TLSWatch?,
        way: Int, mayAsk: @escaping () -> Bool
    ) {
        (self.socket, self.limit, self.watch) = (socket, limit, watch)
        (self.mayAsk, self.way) = (mayAsk, way)
        body = CapturedText(limit: kept)
    }

    /// Has a transfer call back to this value, which lives as long as it does.
    func attach(to transfer: CurlTransfer) {
        transfer.owner = self
        let pointer = Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_OPENSOCKETDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_PREREQDATA,
        ] {
            transfer.set(option, pointer: pointer)
        }
        transfer.set(
            opener: { pointer, _, _ in HTTPReception.at(pointer)?.takeDescriptor() ?? -1 },
            // The descriptor is closed with its socket.
            closer: { _, _ in 0 })
        transfer.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, pointer in
            HTTPReception.at(pointer)?.line(bytes, size * count) ?? 0
        }
        transfer.set(CURLOPT_WRITEFUNCTION) { bytes, size, count, pointer in
            HTTPReception.at(pointer)?.part(bytes, size * count) ?? 0
        }
        transfer.set(gate: { pointer, _, _, _, _ in
            HTTPReception.at(pointer)?.goOn() == true
                ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        })
        guard watch != nil else { return }
        transfer.set(CURLOPT_SSL_CTX_DATA, pointer: pointer)
        transfer.set(context: { _, context, pointer in
            guard let context, let watch = HTTPReception.at(pointer)?.watch else {
                return CURLE_ABORTED_BY_CALLBACK
            }
            return watch.watch(context) ? CURLE_OK : CURLE_ABORTED_BY_CALLBACK
        })
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> HTTPReception? {
        pointer.map { Unmanaged<HTTPReception>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The connection, once: there is no other.
    private func takeDescriptor() -> Int32 {
        defer { wasTaken = true }
        return wasTaken ? -1 : socket.descriptor
    }

    /// The request may go out.
    private func goOn() -> Bool {
        head.isHTTP2Agreed = watch?.observation.session?.alpn == "h2"
        isWithheld = !mayAsk()
        isForestalled = !isWithheld && hasDataWaiting
        wasSent = !isForestalled && !isWithheld
        if wasSent { watch?.ask(over: socket.descriptor, way: way) }
        return wasSent
    }

    /// Data is there to be read that is no part of a handshake.
    private var hasDataWaiting: Bool {
        guard DialSocket.waitingBytes(socket.descriptor) > 0 else { return false }
        guard let watch else { return true }
        // In HTTP/2 the settings of the server come first (RFC 9113 section 3.4).
        guard !head.isHTTP2Agreed else { return false }
        // In TLS 1.3 the tickets of the session may be sent at this time, and look like data.
        guard let version = watch.observation.session?.version, version < .tls13 else {
            return false
        }
        var type: UInt8 = 0
        return recv(socket.descriptor, &type, 1, Int32(MSG_PEEK)) == 1
            && type == Self.applicationData
    }

    /// The type of a record with data (RFC 5246 section 6.2.1).
    private static let applicationData: UInt8 = 23

    private func line(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Int {
        switch head.read(Self.bytes(bytes, count)) {
        case .goesOn: return count
        case .refused(let words):
            refusal = words
            return -1
        }
    }

    private func part(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> Int {
        if !hasBody, let unknown = begin() {
            refusal = unknown
            return -1
        }
        let part = Self.bytes(bytes, count)
        hasBytes = hasBytes || !part.isEmpty
        guard let decoder else { return take(part) ? count : -1 }
        guard decoder.read(part, take) else {
            refusal = "a content encoding that is broken"
            return -1
        }
        return isStopped ? -1 : count
    }

    /// Prepares for the first part of a body; what it is encoded in, where that is not known here.
    private func begin() -> String? {
        hasBody = true
        let codings = head.contentCodings
        guard let first = codings.first else { return nil }
        // An older name of the same (RFC 9110 section 8.4.1.3).
        let name = first == "x-gzip" ? "gzip" : first
        guard codings.count == 1, let coding = ContentDecoder.Coding(rawValue: name),
            let library = InflateLibrary.shared
        else { return "a content encoding that is not known here" }
        decoder = ContentDecoder(coding, library)
        return nil
    }

    /// Takes what the body holds; false where that is more than is waited for.
    private func take(_ part: [UInt8]) -> Bool {
        body.append(part)
        isStopped = body.total > limit
        return !isStopped
    }

    private static func bytes(_ bytes: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// The answer, where its head came whole.
    var response: HTTPResponse? {
        guard head.isFinal else { return nil }
        return HTTPResponse(
            version: head.version, status: head.status, fields: head.fields, body: body,
            isStopped: isStopped, lacksStream: !hasBytes && !head.contentCodings.isEmpty)
    }
}
