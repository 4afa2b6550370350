import CLibPQ

/// Where a database is, as libpq takes it: an address, or words of the form KEY=VALUE.
package struct PostgresAddress: Sendable, CustomStringConvertible {
    /// The text as it was given, which may hold a password.
    let text: String
    private let options: [String: String]

    /// The text is none of the two; it is not repeated, since it may hold a password.
    package struct Mistake: Error, CustomStringConvertible {
        package var description: String {
            "This is no address of a PostgreSQL database: give it as postgresql://USER@HOST:5432/NAME."
        }
    }

    package init(_ text: String) throws(Mistake) {
        guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") else {
            throw Mistake()
        }
        var error: UnsafeMutablePointer<CChar>?
        let parsed = PQconninfoParse(text, &error)
        PQfreemem(error)
        guard let parsed else { throw Mistake() }
        defer { PQconninfoFree(parsed) }
        var options: [String: String] = [:]
        var option = parsed
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                options[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
        self.text = text
        self.options = options
    }

    /// The place without whose password it is.
    package var description: String {
        let host = options["host"] ?? options["hostaddr"] ?? "localhost"
        let port = options["port"].map { ":\($0)" } ?? ""
        return "postgresql://\(host)\(port)/\(options["dbname"] ?? "")"
    }

    /// Whether what is sent, and where it is sent, can be read and changed on the way: another machine
    /// is not told by its certificate.
    package var isOpenOnTheWay: Bool {
        let hosts = (options["host"] ?? options["hostaddr"] ?? "")
            .split(separator: ",", omittingEmptySubsequences: false)
        let isHere = hosts.allSatisfy { host in
            host.isEmpty || host.hasPrefix("/") || host == "localhost" || host == "::1"
                || host.hasPrefix("127.")
        }
        return !isHere && options["sslmode"] != "verify-full"
    }

    /// What a message of libpq says, without the password.
    func redacted(_ message: String) -> String {
        let secrets = ["password", "sslpassword"].compactMap { options[$0] }
        return secrets.filter { !$0.isEmpty }.reduce(message) { text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false)
                .joined(separator: "…")
        }
    }
}
