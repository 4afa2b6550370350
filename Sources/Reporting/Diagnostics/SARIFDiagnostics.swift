import CanonicalJSON
import Characters
import LocatedYAML

/// Mistakes as SARIF 2.1.0, for code scanning.
struct SARIFDiagnostics: DiagnosticFormat {
    let name = "sarif"

    func render(_ diagnostics: [Diagnostic], of paths: [String], tool: String) -> String {
        let parts = tool.split(separator: " ", maxSplits: 1).map(String.init)
        let codes = Set(diagnostics.map(\.code)).sorted()
        let driver: JSONValue = [
            "name": .string(parts.first ?? tool), "version": .string(parts.last ?? ""),
            "rules": .array(codes.map { ["id": .string($0)] }),
        ]
        let run: JSONValue = [
            "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
            "results": .array(diagnostics.map(Self.result)),
            "artifacts": .array(paths.map { ["location": ["uri": .string(Self.uri($0))]] }),
        ]
        let whole: JSONValue = [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [run],
        ]
        return InertText.json(whole.prettyText) + "\n"
    }

    private static func result(_ diagnostic: Diagnostic) -> JSONValue {
        let fix = diagnostic.fix.isEmpty ? "" : " (\(diagnostic.fix))"
        return [
            "ruleId": .string(diagnostic.code), "level": .string(diagnostic.severity.rawValue),
            "message": ["text": .string(diagnostic.message + fix)],
            "locations": [
                [
                    "physicalLocation": [
                        "artifactLocation": ["uri": .string(uri(diagnostic.path))],
                        "region": region(diagnostic),
                    ]
                ]
            ],
        ]
    }

    /// The place in code points, as `columnKind` says, and in bytes.
    ///
    /// Of a long line a diagnostic has only a part. Where the code points before a column are not
    /// in it they cannot be counted, and the region is the whole line; the bytes are exact.
    private static func region(_ diagnostic: Diagnostic) -> JSONValue {
        var region: [String: JSONValue] = [
            "startLine": .integer(Int64(diagnostic.start.line)),
            "byteOffset": .integer(Int64(diagnostic.start.offset)),
            "byteLength": .integer(Int64(max(0, diagnostic.end.offset - diagnostic.start.offset))),
        ]
        guard let start = codePoint(diagnostic.start.column, in: diagnostic) else {
            return .object(region)
        }
        region["startColumn"] = .integer(start)
        if diagnostic.end.line == diagnostic.start.line,
            let end = codePoint(diagnostic.end.column, in: diagnostic)
        {
            region["endLine"] = .integer(Int64(diagnostic.end.line))
            region["endColumn"] = .integer(end)
        }
        return .object(region)
    }

    /// The column in code points for a column in characters; nil where the line is cut before it.
    private static func codePoint(_ column: Int, in diagnostic: Diagnostic) -> Int64? {
        guard diagnostic.line.isEmpty || diagnostic.lineColumn == 1 else { return nil }
        let before = diagnostic.line.prefix(column - 1)
        guard diagnostic.line.isEmpty || before.count == column - 1 else { return nil }
        return Int64(before.unicodeScalars.count + 1)
    }

    /// The path as a relative reference (RFC 3986 section 4.2).
    private static func uri(_ path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        let encoded = Hexadecimal.percent(path, plain: plain)
        return path.hasPrefix("/") ? "file://\(encoded)" : encoded
    }
}
