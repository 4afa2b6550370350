/// How to come to talk with a server: dial, an optional preamble, then TLS where it is asked for.
package struct ConnectionPlan: Sendable {
    package let endpoint: Endpoint
    package let preamble: (any Preamble)?
    /// Nil where the exchange is in plain bytes.
    package let tls: TLSPlan?

    package init(
        _ endpoint: Endpoint, preamble: (any Preamble)? = nil, tls: TLSPlan? = nil
    ) {
        self.endpoint = endpoint
        self.preamble = preamble
        self.tls = tls
    }

    /// Connects, exchanges bytes and closes, all within one deadline, on a thread of its own.
    ///
    /// - Parameters:
    ///   - environment: Gives the time limit and the authorities.
    ///   - exchange: What is said once the connection stands; what it throws is the failure.
    /// - Returns: What came of the connection, and of the exchange; nil where it did not end well.
    package func run<Value: Sendable>(
        in environment: CheckEnvironment,
        _ exchange: @escaping @Sendable (Connection) throws(ExchangeFailure) -> Value
    ) async -> (report: ConnectionReport, value: Value?) {
        let limit = environment.timeout
        return await CheckThreads.run(limit) { deadline in
            let (report, connection) = connect(environment.authorities, limit, deadline)
            guard let connection else { return (report, nil) }
            defer { connection.close() }
            do throws(ExchangeFailure) {
                return (report, try exchange(connection))
            } catch {
                var report = report
                report.failure = .exchange(error)
                return (report, nil)
            }
        }
    }

    /// Connects; nil where the connection does not stand, and then the report says why.
    private func connect(
        _ authorities: AuthorityCache, _ limit: Duration, _ deadline: Deadline
    ) -> (ConnectionReport, Connection?) {
        var session: OpenSSLSession?
        do throws(TLSSetupFailure) {
            // What is wrong on our side is found out before anybody is bothered.
            session = try tls.map { plan throws(TLSSetupFailure) in
                try plan.requirePermission()
                let context = try authorities.context(
                    plan.authorities, within: plan.confinement)
                return try OpenSSLSession(context, plan)
            }
        } catch {
            let target = endpoint.target
            let dial = DialReport(host: target.host, port: target.port ?? endpoint.port)
            return (
                ConnectionReport(dial: dial, limit: limit, failure: .setup(error.obstacle)), nil
            )
        }
        let (dial, socket) = Dialer.dial(endpoint.target, port: endpoint.port, deadline: deadline)
        var report = ConnectionReport(dial: dial, limit: limit)
        guard let socket else { return (report, nil) }
        let connection = Connection(socket, deadline)
        do throws(ExchangeFailure) {
            try preamble?.speak(over: connection)
            if session != nil { try connection.expectSilence() }
        } catch {
            report.failure = .preamble(error)
            return (report, nil)
        }
        guard let session, let tls else { return (report, connection) }
        let way = dial.connection?.milliseconds ?? 0
        let (observation, early) = TLSHandshake.run(session, tls, socket, deadline, way: way)
        report.tls = observation
        guard let ending = observation.ending, ending.isEstablished else {
            report.failure = observation.ending.map { .handshake($0) }
            return (report, nil)
        }
        connection.secure(with: session, early: early)
        return (report, connection)
    }
}
