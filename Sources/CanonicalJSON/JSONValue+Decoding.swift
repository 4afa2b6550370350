extension JSONValue {
    /// Reads JSON text; throws for what is not JSON, a key that occurs twice and a number that is
    /// not whole.
    package init(jsonBytes: [UInt8]) throws(JSONSyntaxError) {
        var reader = JSONReader(jsonBytes)
        self = try reader.document()
    }
}
