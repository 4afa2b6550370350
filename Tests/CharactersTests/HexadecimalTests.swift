import Characters
import Testing

struct HexadecimalTests {
    @Test("Bytes become two lower-case digits each, and come back")
    func roundTrip() {
        let bytes = (0...255).map { UInt8($0) }
        let text = Hexadecimal.text(bytes)
        #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff") && text.utf8.count == 512)
        #expect(Hexadecimal.bytes(text) == bytes)
        #expect(Hexadecimal.bytes("") == [])
    }

    @Test(
        "Anything but an even number of lower-case digits is refused",
        arguments: ["0", "0A", "g0", "0x00", " 00", "٠٠"])
    func refused(text: String) {
        #expect(Hexadecimal.bytes(text) == nil)
    }

    @Test("Numbers get leading zeros, and keep digits that they need beyond them")
    func padded() {
        #expect(Hexadecimal.padded(UInt8(10), to: 2) == "0A")
        #expect(Hexadecimal.padded(UInt32(0x202E), to: 4) == "202E")
        #expect(Hexadecimal.padded(0x1F600, to: 4) == "1F600")
    }

    @Test("Every byte that is not plain is encoded, those of one character too")
    func percent() {
        #expect(Hexadecimal.percent("a b/é\n", plain: Set("ab/".utf8)) == "a%20b/%C3%A9%0A")
        #expect(Hexadecimal.percent("", plain: []) == "")
    }
}
