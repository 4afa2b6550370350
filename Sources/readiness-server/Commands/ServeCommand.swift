import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Operations
import PostgresStorage
import ServiceLifecycle
import UnixSignals

/// `readiness-server`: serves until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the ledger of a folder; SIGTERM or Ctrl-C end it.",
        discussion: """
            Without TLS: it listens on this machine alone, behind a proxy that ends TLS (see \
            docs/server.md). DATA/allowed_signers is the first list of signers, which its owner \
            records with `readiness signers --update`. Nothing that was acknowledged is lost. With \
            --database several servers share one ledger in PostgreSQL.
            """)

    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "host:port"))
    var listen = "127.0.0.1:8080"

    @Option(
        help: ArgumentHelp(
            "The name of the log, for ever; only the first start reads it. Default: the host of this machine with its year.",
            valueName: "name"))
    var log: String?

    @Option(
        help: ArgumentHelp(
            "A witness that is asked to sign what the log signs: its public key, and where it listens; may be repeated.",
            valueName: "key=address"),
        transform: WitnessArgument.read)
    var witness: [Witness] = []

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "Do not start where the log signed more than is here, by a checkpoint: a file, or the address of a server that has the log. Repeat it.",
            valueName: "place"))
    var newest: [String] = []

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @Flag(help: "Listen where other machines reach it without TLS.")
    var exposed = false

    func validate() throws {
        guard let (host, _) = Self.place(listen) else {
            throw ValidationError("--listen takes HOST:PORT, such as 127.0.0.1:8080.")
        }
        guard exposed || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError(
                "Others would read along: put a proxy with TLS in front of 127.0.0.1, or say --exposed."
            )
        }
    }

    private static func place(_ text: String) -> (host: String, port: Int)? {
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        let host = text[..<colon].trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        return host.isEmpty ? nil : (host, port)
    }

    func run() async throws {
        guard let (host, port) = Self.place(listen) else { throw ExitCode(64) }
        let folder = try data.folder()
        try data.database.address().map(DatabaseOptions.warn)
        let year = Calendar(identifier: .gregorian).component(.year, from: Date())
        let name = log ?? "\(ProcessInfo.processInfo.hostName)/\(year)"
        let claim = try folder.claim()
        defer { withExtendedLifetime(claim) {} }
        try await folder.prepare(log: name) { context in
            for place in newest {
                try await NewestCheckpoint(place, context).require(of: folder.location)
            }
        }
        var logger = Logger(label: "readiness-server") { _ in JSONLog() }
        logger.logLevel = .info
        let desk = try Desk(folder, limits, logger, witnesses: witness)
        try await desk.quota.count(in: folder.location)
        let application = Application(
            router: Routes.router(desk),
            // Who says nothing for so long is not waited for.
            server: .http1(configuration: limits.channel(idleTimeout: .seconds(30))),
            configuration: .init(
                address: .hostname(host, port: port), serverName: nil,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? port
                let shown = host.contains(":") ? "[\(host)]" : host
                Standard.say("Listening on http://\(shown):\(port)")
            }, logger: logger)
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: application),
                .init(service: WitnessService(witnesses: desk.witnesses, logger: logger)),
                .init(service: CheckpointService(desk: desk)),
                .init(
                    service: EvidenceCleaning(
                        desk: desk, patience: .seconds(limits.unnamedHours * 3600))),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        try await ServiceGroup(configuration: configuration).run()
        try await desk.intake.close()
        try await folder.database?.close()
    }
}
