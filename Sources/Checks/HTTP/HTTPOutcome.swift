import CLibCurl
import Rollout

/// Says how a transfer ended, in the words of connections.
struct HTTPOutcome {
    /// Why there is no whole answer; nil where there is one, or where nothing was asked.
    private(set) var failure: ConnectionFailure?
    /// What was seen of TLS; nil where it was not begun.
    private(set) var tls: TLSObservation?
    /// What the proxy answered; nil where there is none, or it did not.
    let proxyStatus: Int?

    private let transfer: CurlTransfer
    private let reception: HTTPReception
    private let watch: TLSWatch?
    private let hasIdentity: Bool
    private let isStopped: Bool

    init(
        ending: CurlTransfer.Ending, transfer: CurlTransfer, reception: HTTPReception,
        watch: TLSWatch?, hasProxy: Bool, hasIdentity: Bool, isStopped: Bool, method: String
    ) {
        (self.transfer, self.reception, self.watch) = (transfer, reception, watch)
        (self.hasIdentity, self.isStopped) = (hasIdentity, isStopped)
        let status = hasProxy ? transfer.number(CURLINFO_HTTP_CONNECTCODE) : 0
        proxyStatus = status == 0 ? nil : status
        let isThrough = !hasProxy || reception.wasSent || watch?.hasBegun == true
        if let setup = watch?.setupFailure {
            failure = .setup(setup.obstacle)
        } else if reception.isForestalled {
            // The same words as for a greeting that comes a moment later.
            failure = .exchange(.refused("an answer that is none of HTTP"))
            tls = watch?.observation(endedBy: nil)
        } else if reception.isWithheld {
            tls = watch?.observation(endedBy: nil)
        } else if !isThrough {
            failure = .preamble(proxyFailure(ending))
        } else if let watch, !reception.wasSent {
            tls = watch.observation(endedBy: interruption(ending, watch))
            failure = .handshake(tls?.ending ?? .closed)
        } else {
            let late = lateEnding(ending)
            let exchange = late == nil ? exchangeFailure(ending, method) : nil
            tls = watch?.observation(endedBy: nil)
            if let late { tls?.ending = late }
            failure =
                late.map { .handshake($0) } ?? exchange.map { .exchange($0) }
                ?? tls?.ending.flatMap { $0.isShown ? nil : .handshake($0) }
        }
    }

    private var overdue: ExchangeFailure { isStopped ? .stopped : .timedOut }

    /// What libcurl says of its failure, or the code in its words.
    private func words(_ code: CURLcode) -> String {
        let text = transfer.failureText
        return ForeignText.clean(
            Array((text.isEmpty ? transfer.words(code) : text).utf8), limit: 120)
    }

    private var wasReset: Bool {
        let text = transfer.failureText
        return text.contains("reset") || text.contains("Broken pipe")
    }

    // MARK: The proxy

    private func proxyFailure(_ ending: CurlTransfer.Ending) -> ExchangeFailure {
        guard case .done(let code) = ending else { return overdue }
        if let proxyStatus {
            return .refused("the status \(proxyStatus) of the proxy instead of a way through it")
        }
        if code == CURLE_PROXY {
            return .refused(Self.socks(transfer.number(CURLINFO_PROXY_ERROR)))
        }
        let isEnd = [CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING].contains(code)
        if isEnd || wasReset { return .refused("an end of the connection by the proxy") }
        if code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_WEIRD_SERVER_REPLY {
            return .refused("no answer of a proxy: \(words(code))")
        }
        // What else ends it may be of our own doing.
        return .interrupted(words(code))
    }

    /// What a SOCKS proxy says (RFC 1928 section 6), as libcurl numbers it.
    private static func socks(_ number: Int) -> String {
        switch number {
        case 11, 12, 13: return "a demand of the proxy for a login"
        case 19: return "the word of the proxy that the host refuses"
        case 20, 21, 22: return "the word of the proxy that it has no way to the host"
        case 23: return "a refusal by the rules of the proxy"
        default: return "a refusal by the proxy"
        }
    }

    // MARK: TLS

    private func interruption(
        _ ending: CurlTransfer.Ending, _ watch: TLSWatch
    ) -> TLSInterruption {
        if let alert = watch.alert { return .alert(alert) }
        if let notTLS = watch.notTLS { return notTLS }
        guard case .done(let code) = ending else { return isStopped ? .stopped : .timedOut }
        let text = transfer.failureText
        if let error = Self.errorCode(in: text) {
            guard case .other(ERR.library, ERR.unexpectedEnd, _) = error else {
                return TLSInterruption(error)
            }
            return .closed
        }
        if wasReset { return .reset }
        return text.contains("SSL_ERROR_SYSCALL") || code == CURLE_GOT_NOTHING
            ? .closed : .interrupted(words(code))
    }

    private enum ERR {
        /// `ERR_LIB_SSL`.
        static let library: Int32 = 20
        /// `SSL_R_UNEXPECTED_EOF_WHILE_READING`.
        static let unexpectedEnd: Int32 = 294
    }

    /// The code of OpenSSL in a text such as `error:0A00010B:SSL routines::wrong version number`.
    private static func errorCode(in text: String) -> OpenSSLErrors.First? {
        guard let mark = text.firstRange(of: "error:") else { return nil }
        let digits = text[mark.upperBound...].prefix { $0.isHexDigit }
        return UInt(digits, radix: 16).map(OpenSSLErrors.meaning)
    }

    /// How the server ended the session over a certificate once the handshake was over for us; nil
    /// where it did not.
    private func lateEnding(_ ending: CurlTransfer.Ending) -> TLSEnding? {
        guard let watch, case .done(let code) = ending, code != CURLE_OK,
            watch.observation.requestedCertificate, reception.response == nil
        else { return nil }
        if let alert = watch.alert {
            return TLSInterruption.alert(alert).ending(wasAsked: true, hasIdentity: hasIdentity)
        }
        guard code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR || code == CURLE_GOT_NOTHING
        else { return nil }
        // Where the session stood without one, the server asked and did not demand.
        let stood = watch.observation(endedBy: nil).ending?.isShown ?? false
        guard hasIdentity || watch.wasAskedLate || !stood else { return nil }
        return hasIdentity ? .closedAfterCertificate : .demandsCertificate(nil)
    }

    // MARK: HTTP

    private func exchangeFailure(
        _ ending: CurlTransfer.Ending, _ method: String
    ) -> ExchangeFailure? {
        guard case .done(let code) = ending else { return overdue }
        switch code {
        case CURLE_OK:
            // A head that broke off is no failure for libcurl.
            guard let response = reception.response else { return .closed }
            guard reception.decoder?.isWhole ?? true else {
                return .refused("a content encoding that breaks off")
            }
            let isCut =
                watch.map { !$0.saidGoodbye } ?? false && response.isEndedByClosing(method)
            return isCut ? .cut : nil
        case CURLE_WRITE_ERROR where reception.isStopped && reception.response != nil: return nil
        case CURLE_WRITE_ERROR: return .refused(reception.refusal ?? "an answer that is none")
        case CURLE_GOT_NOTHING: return .closed
        case CURLE_PARTIAL_FILE: return .cut
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
            return .refused("an answer that is none of HTTP")
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: return .refused("an error of HTTP/2")
        // The second is CURLE_TOO_LARGE, which older headers do not name.
        case CURLE_OUT_OF_MEMORY, CURLcode(rawValue: 100): return .refused("a head without end")
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            if let alert = watch?.alert { return .refused(alert.description) }
            if transfer.failureText.contains("hunked") { return .refused("a chunk that is broken") }
            if wasReset { return .reset }
            let text = transfer.failureText
            return text.contains("SSL_ERROR_SYSCALL") || text.contains("unexpected eof")
                ? .cut : .interrupted(words(code))
        default: return .interrupted(words(code))
        }
    }
}

extension HTTPResponse {
    /// Only the end of the connection says where the body ends (RFC 9112 section 6.3).
    fileprivate func isEndedByClosing(_ method: String) -> Bool {
        version != "2" && method != "HEAD" && ![204, 304].contains(status)
            && value(of: "content-length") == nil && value(of: "transfer-encoding") == nil
    }
}
