import Characters
import Testing

struct NormalFormTests {
    @Test("Canonically equivalent texts have the same bytes, others keep theirs")
    func composed() {
        #expect(Array(NormalForm.composed("e\u{301}").utf8) == [0xC3, 0xA9])
        #expect(Array(NormalForm.composed("\u{212B}").utf8) == Array("\u{C5}".utf8))
        #expect(Array(NormalForm.composed("ﬁ").utf8) == Array("ﬁ".utf8))
        #expect(NormalForm.composed("plain") == "plain")
    }
}
