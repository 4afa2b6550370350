import CLibSSL
import Foundation
import Synchronization

/// A TLS 1.3 server that says something before it reads the client's certificate.
enum EarlyTalker {
    /// What it makes of the client's certificate afterwards.
    enum Manner: Sendable {
        /// Demands one of an authority that it knows, and ends the session without.
        case demands
        /// Reads nothing more and says nothing more, as long as the body runs.
        case stays
    }

    /// Runs a server for one connection while the body runs.
    static func with<Value>(
        _ manner: Manner, saying words: String = "hello\n", _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let (listener, port) = try listen()
        let (ends, end) = AsyncStream<Void>.makeStream()
        let isOver = Atomic(false)
        Thread {
            // A client that has seen enough hangs up.
            var broken = sigset_t()
            sigemptyset(&broken)
            sigaddset(&broken, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &broken, nil)
            serve(listener, manner, words) { isOver.load(ordering: .relaxed) }
            close(listener)
            end.finish()
        }.start()
        let result: Result<Value, any Error>
        do { result = .success(try await body(port)) } catch { result = .failure(error) }
        isOver.store(true, ordering: .relaxed)
        for await _ in ends {}
        return try result.get()
    }

    private static func listen() throws -> (Int32, Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) + getsockname(listener, $0, &length)
            }
        }
        guard result == 0, Foundation.listen(listener, 1) == 0 else {
            throw POSIXError(.EADDRNOTAVAIL)
        }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private static func serve(
        _ listener: Int32, _ manner: Manner, _ words: String, until isOver: () -> Bool
    ) {
        let context = SSL_CTX_new(TLS_server_method())
        defer { SSL_CTX_free(context) }
        SSL_CTX_use_certificate_chain_file(context, TestPKI.path("good.pem"))
        SSL_CTX_use_PrivateKey_file(context, TestPKI.path("good.key"), SSL_FILETYPE_PEM)
        SSL_CTX_load_verify_locations(context, TestPKI.path("root.pem"), nil)
        SSL_CTX_set_verify(
            context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
        SSL_CTX_set_num_tickets(context, 0)
        // Without early data allowed OpenSSL has no step between its messages and the client's.
        SSL_CTX_set_max_early_data(context, 1 << 14)
        var entry = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, 20) == 0 { if isOver() { return } }
        let peer = accept(listener, nil, nil)
        let session = SSL_new(context)
        defer {
            SSL_free(session)
            close(peer)
        }
        SSL_set_fd(session, peer)
        var (bytes, count) = ([UInt8](repeating: 0, count: 64), 0)
        guard SSL_read_early_data(session, &bytes, bytes.count, &count) != SSL_READ_EARLY_DATA_ERROR
        else { return }
        for _ in 0..<3 {
            SSL_write_early_data(session, Array(words.utf8), words.utf8.count, &count)
            poll(nil, 0, 5)
        }
        if manner == .demands { SSL_do_handshake(session) }
        while !isOver() { poll(nil, 0, 20) }
    }
}
