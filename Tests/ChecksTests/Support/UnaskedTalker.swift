import CLibSSL
import Foundation

/// A TLS 1.2 server whose words come in one piece with the end of its handshake, whatever is asked.
enum UnaskedTalker {
    /// Runs a server for one connection, on a thread of its own, which closes what it opened.
    static func with<Value>(
        saying words: String, _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let (datagram, listener, port) = try LoopbackSocket.pair()
        close(datagram)
        Thread {
            // A client that has seen enough hangs up.
            var broken = sigset_t()
            sigemptyset(&broken)
            sigaddset(&broken, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &broken, nil)
            serve(listener, words)
            close(listener)
        }.start()
        return try await body(port)
    }

    private static func serve(_ listener: Int32, _ words: String) {
        var entry = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, 20_000) > 0 else { return }
        let peer = accept(listener, nil, nil)
        let context = SSL_CTX_new(TLS_server_method())
        SSL_CTX_use_certificate_chain_file(context, TestPKI.path("good.pem"))
        SSL_CTX_use_PrivateKey_file(context, TestPKI.path("good.key"), SSL_FILETYPE_PEM)
        let session = SSL_new(context)
        defer {
            SSL_free(session)
            SSL_CTX_free(context)
            close(peer)
        }
        clibssl_session_set_max_version(session, 0x0303)
        SSL_set_fd(session, peer)
        hold(peer, 1)
        guard SSL_accept(session) == 1 else { return }
        SSL_write(session, Array(words.utf8), Int32(words.utf8.count))
        hold(peer, 0)
        var bytes = [UInt8](repeating: 0, count: 4096)
        while SSL_read(session, &bytes, Int32(bytes.count)) > 0 {}
    }

    /// Keeps what is sent for up to 200 ms, so that it goes out together; 0 lets it go (tcp(7)).
    private static func hold(_ descriptor: Int32, _ value: Int32) {
        var value = value
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_CORK, &value,
            socklen_t(MemoryLayout<Int32>.size))
    }
}
