import Files
import Glibc

/// A connection to a server within a deadline: plain at first, and secured by TLS later.
///
/// It blocks, so that it belongs on a thread of its own, and to that one alone.
package final class Connection {
    package let deadline: Deadline
    private let socket: DialSocket
    private var session: OpenSSLSession?
    /// What was received beyond what was asked for, or of something that had no end.
    private var unread: [UInt8] = []

    package init(_ socket: DialSocket, _ deadline: Deadline) {
        self.socket = socket
        self.deadline = deadline
    }

    /// Goes on over a session whose handshake is done, and on which something came already.
    func secure(with session: OpenSSLSession, early: [UInt8]) {
        self.session = session
        unread = early
    }

    /// What was received and given to nobody.
    var waiting: [UInt8] { unread }

    /// Nothing was received that nobody asked for.
    ///
    /// What is sent before TLS is not protected, and must not be taken for what is sent in it; nor is
    /// what comes before a question an answer to it.
    package func expectSilence(before next: String = "TLS") throws(ExchangeFailure) {
        guard unread.isEmpty else { throw .refused("bytes before \(next) that nobody asked for") }
    }

    /// Sends everything.
    package func send(_ bytes: some Collection<UInt8>) throws(ExchangeFailure) {
        guard let session else { return try write(Array(bytes)) }
        guard case .done = session.write(Array(bytes)) else {
            throw .interrupted("the TLS session cannot send")
        }
        try write(session.take())
    }

    /// The next bytes, at least one; `closed` where no more come.
    package func receive() throws(ExchangeFailure) -> [UInt8] {
        guard unread.isEmpty else {
            defer { unread = [] }
            return unread
        }
        guard let session else { return try read() }
        while true {
            let (step, bytes) = session.receive()
            // A key update or an alert of ours may have become due.
            let outgoing = session.take()
            if !outgoing.isEmpty { try write(outgoing) }
            switch step {
            case .done: return bytes
            case .wantsInput:
                do throws(ExchangeFailure) {
                    session.put(try read())
                } catch {
                    throw error == .closed ? .cut : error
                }
            case .ended: throw .closed
            case .failed(.alert(let alert)): throw .refused(alert.description)
            case .failed(.other(_, _, let text)): throw .interrupted(text)
            case .failed(nil): throw .interrupted("unknown error")
            }
        }
    }

    /// The next line without its end; `refused` where it is longer than the limit in bytes.
    package func line(atMost limit: Int = 4096) throws(ExchangeFailure) -> [UInt8] {
        var line: [UInt8] = []
        while true {
            let bytes = try receive(after: line)
            guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
                line += bytes
                guard line.count <= limit else {
                    unread = line
                    throw .refused("a line without end")
                }
                continue
            }
            line += bytes[..<end]
            unread = Array(bytes[(end + 1)...])
            guard line.count <= limit else { throw .refused("a line without end") }
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            return line
        }
    }

    /// The next bytes; what came before them is kept where none come.
    private func receive(after bytes: [UInt8]) throws(ExchangeFailure) -> [UInt8] {
        do throws(ExchangeFailure) {
            return try receive()
        } catch {
            unread = bytes
            throw error
        }
    }

    /// Exactly so many bytes.
    func bytes(_ count: Int) throws(ExchangeFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += try receive(after: bytes) }
        unread = Array(bytes[count...])
        return Array(bytes.prefix(count))
    }

    /// Text up to the first of some marks, and whether it has one: it ends without where the other
    /// side says no more, or says too much.
    func bytes(
        through marks: [String], atMost limit: Int = 1 << 16
    ) throws(ExchangeFailure) -> (text: String, isFound: Bool) {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            do throws(ExchangeFailure) {
                bytes += try receive()
            } catch {
                guard error == .closed, !bytes.isEmpty else { throw error }
                break
            }
            let ends = marks.compactMap { bytes.firstRange(of: Array($0.utf8))?.upperBound }
            guard let end = ends.min() else { continue }
            unread = Array(bytes[end...])
            return (String(decoding: bytes[..<end], as: UTF8.self), true)
        }
        return (String(decoding: bytes, as: UTF8.self), false)
    }

    /// Says that nothing more will be sent, where TLS has a word for that.
    func close() {
        guard let session else { return }
        session.end()
        _ = socket.write(session.take(), deadline)
    }

    private func write(_ bytes: [UInt8]) throws(ExchangeFailure) {
        guard let error = socket.write(bytes, deadline) else { return }
        throw failure(error)
    }

    private func read() throws(ExchangeFailure) -> [UInt8] {
        switch socket.read(deadline) {
        case .bytes(let bytes): return bytes
        case .end: throw .closed
        case .nothing: throw deadline.isStopped ? .stopped : .timedOut
        case .failed(let error): throw failure(error)
        }
    }

    private func failure(_ error: Int32) -> ExchangeFailure {
        switch error {
        case ECONNRESET, EPIPE: return .reset
        case ETIMEDOUT: return deadline.isStopped ? .stopped : .timedOut
        default: return .interrupted(SystemError(error).description)
        }
    }
}
