import Characters

/// Three hundred texts that try to leave the place where they stand, in one format or another.
enum HostileTexts {
    static let all: [String] = {
        var texts = HostileReport.texts.filter { $0.unicodeScalars.contains { $0 != " " } }
        // Each format's own signs, at the start, in the middle, at the end, and marked or hidden.
        let signs = [
            "|", "`", "```", "~~~", "](", "](javascript:alert(1))", "<script>", "</td>", "<!--",
            "-->",
            "]]>", "<![CDATA[", "&#60;b&#62;", "\"", "'", "\"\u{301}", "'\u{20DD}", "\\", "\\\"",
            ",",
            ";", ":", "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\u{FF1D}1",
            "javascript:alert(1)", "\u{1B}[31m", "\u{9B}2J", "\u{202E}", "\u{2066}", "\u{200B}",
            "\u{FEFF}", "\u{0}", "\u{FFFE}", "\u{E000}", "\n", "\r\n", "\u{2028}", "\u{85}",
            "%%{init: {}}%%",
            "section x", "click a call b()", "END:VEVENT", "BEGIN:VEVENT", "\nEND:VCALENDAR\n",
            "ATTENDEE:mailto:x@y", "::error::x", "\n::set-output name=a::b", "%0A::error::x",
            "##[error]",
            "{\"a\":1}", "\n# HELP x\n", "x{a=\"b\"} 1", "\nBcc: all@example.com",
            "=?utf-8?B?eA==?=", "--",
            "$(id)", "`id`", "${x}", "{{7*7}}", "{% x %}", "[x]: y", "[^1]", "- [ ] x", "> q",
            "# h",
        ]
        for sign in signs {
            texts += [sign + "x", "x" + sign + "y", "x " + sign, "\(sign)\(sign)\(sign)"]
        }
        // A text of line breaks alone says nothing, as one of blanks does.
        return Array(
            texts.filter { text in
                text.unicodeScalars.contains { $0 != " " && !VisibleText.isBreak($0) }
            }.prefix(300))
    }()
}
