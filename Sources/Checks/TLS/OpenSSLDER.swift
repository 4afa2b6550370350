/// Reads one thing in DER form.
enum OpenSSLDER {
    /// What a function of OpenSSL makes of bytes; nil where it makes nothing of all of them.
    ///
    /// Bytes that follow belong to nothing: another program may take them for something.
    static func whole(
        _ bytes: [UInt8],
        _ read: (inout UnsafePointer<UInt8>?, Int) -> OpaquePointer?,
        free: (OpaquePointer) -> Void = { _ in }
    ) -> OpaquePointer? {
        bytes.withUnsafeBufferPointer { buffer in
            var place = buffer.baseAddress
            guard let start = place, let value = read(&place, buffer.count) else { return nil }
            guard let place, place - start == buffer.count else {
                free(value)
                return nil
            }
            return value
        }
    }
}
