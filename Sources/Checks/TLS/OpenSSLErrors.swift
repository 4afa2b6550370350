import CLibSSL

/// The errors that OpenSSL keeps for the current thread.
enum OpenSSLErrors {
    /// The first error and what it means.
    enum First: Hashable {
        /// The peer ended it with an alert.
        case alert(TLSEnding.Alert)
        /// Anything else, by library, reason and in words.
        case other(library: Int32, reason: Int32, text: String)
    }

    /// Forgets what an earlier call left behind; `SSL_get_error` needs that.
    static func clear() { ERR_clear_error() }

    /// Takes the first error and forgets the rest, which only say where it passed through.
    static func take() -> First? {
        let code = ERR_get_error()
        defer { ERR_clear_error() }
        guard code != 0 else { return nil }
        return meaning(of: code)
    }

    /// Takes all errors, in the order in which they arose.
    static func takeAll() -> [First] {
        var all: [First] = []
        while true {
            let code = ERR_get_error()
            guard code != 0 else { return all }
            all.append(meaning(of: code))
        }
    }

    /// What an error code of OpenSSL says.
    static func meaning(of code: UInt) -> First {
        let library = ERR_GET_LIB(code)
        let reason = ERR_GET_REASON(code)
        if library == ERR_LIB_SSL, reason > SSL_AD_REASON_OFFSET,
            reason <= SSL_AD_REASON_OFFSET + 255
        {
            let number = reason - SSL_AD_REASON_OFFSET
            let name = SSL_alert_desc_string_long(number).map { String(cString: $0) } ?? "unknown"
            return .alert(TLSEnding.Alert(number: Int(number), name: name))
        }
        // The reason alone: the whole error string would carry OpenSSL's source paths.
        let text = ERR_reason_error_string(code).map { String(cString: $0) } ?? "error \(reason)"
        return .other(library: library, reason: reason, text: text)
    }

    /// The first error in words; the rest is forgotten.
    static func takeText() -> String {
        switch take() {
        case .alert(let alert): return alert.description
        case .other(_, _, let text): return text
        case nil: return "unknown error"
        }
    }
}
