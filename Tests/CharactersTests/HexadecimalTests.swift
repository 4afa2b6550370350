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
}
