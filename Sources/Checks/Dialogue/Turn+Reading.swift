import CanonicalJSON
import Characters
import Fields
import LocatedYAML

extension ValueType where Value == Dialogue {
    /// A list of turns that make sense together.
    static var dialogue: ValueType {
        let turns = ValueType<[Turn]>.list(of: .turn, atLeast: 1)
        return turns.map { turns, node, context in
            let dialogue = Dialogue(turns)
            // A turn that could not be read is reported already, and may be the one that is missing.
            guard turns.count == node.items.count else { return nil }
            for mistake in dialogue.mistakes {
                context.report(
                    "wrong-value", mistake.message, fix: mistake.fix,
                    at: mistake.place.map { node.items[$0] } ?? node)
            }
            return dialogue.mistakes.isEmpty ? dialogue : nil
        }
    }
}

extension ValueType where Value == Turn {
    fileprivate static var turn: ValueType {
        .options("a turn of a dialogue") { options in
            let parts = options.optional(
                "send", .oneOrMany(.part),
                "What is sent, as it stands: a text with its line end, bytes, or what was captured."
            )
            let expected = options.optional(
                "expect", .expectation(of: .content),
                "A text that the answer must contain, or more about it.")
            let last = options.optional(
                "through", .expectation(of: .text), without: "one line",
                "The answer is all lines up to the first one that is like this.")
            let count = options.optional(
                "bytes", .integer(1...Dialogue.answerLimit), without: "one line",
                "The answer is so many bytes.")
            let captures = options.optional(
                "capture",
                .entries(
                    "names with their expressions (a mapping)", key: .identifier, value: .pattern),
                "What of the answer is kept: the first group of an expression, or all that matches."
            )
            let tls = options.optional(
                "tls", .dialogueTLS, "TLS begins here; `{}` for TLS as the `tls` check has it.")
            let hears = ["expect", "through", "bytes", "capture"].filter(options.has)
            let given = (options.has("send") ? 1 : 0) + (hears.isEmpty ? 0 : 1)
            let isOne = given + (options.has("tls") ? 1 : 0) == 1
            options.refuse(
                where: !isOne && !options.hasUnknown,
                given == 0 && !options.has("tls")
                    ? "the turn does nothing" : "a turn sends, waits for an answer or begins TLS",
                fix: "write one of send, expect and tls; a turn of its own for each", at: "send")
            options.refuse(
                where: options.has("through") && options.has("bytes"),
                "through and bytes exclude each other", code: "contradiction",
                fix: "keep one of them", at: "bytes")
            let extent: Turn.Extent =
                last.map { .lines(through: $0) } ?? count.map { .bytes($0) } ?? .line
            let hearing = Turn.Hearing(
                extent, expected: expected,
                captures: (captures ?? []).map { Turn.Capture($0.key, $0.value) })
            return options.make {
                parts.map { .send($0) } ?? tls.map { .secure($0) } ?? .hear(hearing)
            }
        }
    }
}

extension ValueType where Value == TLSExpectations {
    /// The options of TLS; the name is that of the host where none is given.
    fileprivate static var dialogueTLS: ValueType {
        .options("TLS in a dialogue") { options in
            let tls = options.tls(host: nil)
            return options.make { tls }
        }
    }
}

extension ValueType where Value == Turn.Part {
    /// A text, or a mapping of what is no text.
    fileprivate static var part: ValueType {
        .shorthand(
            ValueType<String>.text.map { text, _, _ in .bytes(Array(text.utf8)) },
            or: .options("bytes, or what was captured") { options in
                let bytes = options.optional("hex", .hexadecimal, "Bytes, two digits each.")
                let name = options.optional(
                    "captured", ValueType<String>.identifier,
                    "What an earlier answer had under this name.")
                options.refuse(
                    where: options.has("hex") == options.has("captured") && !options.hasUnknown,
                    "a part is bytes, or something that was captured",
                    fix: "write {hex: 0d0a} or {captured: NAME}", at: "hex")
                return options.make(
                    bytes.map { .bytes($0) } ?? name.map { .captured($0) }
                ) { $0 }
            })
    }
}

extension ValueType where Value == [UInt8] {
    /// No datagram carries more (RFC 768 over RFC 791).
    private static var longest: Int { 65_507 }

    /// Bytes as hexadecimal digits.
    static var hexadecimal: ValueType {
        .scalar(
            "bytes as pairs of hexadecimal digits, at most \(longest)",
            schema: ["type": ["string", "number"], "pattern": "^([0-9a-fA-F]{2})+$"]
        ) { text in
            Hexadecimal.bytes(text.lowercased()).flatMap {
                (1...longest).contains($0.count) ? $0 : nil
            }
        }
    }
}
