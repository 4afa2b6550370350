import Characters
import Testing

struct LookalikeNamesTests {
    @Test("A name that looks like one before it is told, and the same one again is not")
    func told() {
        var names = LookalikeNames()
        #expect(names.other(than: "nora@example.com") == nil)
        #expect(names.other(than: "nora@example.com") == nil)
        #expect(names.other(than: "nils@example.com") == nil)
        #expect(names.other(than: "n0ra@example.com") == "nora@example.com")
        // A capital I looks like a small l, and its small form like the i of another one.
        #expect(names.other(than: "nIls@example.com") == "nils@example.com")
    }

    @Test("A letter that is put together in another way makes another name, which looks the same")
    func spelling() {
        var names = LookalikeNames()
        #expect(names.other(than: "ren\u{e9}") == nil)
        #expect(names.other(than: "rene\u{301}") == "ren\u{e9}")
    }
}
