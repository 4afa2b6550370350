import ArgumentParser
import HummingbirdCore
import NIOCore

/// What one client, and all of them together, may ask of a server.
struct LimitOptions: ParsableArguments {
    @Option(
        name: .customLong("proxy"), parsing: .singleValue,
        help: ArgumentHelp(
            "The address of a proxy in front, such as 127.0.0.1: what it says in X-Forwarded-For is believed. Repeat it.",
            valueName: "address"))
    var proxies: [String] = []

    @Option(
        name: .customLong("statements-per-minute"),
        help: ArgumentHelp(
            "Requests with statements that one address may make in a minute.", valueName: "number"))
    var statements = 6000

    @Option(
        name: .customLong("uploads-per-minute"),
        help: ArgumentHelp(
            "Files of evidence that one address may bring in a minute.", valueName: "number"))
    var uploads = 600

    @Option(
        name: .customLong("sign-ins-per-minute"),
        help: ArgumentHelp(
            "Attempts to sign in that one address may make in a minute.", valueName: "number"))
    var signIns = 20

    @Option(
        name: .customLong("evidence-per-day"),
        help: ArgumentHelp("MiB of evidence that one token may bring in a day.", valueName: "MiB"))
    var evidencePerDay = 4096

    @Option(
        name: .customLong("evidence-limit"),
        help: ArgumentHelp("MiB that all evidence may have.", valueName: "MiB"))
    var evidenceLimit = 65_536

    @Option(
        name: .customLong("unnamed-hours"),
        help: ArgumentHelp(
            "Evidence that no statement names is removed after so long.", valueName: "hours"))
    var unnamedHours = 24

    @Option(help: ArgumentHelp("Connections that are served at once.", valueName: "number"))
    var connections = 1000

    @Option(
        name: .customLong("request-seconds"),
        help: ArgumentHelp(
            "How long a request may take to arrive, from its first byte to its last.",
            valueName: "seconds"))
    var requestSeconds = 120

    @Option(
        name: .customLong("stall-seconds"),
        help: ArgumentHelp(
            "How long a reader may take nothing of its answer.", valueName: "seconds"))
    var stallSeconds = 30

    func validate() throws {
        for (name, value) in [
            ("statements-per-minute", statements), ("uploads-per-minute", uploads),
            ("sign-ins-per-minute", signIns), ("evidence-per-day", evidencePerDay),
            ("evidence-limit", evidenceLimit), ("unnamed-hours", unnamedHours),
            ("connections", connections), ("request-seconds", requestSeconds),
            ("stall-seconds", stallSeconds),
        ] {
            guard (1...1_000_000_000).contains(value) else {
                throw ValidationError("--\(name) takes a number from 1 up.")
            }
        }
        for proxy in proxies where ClientAddress.plain(proxy) == nil {
            throw ValidationError(
                "--proxy takes an address such as 127.0.0.1, and not \"\(proxy)\".")
        }
    }

    /// The proxies as `ClientAddress` compares them.
    var trusted: Set<String> { Set(proxies.compactMap { ClientAddress.plain($0) }) }

    /// How a connection is read and written within them.
    func channel(idleTimeout: TimeAmount) -> HTTP1Channel.Configuration {
        let (request, stall) = (
            TimeAmount.seconds(Int64(requestSeconds)), TimeAmount.seconds(Int64(stallSeconds))
        )
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [ConnectionDeadlines(request: request, stall: stall)],
            idleTimeout: idleTimeout,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10,
                maxHeaderFieldCount: 100))
    }
}
