/// An answer of a name server (RFC 1035, 4.1), as far as a check needs it.
package struct DNSMessage: Hashable, Sendable {
    /// A record of an answer.
    package struct Record: Hashable, Sendable {
        package let name: String
        /// The type as people write it: `A`, or `TYPE64` for one without a name here.
        package let type: String
        /// Seconds for which the record may be kept.
        package let ttl: UInt32
        /// The data as people write it; what is text in it need be none.
        package let bytes: [UInt8]

        /// The same as text, with bytes that are not UTF-8 replaced.
        package var value: String { String(decoding: bytes, as: UTF8.self) }

        package init(name: String, type: String, ttl: UInt32, value: String) {
            self.init(name: name, type: type, ttl: ttl, bytes: Array(value.utf8))
        }

        package init(name: String, type: String, ttl: UInt32, bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.ttl = ttl
            self.bytes = bytes
        }
    }

    /// The server is responsible for the zone.
    package let isAuthoritative: Bool
    /// The answer did not fit and is not complete.
    package let isTruncated: Bool
    /// The server finds answers that it does not have itself.
    package let offersRecursion: Bool
    package let code: DNSResponseCode
    package let answers: [Record]
    package let authority: [Record]
    /// Records that were not asked for.
    package let additional: [Record]

    package init(
        isAuthoritative: Bool = false, isTruncated: Bool = false, offersRecursion: Bool = true,
        code: DNSResponseCode = .noError, answers: [Record] = [], authority: [Record] = [],
        additional: [Record] = []
    ) {
        self.isAuthoritative = isAuthoritative
        self.isTruncated = isTruncated
        self.offersRecursion = offersRecursion
        self.code = code
        self.answers = answers
        self.authority = authority
        self.additional = additional
    }

    /// Reads a message; nil where its bytes are not one, or none that answers a question here.
    ///
    /// The records of a truncated message are left out, because the last may be cut.
    package init?(_ bytes: [UInt8]) {
        var reader = DNSReader(bytes)
        guard reader.number16() != nil, let flags = reader.number16(), flags & 0x8000 != 0,
            let questions = reader.number16(), let answerCount = reader.number16(),
            let authorityCount = reader.number16(), let additionalCount = reader.number16(),
            // An answer to another kind of request than a query is no answer.
            flags & 0x7800 == 0
        else { return nil }
        var extended: UInt16 = 0
        let isTruncated = flags & 0x0200 != 0
        var answers: [Record] = []
        var authority: [Record] = []
        var additional: [Record] = []
        if !isTruncated {
            for _ in 0..<questions {
                guard reader.name() != nil, reader.skip(4) else { return nil }
            }
            for _ in 0..<answerCount {
                guard let record = reader.record() else { return nil }
                answers.append(record)
            }
            for _ in 0..<authorityCount {
                guard let record = reader.record() else { return nil }
                authority.append(record)
            }
            for _ in 0..<additionalCount {
                guard let (upper, record) = reader.additional() else { return nil }
                extended = max(extended, upper)
                if let record { additional.append(record) }
            }
            // What is there and was not counted may be more of the answer.
            guard reader.isAtEnd else { return nil }
        }
        self.init(
            isAuthoritative: flags & 0x0400 != 0, isTruncated: isTruncated,
            offersRecursion: flags & 0x0080 != 0,
            code: DNSResponseCode(number: extended << 4 | flags & 15),
            answers: answers, authority: authority, additional: additional)
    }
}
