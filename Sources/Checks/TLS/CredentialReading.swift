import Rollout

/// What came of reading bytes that should hold a certificate or a key.
enum CredentialReading<Value> {
    case read(Value)
    /// They hold something else; in words, with the article.
    case other(String)
    case locked(CredentialLock)
}

/// Why something that is encrypted was not opened.
enum CredentialLock: Hashable {
    case passwordMissing
    case passwordWrong
    /// OpenSSL here does not know the method, or refuses it; in words.
    case unusable(String)

    /// The obstacle that it is for a file.
    func obstacle(_ path: String) -> Obstacle {
        switch self {
        case .passwordMissing: return Obstacle(.passwordMissing, ["path": path])
        case .passwordWrong: return Obstacle(.passwordWrong, ["path": path])
        case .unusable(let detail):
            return Obstacle(.contentUnread, ["path": path, "detail": detail])
        }
    }
}
