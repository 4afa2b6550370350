import Fields
import LocatedYAML

/// How far a request for ActiveSync came.
package enum ActiveSyncState: String, Hashable, Sendable, CaseIterable {
    /// The server asked for the client certificate and answered with what it offers.
    case accepted
    /// The server answered with what it offers, and needed no certificate for that.
    case open
    /// The server asks for a client certificate, and none was given.
    case certificateWanted = "certificate-wanted"
    /// The server asks for a login.
    case loginWanted = "login-wanted"
    /// The server was reached and turned us down.
    case refused
    /// Something answered that is no ActiveSync.
    case other
    /// The server names another one, which was not asked.
    case redirected
    /// The certificate is of another authority than it should be: something in between answers.
    case intercepted
    /// The session is not as safe as it should be, so that nothing was asked.
    case unsafe
    /// No session with the server came about.
    case blocked

    /// The state in a few words.
    package var words: String {
        switch self {
        case .accepted: return "reached, and the client certificate is accepted"
        case .open: return "reached, and answered without a client certificate"
        case .certificateWanted: return "reached, and a client certificate is wanted"
        case .loginWanted: return "reached, and a login is wanted"
        case .refused: return "reached, and turned down"
        case .other: return "reached, but it does not answer as ActiveSync does"
        case .redirected: return "redirected elsewhere"
        case .intercepted: return "intercepted"
        case .unsafe: return "not asked, because the session is not safe"
        case .blocked: return "blocked"
        }
    }

    /// What a checklist may ask for: a session that is not as safe as it should be is never good.
    static let wantable = allCases.filter { $0 != .intercepted && $0 != .unsafe }
}

extension ValueType where Value == ActiveSyncState {
    /// A state that a checklist may ask for.
    static var activeSyncState: ValueType {
        ValueType<String>.choice(of: ActiveSyncState.wantable.map(\.rawValue))
            .map { name, _, _ in ActiveSyncState(rawValue: name) }
    }
}
