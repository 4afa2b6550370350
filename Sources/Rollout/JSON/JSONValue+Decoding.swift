import Foundation

extension JSONValue: Decodable {
    /// Reads JSON text; throws what `JSONDecoder` throws, also for a number that is not whole.
    package init(jsonBytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(jsonBytes))
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let members = try? container.decode([String: JSONValue].self) {
            self = .object(members)
        } else if let items = try? container.decode([JSONValue].self) {
            self = .array(items)
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else {
            self = .integer(try container.decode(Int64.self))
        }
    }
}
