import CanonicalJSON
import Foundation
import Logging
import Rollout

/// Writes log lines to the standard error, one JSON object each.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members: [String: JSONValue] = [
            "time": .text(DataFolder.now().rfc3339), "level": .text(event.level.rawValue),
            "message": .text(event.message.description),
        ]
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
            members[key] = .text("\(value)")
        }
        let line = JSONValue.object(members).canonicalBytes + [10]
        FileHandle.standardError.write(Data(line))
    }
}
