package import CanonicalJSON
import Rollout

extension CommandCheck {
    package func seen(in observation: CommandObservation) -> [String: TypedValue] {
        guard case .exited(let code) = observation.ending else { return [:] }
        var seen: [String: TypedValue] = ["exit": .number(code)]
        for (name, text, encoding) in outputs(observation) where !text.isCut {
            guard let whole = Self.readable(text, encoding ?? .utf8), !whole.isCut else { continue }
            var members: [String: TypedValue] = ["equals": .text(whole.text)]
            if let encoding { members["encoding"] = .text(encoding.rawValue) }
            seen[name] = .object(JSONObject(members))
        }
        return seen
    }

    package func unsaid(in observation: CommandObservation) -> [String] {
        guard case .exited = observation.ending else { return [] }
        return outputs(observation).compactMap { name, text, encoding in
            if text.isCut { return "\(name): it was cut" }
            let encoding = encoding ?? .utf8
            guard let readable = Self.readable(text, encoding) else {
                return "\(name): it is no text in \(encoding.rawValue.uppercased())"
            }
            return readable.isCut ? "\(name): it was cut" : nil
        }
    }

    /// What it wrote, with the encoding that is asked for.
    private func outputs(
        _ observation: CommandObservation
    ) -> [(name: String, text: CapturedText, encoding: TextEncoding?)] {
        [
            ("stdout", observation.stdout, expected.stdout?.encoding),
            ("stderr", observation.stderr, expected.stderr?.encoding),
        ]
    }

    /// The same text in UTF-8; nil where the bytes are none of the encoding.
    private static func readable(
        _ text: CapturedText, _ encoding: TextEncoding
    ) -> CapturedText? {
        guard let bytes = encoding.utf8(text.kept, isCut: text.isCut) else { return nil }
        var readable = CapturedText(bytes, limit: CommandObservation.limit)
        if text.isCut { readable.leaveOpen() }
        return readable
    }

    package func facts(of observation: CommandObservation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = ["argv": .array(argv.map { .string($0) })]
        switch observation.ending {
        case .notStarted: return facts
        case .exited(let code): facts["exit"] = .integer(Int64(code))
        case .signalled(let number): facts["signal"] = .string(Self.name(of: number))
        case .ended: break
        }
        facts["duration-ms"] = .integer(Int64(observation.milliseconds))
        for (name, text, encoding) in outputs(observation) {
            // In another encoding a secret would not be found.
            let shown = (encoding.flatMap { Self.readable(text, $0) } ?? text).shown
            facts[name] = .string(shown.text)
            facts["\(name)-bytes"] = .integer(Int64(text.total))
            if shown.isCut { facts["\(name)-cut"] = true }
        }
        return facts
    }
}
