import CLibZ

/// One compressed stream that is taken back, part by part.
final class Inflation {
    /// How a part went.
    enum Step: Hashable {
        /// More is needed.
        case goesOn
        /// The stream said that it is over; so many bytes of the part were its own.
        case ended(Int)
        case broken
    }

    private let library: InflateLibrary
    private let stream: UnsafeMutablePointer<z_stream>

    /// Nil where no memory is left.
    ///
    /// - Parameters:
    ///   - library: The library.
    ///   - window: What zlib calls the bits of its window: 15 with a head of zlib, 31 with one of gzip,
    ///     -15 without any.
    init?(_ library: InflateLibrary, window: Int32) {
        self.library = library
        // The library keeps the address, so that the stream must stay where it is.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let isBegun = withUnsafePointer(to: library.functions) {
            clibz_begin($0, stream, window) == Z_OK
        }
        guard isBegun else { return nil }
    }

    deinit {
        // One that did not begin has nothing to be freed, which the library sees by itself.
        _ = library.functions.end(stream)
        stream.deallocate()
    }

    /// Goes on with a part.
    ///
    /// - Parameters:
    ///   - bytes: What came next.
    ///   - take: Is handed what was inside, piece by piece; false ends it.
    /// - Returns: How it went.
    func read(_ bytes: [UInt8], _ take: ([UInt8]) -> Bool) -> Step {
        var input = bytes
        var output = [UInt8](repeating: 0, count: 1 << 14)
        return input.withUnsafeMutableBufferPointer { given in
            stream.pointee.next_in = given.baseAddress
            stream.pointee.avail_in = UInt32(given.count)
            while true {
                let room = output.count
                let code = output.withUnsafeMutableBufferPointer { place in
                    stream.pointee.next_out = place.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    return library.functions.inflate(stream, Z_NO_FLUSH)
                }
                let count = room - Int(stream.pointee.avail_out)
                guard count == 0 || take(Array(output[..<count])) else { return .goesOn }
                if code == Z_STREAM_END {
                    return .ended(given.count - Int(stream.pointee.avail_in))
                }
                // That nothing more can be done for now is no failure.
                guard code == Z_OK || code == Z_BUF_ERROR else { return .broken }
                if stream.pointee.avail_out > 0 { return .goesOn }
            }
        }
    }
}
