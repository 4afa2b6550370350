import CanonicalJSON
import Checks
import Rollout
import Testing

/// What an `http` check says of bodies that are compressed.
struct HTTPCompressionTests {
    /// The word "hello" by itself, as gzip writes it.
    private static let gzip: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xcb, 0x48, 0xcd, 0xc9, 0xc9,
        0x07, 0x00, 0x86, 0xa6, 0x10, 0x36, 0x05, 0x00, 0x00, 0x00,
    ]
    /// The same between the head and the sum of zlib.
    private static let zlib: [UInt8] = [0x78, 0x9c] + bare + [0x06, 0x2c, 0x02, 0x15]
    private static let bare: [UInt8] = [0xcb, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00]

    private func outcome(
        _ coding: String, _ body: [UInt8], _ options: String = "content: {equals: hello}"
    ) async throws -> CheckOutcome {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\nContent-Length: \(body.count)\r\n\r\n"
        return try await LoopbackServer.with(.sends(head.utf8 + body)) { server in
            try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(server.port)/', \(options)")
        }
    }

    @Test(
        "What is compressed as it was asked for is judged as what is in it",
        arguments: [
            ("gzip", gzip), ("x-gzip", gzip), ("GZIP", gzip), ("identity, gzip", gzip),
            ("deflate", zlib), ("deflate", bare), ("identity", Array("hello".utf8)),
        ])
    func whole(_ coding: String, _ body: [UInt8]) async throws {
        let result = try await outcome(coding, body)
        #expect(result.outcome == .met, "\(result.summary)")
        #expect(result.facts["content-bytes"] == 5)
    }

    @Test("Two streams of gzip one after the other are one text")
    func several() async throws {
        let twice = try await outcome(
            "gzip", Self.gzip + Self.gzip, "content: {equals: hellohello}")
        #expect(twice.outcome == .met, "\(twice.summary)")
    }

    @Test("Where not a byte of a stream came it is not known what would be in it")
    func nothing() async throws {
        for option in ["content: {equals: ''}", "content: {lacks: bad}", "size: {maximum: 4}"] {
            let result = try await outcome("gzip", [], option)
            #expect(result.outcome == .undetermined, "\(result.summary)")
            #expect(
                result.unknown == ["no body: not a byte of what its encoding announces came"])
        }
        let unasked = try await outcome("gzip", [], "status: 200")
        #expect(unasked.outcome == .met, "\(unasked.summary)")
    }

    @Test("Where the parts of a stream end makes no difference")
    func parts() throws {
        let library = try #require(InflateLibrary.shared)
        for (coding, body) in [
            (ContentDecoder.Coding.gzip, Self.gzip), (.deflate, Self.zlib), (.deflate, Self.bare),
        ] {
            for size in 1...body.count {
                let decoder = ContentDecoder(coding, library)
                var text: [UInt8] = []
                for start in stride(from: 0, to: body.count, by: size) {
                    #expect(!decoder.isWhole || start == 0, "\(coding) \(size)")
                    let part = Array(body[start..<min(start + size, body.count)])
                    let isOfCoding = decoder.read(part) { piece in
                        text += piece
                        return true
                    }
                    #expect(isOfCoding, "\(coding) \(size)")
                }
                #expect(decoder.isWhole && text == Array("hello".utf8), "\(coding) \(size)")
            }
        }
    }

    @Test("A stream that breaks off is no answer, wherever it does")
    func cut() async throws {
        for (coding, body) in [("gzip", Self.gzip), ("deflate", Self.zlib), ("deflate", Self.bare)]
        {
            for count in 1..<body.count {
                let result = try await outcome(
                    coding, Array(body.prefix(count)), "content: {lacks: bad}")
                #expect(result.outcome == .unmet, "\(coding) \(count): \(result.summary)")
                #expect(
                    result.facts["failure"] == "a content encoding that breaks off",
                    "\(coding) \(count): \(result.summary)")
            }
        }
    }

    @Test(
        "What is broken, goes on behind its end or was not asked for is no answer",
        arguments: [
            ("gzip", Array("hello".utf8), "a content encoding that is broken"),
            ("gzip", gzip.dropLast(5) + [0, 5, 0, 0, 0], "a content encoding that is broken"),
            ("gzip", gzip + Array(" bad".utf8), "a content encoding that is broken"),
            ("deflate", zlib + Array(" bad".utf8), "a content encoding that is broken"),
            ("deflate", bare + Array(" bad".utf8), "a content encoding that is broken"),
            ("br", Array("hello".utf8), "a content encoding that is not known here"),
            ("gzip, gzip", gzip, "a content encoding that is not known here"),
        ])
    func broken(_ coding: String, _ body: [UInt8], _ failure: String) async throws {
        let result = try await outcome(coding, Array(body), "content: {lacks: bad}")
        #expect(result.outcome == .unmet, "\(result.summary)")
        #expect(result.facts["failure"] == .string(failure), "\(result.summary)")
    }
}
