import Checks
import Testing

@Suite("A regular expression")
struct TextPatternTests {
    @Test("matches or does not")
    func matches() throws {
        let pattern = try #require(TextPattern("^b+$"))
        #expect(pattern.matches(in: "a\nbbb\nc") == true)
        #expect(pattern.matches(in: "abc") == false)
    }

    @Test("that would take for ever is given up, and is no answer")
    func deadline() throws {
        let pattern = try #require(TextPattern("(a+)+b"))
        #expect(pattern.matches(in: String(repeating: "a", count: 64)) == nil)
    }
}
