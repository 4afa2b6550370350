import Characters
import Rollout

/// Writes outside text into the head and body of a mail.
enum MailText {
    /// An address with nothing in it that could end it; what is no address becomes one that leads nowhere.
    static func address(_ text: String) -> String {
        isAddress(text) ? text : "nobody@readiness.invalid"
    }

    static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return text.utf8.count <= 254 && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.utf8.allSatisfy { byte in
                byte > 0x20 && byte < 0x7F && !"<>()[]\\,;:\"".utf8.contains(byte)
            }
    }

    /// Words of a head (RFC 2047), each at most 75 bytes and on a line of its own.
    static func words(_ text: String) -> String {
        let line = VisibleText.line(text)
        if line.utf8.count < 60, line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }),
            !line.contains("=?")
        {
            return line
        }
        var parts: [[UInt8]] = [[]]
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if parts[parts.count - 1].count + bytes.count > 42 { parts.append([]) }
            parts[parts.count - 1] += bytes
        }
        return parts.map { "=?utf-8?B?\(Base64.text($0))?=" }.joined(separator: "\r\n ")
    }

    /// Base64 in lines of 76 signs.
    static func lines(_ text: String) -> String {
        var out = ""
        var length = 0
        for scalar in Base64.text(Array(text.utf8)).unicodeScalars {
            if length == 76 {
                out += "\r\n"
                length = 0
            }
            out.unicodeScalars.append(scalar)
            length += 1
        }
        return out + "\r\n"
    }

    /// Such as `Fri, 31 Oct 2025 11:00:00 +0000`.
    static func date(_ instant: Instant) -> String {
        let local = Zone.utc.local(instant)
        let day = local.date
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = local.secondOfDay
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(padded)
            .joined(separator: ":")
        return
            "\(days[day.weekday]), \(day.day) \(months[day.month - 1]) \(day.year) \(time) +0000"
    }
}
