import Rollout

/// The lines of a list of keys that say something: no blank ones, no comments.
enum SignerListLines {
    static let mostBytes = 4_194_304
    static let mostLines = 20_000
    /// OpenSSH reads lines of any length; the longest key has a tenth of it.
    static let mostBytesOfLine = 16_384

    /// One line without the blanks around it; its number counts from 1.
    struct Line {
        let number: Int
        let bytes: ArraySlice<UInt8>
    }

    static func lines(of text: some Collection<UInt8>) throws(SignerListMistake) -> [Line] {
        let text = ArraySlice(text)
        guard !text.starts(with: "SSHKRL\n\0".utf8) else {
            throw SignerListMistake(line: 0, reason: .binaryList)
        }
        guard text.count <= mostBytes else {
            throw SignerListMistake(line: 0, reason: .tooManyBytes(most: mostBytes))
        }
        var lines: [Line] = []
        var number = 0
        for line in text.split(separator: 10, omittingEmptySubsequences: false) {
            number += 1
            guard number <= mostLines else {
                throw SignerListMistake(line: number, reason: .tooManyLines(most: mostLines))
            }
            let trimmed = line.trimmed
            guard let first = trimmed.first, first != UInt8(ascii: "#") else { continue }
            lines.append(Line(number: number, bytes: trimmed))
        }
        return lines
    }
}

extension ArraySlice<UInt8> {
    /// Without the blanks, tabs and carriage returns at its ends.
    var trimmed: ArraySlice<UInt8> {
        let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 || byte == 13 }
        let start = drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return [] }
        return start[...last]
    }
}
