import CLibCurl
import Rollout

/// Makes one request: looks up, dials, has libcurl speak, and says how it ended.
struct HTTPCall {
    let plan: HTTPPlan
    let address: HTTPAddress
    let request: HTTPRequest
    let environment: CheckEnvironment
    let deadline: Deadline

    /// Blocks at most until the deadline.
    func run(_ library: CurlLibrary, _ cookies: CurlCookies?) -> HTTPObservation.Hop {
        let endpoint = plan.endpoint(of: address)
        let target =
            plan.proxy.map { DialTarget(host: $0.host, port: $0.port) } ?? endpoint.target
        let expected = plan.tls(for: address)
        let unbegun = DialReport(host: target.host, port: target.port ?? endpoint.port)
        let watch: TLSWatch?
        do throws(TLSSetupFailure) {
            watch =
                address.isSecure
                ? try TLSWatch(TLSPlan(expected, in: environment), environment.authorities) : nil
        } catch {
            return hop(unbegun, .setup(error.obstacle))
        }
        let (dial, socket) = Dialer.dial(target, port: endpoint.port, deadline: deadline)
        guard let socket else { return hop(dial, nil) }
        guard let transfer = CurlTransfer(library) else {
            return hop(unbegun, .setup(Obstacle(.httpUnusable, ["detail": "no memory is left"])))
        }
        let reception = HTTPReception(
            socket, limit: plan.bodyLimit, keeping: plan.keptLimit, watch: watch,
            way: dial.connection?.milliseconds ?? 0,
            mayAsk: { watch.map { Self.isGood($0, expected) } ?? true })
        configure(transfer, dial, cookies)
        reception.attach(to: transfer)
        guard !transfer.isTooOld else {
            let detail = "the system's libcurl is older than 7.80"
            return hop(unbegun, .setup(Obstacle(.httpUnusable, ["detail": detail])))
        }
        let ending = transfer.run(deadline)
        let outcome = HTTPOutcome(
            ending: ending, transfer: transfer, reception: reception, watch: watch,
            hasProxy: plan.proxy != nil, hasIdentity: expected.identity != nil,
            isStopped: deadline.isStopped, method: request.method)
        var hop = hop(dial, outcome.failure)
        hop.report.tls = outcome.tls
        hop.response = reception.response
        hop.wasWithheld = reception.isWithheld
        hop.wasAskedLate = watch?.wasAskedLate ?? false
        hop.proxyStatus = outcome.proxyStatus
        if reception.response != nil {
            let first = transfer.milliseconds(CURLINFO_STARTTRANSFER_TIME_T)
            hop.timings.response =
                first - transfer.milliseconds(CURLINFO_PRETRANSFER_TIME_T)
            hop.timings.transfer = transfer.milliseconds(CURLINFO_TOTAL_TIME_T) - first
        }
        return hop
    }

    private func hop(
        _ dial: DialReport, _ failure: ConnectionFailure?
    ) -> HTTPObservation.Hop {
        HTTPObservation.Hop(
            address, request.method,
            ConnectionReport(dial: dial, limit: environment.timeout, failure: failure))
    }

    /// The session is as it must be before anything is said in it.
    private static func isGood(_ watch: TLSWatch, _ expected: TLSExpectations) -> Bool {
        let tls = watch.observation(endedBy: nil)
        guard watch.setupFailure == nil, let session = tls.session else { return false }
        let ground = TLSSessionFindings.ground(expected, tls, session)
        return ground.obstacle == nil && ground.findings.allSatisfy(\.isMet)
    }

    private func configure(
        _ transfer: CurlTransfer, _ dial: DialReport, _ cookies: CurlCookies?
    ) {
        transfer.set(CURLOPT_URL, address.description)
        transfer.set(CURLOPT_PATH_AS_IS, 1)
        connect(transfer, dial)
        for option in [
            CURLOPT_SSL_VERIFYPEER, CURLOPT_SSL_VERIFYHOST, CURLOPT_SSL_SESSIONID_CACHE,
            CURLOPT_FOLLOWLOCATION,
        ] {
            transfer.set(option, 0)
        }
        transfer.set(CURLOPT_CAINFO, pointer: nil)
        transfer.set(CURLOPT_CAPATH, pointer: nil)
        let version = plan.version == .http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
        transfer.set(CURLOPT_HTTP_VERSION, version)
        if let cookies {
            transfer.set(CURLOPT_SHARE, pointer: cookies.pointer)
            transfer.set(CURLOPT_COOKIEFILE, "")
        }
        ask(transfer)
    }

    /// Has our connection used, and nothing of the environment.
    private func connect(_ transfer: CurlTransfer, _ dial: DialReport) {
        for option in [CURLOPT_FRESH_CONNECT, CURLOPT_FORBID_REUSE, CURLOPT_NOSIGNAL] {
            transfer.set(option, 1)
        }
        transfer.set(CURLOPT_NOPROXY, "")
        transfer.set(CURLOPT_PROXY, plan.proxy?.description ?? "")
        if plan.proxy != nil {
            transfer.set(CURLOPT_HTTPPROXYTUNNEL, 1)
            transfer.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        }
        // The connection is made, so that the address only keeps libcurl from looking a name up.
        let (host, port) = plan.proxy.map { ($0.host, $0.port) } ?? (address.host, address.port)
        guard !DialAddress.isLiteral(host) else { return }
        let found = (dial.connection?.address ?? "127.0.0.1").prefix { $0 != "%" }
        let given = found.contains(":") ? "[\(found)]" : String(found)
        transfer.set(CURLOPT_RESOLVE, lines: ["\(host):\(port):\(given)"])
    }

    private func ask(_ transfer: CurlTransfer) {
        if let body = request.body {
            transfer.set(CURLOPT_POSTFIELDSIZE, body.count)
            var copied = body
            copied.withUnsafeMutableBytes {
                transfer.set(CURLOPT_COPYPOSTFIELDS, pointer: $0.baseAddress)
            }
        } else if ["POST", "PUT", "PATCH"].contains(request.method) {
            transfer.set(CURLOPT_POSTFIELDSIZE, 0)
            transfer.set(CURLOPT_COPYPOSTFIELDS, "")
        }
        if request.method == "HEAD" {
            transfer.set(CURLOPT_NOBODY, 1)
        } else {
            transfer.set(CURLOPT_CUSTOMREQUEST, request.method)
        }
        transfer.set(CURLOPT_USERAGENT, "readiness")
        var lines = ["Expect:"]
        if !request.fields.contains(where: { $0.isNamed("content-type") }) {
            lines.append("Content-Type:")
        }
        if !request.fields.contains(where: { $0.isNamed("accept-encoding") }) {
            lines.append("Accept-Encoding: \(ContentDecoder.offer)")
        }
        lines += request.fields.map { field -> String in
            let value = String(decoding: field.bytes, as: UTF8.self)
            return value.isEmpty ? "\(field.name);" : "\(field.name): \(value)"
        }
        if let authorization = request.authorization {
            lines.append("Authorization: \(authorization)")
        }
        transfer.set(CURLOPT_HTTPHEADER, lines: lines)
    }
}
