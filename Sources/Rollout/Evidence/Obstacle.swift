/// Why a check could not look, as a code with its values.
///
/// The words for it are made by `Reporting`.
package struct Obstacle: Hashable, Sendable {
    /// What stood in the way; the raw value stands in statements and in JSON.
    ///
    /// The values that the words for a case need stand in brackets.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The check expects nothing, so that nothing was found out.
        case nothingExpected = "nothing-expected"
        /// The observation holds nothing that could be judged, which is a fault of the check.
        case nothingObserved = "nothing-observed"
        /// The run was ended before the check had an answer.
        case stopped
        /// The check took longer than its time limit, which is a fault of the check (limit).
        case checkTimedOut = "check-timed-out"
        /// The checklist is not trusted to do what the check does (path, of a file outside its folder
        /// whose content it would read).
        case notTrusted = "not-trusted"

        /// A secret that the check needs is not there (place, detail).
        case secretUnreadable = "secret-unreadable"

        // The network.

        /// Nothing came within the time limit (place, limit).
        case timedOut = "timed-out"
        /// The name could not be looked up (host, detail).
        case lookupFailed = "lookup-failed"
        /// There is no way to the host (place).
        case hostUnreachable = "host-unreachable"
        /// There is no route to the network of the host (place).
        case networkUnreachable = "network-unreachable"
        /// This machine forbids the connection (place).
        case notPermitted = "not-permitted"
        /// Another error of the system (place, detail).
        case connectionFailed = "connection-failed"
        /// The connection was accepted, but what was said on it had no end in time (place, limit).
        case exchangeTimedOut = "exchange-timed-out"
        /// The exchange of bytes broke off on our side (place, detail).
        case exchangeInterrupted = "exchange-interrupted"
        /// The connection was accepted, but the handshake had no end in time (place, limit).
        case handshakeTimedOut = "handshake-timed-out"
        /// The handshake broke off on our side (place, detail).
        case handshakeInterrupted = "handshake-interrupted"
        /// No reply came to a datagram (place, limit).
        case noReply = "no-reply"

        // TLS and its files.

        /// This machine trusts no authority at all.
        case noAuthorities = "no-authorities"
        /// The server hung up right after it was given our certificate (place).
        case clientCertificateUnanswered = "client-certificate-unanswered"
        /// The server neither confirmed our certificate nor objected to it (place).
        case clientCertificateUnconfirmed = "client-certificate-unconfirmed"
        /// A file of certificates or keys cannot be read (role, path, detail).
        case credentialUnreadable = "credential-unreadable"
        /// A file of certificates or keys holds something else (role, path, detail).
        case credentialUnusable = "credential-unusable"
        /// A private key asks for a passphrase (path).
        case keyEncrypted = "key-encrypted"
        /// A file is encrypted, and the checklist names no password for it (path).
        case passwordMissing = "password-missing"
        /// A file is encrypted with another password (path).
        case passwordWrong = "password-wrong"
        /// A private key belongs to another certificate (path, certificate).
        case keyMismatch = "key-mismatch"
        /// The name cannot be looked for in a certificate (name).
        case serverNameUnusable = "server-name-unusable"
        /// OpenSSL itself cannot do what is asked (detail).
        case tlsUnusable = "tls-unusable"

        // HTTP.

        /// Requests cannot be made on this machine (detail).
        case httpUnusable = "http-unusable"

        // Name servers.

        /// There is no name server to ask, or no time was left to ask one (name).
        case noNameServer = "no-name-server"
        /// No name server that was asked knows an answer (name, detail).
        case questionUnanswered = "question-unanswered"
        /// The name server neither has the zone nor asks others (server, name).
        case nameServerLame = "name-server-lame"

        // The machine.

        /// Something of this machine could not be looked at (what, detail).
        case hostUnseen = "host-unseen"
        /// What a time server says cannot be held against this machine's clock (place, detail).
        case timeUnusable = "time-unusable"

        // Files.

        /// It cannot be told what stands under the path (path, detail).
        case pathUnseen = "path-unseen"
        /// What stands under the path could not be read to its end (path, detail).
        case contentUnread = "content-unread"
        /// Looking and reading had no end in time (path, limit).
        case fileTimedOut = "file-timed-out"

        /// A file of results of another tool cannot be read as one (path, detail).
        case resultsUnread = "results-unread"

        // Commands.

        /// The words of the command cannot be handed to the system.
        case commandUnusable = "command-unusable"
        /// The folder to run in is not usable (folder, detail).
        case folderUnusable = "folder-unusable"
        /// No folder of `PATH` has the program (program).
        case programNotFound = "program-not-found"
        /// The program was not started (program, detail).
        case programNotStarted = "program-not-started"
        /// The command had no end in time and was ended (limit).
        case commandTimedOut = "command-timed-out"
        /// A signal ended the command (signal).
        case killedBySignal = "killed-by-signal"
        /// The command ran, but could not be watched to its end (program, detail).
        case commandLost = "command-lost"
    }

    package let code: Code
    /// What the words for it need, by name: `host`, `place`, `limit`, `detail`.
    package let values: [String: String]

    package init(_ code: Code, _ values: [String: String] = [:]) {
        self.code = code
        self.values = values
    }
}
