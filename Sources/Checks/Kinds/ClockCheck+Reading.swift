import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension CheckKind {
    package static let clock = CheckKind(
        "clock", "How far the clock of this machine is from that of a time server.",
        sharing: KindFacts.connection,
        facts: [
            "server": "The server.", "port": "The port.",
            "offset-ms":
                "How far the server's clock is ahead; below zero it is this machine's that is.",
            "error-ms": "How far that may be from the truth.",
            "server-time": "The time of the server when it answered.",
            "round-trip-ms": "How long question and answer were on the way.",
            "stratum": "How many servers lie between the server and a clock, with itself.",
            "leap": "The leap second that it announces.",
            "reference": "Where it has its time from, in its own words.",
            "root-delay-ms": "The time on its own way to a clock and back.",
            "root-dispersion-ms": "How far it may be off on its own account.",
            "ignored-replies": "How many answers came to what was not asked.",
        ],
        example: """
            - clock: {server: time.example.com, maximum: 500ms}
            - clock: {server: 192.0.2.123, maximum: 2m, stratum: {maximum: 4}, timeout: 2s}
            """
    ) { options in
        let server = options.required(
            "server", .dialHost, "The name or address of a server of NTP.")
        let maximum = options.required(
            "maximum", .positiveDuration, "How far this machine's clock may be from the server's.")
        let port = options.optional(
            "port", .integer(1...65_535), default: 123, "123", "The port to ask.")
        let connectTo = options.optional(
            "connect-to", .dialTarget, without: "server",
            "The name or address that is asked instead of `server`, with `:PORT` for another port.")
        let stratum = options.optional(
            "stratum", .expectation(of: .number), without: "1 to 15",
            "How many servers may lie between the server and a clock, with itself.")
        return options.make(server, maximum) { server, maximum in
            var check = ClockCheck(
                Endpoint(host: server, port: port, connectTo: connectTo), maximum: maximum)
            check.stratum = stratum
            return check
        }
    }
}
