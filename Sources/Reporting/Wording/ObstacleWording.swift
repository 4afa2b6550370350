package import Rollout

/// Words for what kept a check from looking.
package enum ObstacleWording {
    /// One sentence: what stood in the way, and what it may come from.
    package static func sentence(_ obstacle: Obstacle) -> String {
        let value = { (name: String) in obstacle.values[name] ?? "?" }
        let (place, detail, limit) = (value("place"), value("detail"), value("limit"))
        switch obstacle.code {
        case .nothingExpected:
            return "The check expects nothing, so nothing was found out."
        case .nothingObserved:
            return "The check brought nothing that could be judged, so nothing was found out."
        case .stopped: return "The run was ended before the check had an answer."
        case .checkTimedOut:
            return "The check took longer than its time limit of \(limit), so that what it saw does"
                + " not count."
        case .notTrusted:
            let what =
                obstacle.values["path"].map { "read \($0), which lies outside its folder" }
                ?? "run commands"
            return "The checklist is not trusted to \(what); look at it, then use"
                + " `readiness trust` or --allow-commands."

        case .resultsUnread:
            return "The results in \(value("path")) cannot be read: \(detail)."
        case .hostUnseen:
            return "Of this machine the \(value("what")) could not be looked at: \(detail)."
        case .timeUnusable:
            return "What \(place) says of the time cannot be used: \(detail)."
        case .secretUnreadable:
            return "The secret in \(place) cannot be read: \(detail)."

        case .timedOut:
            return "\(place) did not answer within \(limit): a firewall may drop the connection,"
                + " or the host is down."
        case .lookupFailed: return "The name \(value("host")) could not be looked up: \(detail)."
        case .hostUnreachable: return "There is no way to the host of \(place) from here."
        case .networkUnreachable: return "There is no route to the network of \(place) from here."
        case .notPermitted: return "This machine does not permit a connection to \(place)."
        case .connectionFailed: return "No connection to \(place) could be made: \(detail)."
        case .exchangeTimedOut:
            return "\(place) accepted the connection, but the exchange with it was not over within"
                + " \(limit)."
        case .exchangeInterrupted:
            return "The exchange with \(place) could not be carried through: \(detail)."
        case .handshakeTimedOut:
            return "\(place) accepted the connection, but the TLS handshake was not over within"
                + " \(limit)."
        case .handshakeInterrupted:
            return "The TLS handshake with \(place) could not be carried through: \(detail)."
        case .noReply:
            return "No reply came from \(place) within \(limit): the datagram or the reply may have"
                + " been dropped on the way, or nobody there answers it."

        case .noAuthorities:
            return "This machine has no certificate authorities to verify against: install the"
                + " package ca-certificates, or name a ca-file."
        case .clientCertificateUnanswered:
            return "\(place) closed the connection right after it was given the client certificate,"
                + " so it is not known whether it accepts it."
        case .clientCertificateUnconfirmed:
            return "\(place) neither confirmed the client certificate nor objected to it."
        case .credentialUnreadable:
            return "\(role(value("role"))) \(value("path")) cannot be read: \(detail)."
        case .credentialUnusable:
            return "\(role(value("role"))) \(value("path")) is not what it must be in PEM form:"
                + " \(detail)."
        case .keyEncrypted:
            return "The client key \(value("path")) is encrypted: give one without a passphrase."
        case .passwordMissing:
            return "\(value("path")) is encrypted: name a password for it."
        case .passwordWrong:
            return "\(value("path")) is encrypted, and the password is not the right one: look at"
                + " where the checklist says that it is kept."
        case .keyMismatch:
            return "The client key \(value("path")) does not belong to the client certificate"
                + " \(value("certificate"))."
        case .serverNameUnusable:
            return "The name \"\(value("name"))\" cannot be looked for in a certificate."
        case .tlsUnusable: return "OpenSSL cannot do what is asked: \(detail)."

        case .httpUnusable: return "No HTTP request can be made here: \(detail)."

        case .noNameServer:
            return "There is no name server to ask for \(value("name")), or there was no time to."
        case .questionUnanswered:
            return "The question for \(value("name")) was not answered; by name server: \(detail)."
        case .nameServerLame:
            return "The name server \(value("server")) neither has the zone of \(value("name")) nor"
                + " says what others have, so its answer says nothing."

        case .pathUnseen: return "\(value("path")) could not be looked at: \(detail)."
        case .contentUnread: return "\(value("path")) could not be read: \(detail)."
        case .fileTimedOut:
            return "Looking at \(value("path")) was not over within the time limit of \(limit)."

        case .commandUnusable:
            return
                "The command has no words, an empty name, or a NUL character in one of its words."
        case .folderUnusable:
            return "The folder \(value("folder")), in which the command is to run, is not usable:"
                + " \(detail)."
        case .programNotFound:
            return "The program \(value("program")) was not found in the folders of PATH."
        case .programNotStarted:
            return "The program \(value("program")) could not be started: \(detail)."
        case .commandTimedOut: return "The command did not end within \(limit) and was ended."
        case .killedBySignal:
            return "Signal \(value("signal")) ended the command before it could say anything by its"
                + " exit status."
        case .commandLost:
            return "The program \(value("program")) ran, but could not be watched to its end:"
                + " \(detail)."
        }
    }

    /// What a file of certificates or keys is for, as the beginning of a sentence.
    private static func role(_ role: String) -> String {
        switch role {
        case "authorities": return "The file of authorities"
        case "client-certificate": return "The client certificate"
        case "client-key": return "The client key"
        default: return "The file"
        }
    }
}
