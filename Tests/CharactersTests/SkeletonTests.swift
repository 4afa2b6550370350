import Characters
import Testing

struct SkeletonTests {
    @Test(
        "Names that look the same have one skeleton",
        arguments: [
            ("n\u{43E}ra", "nora"), ("n\u{3BF}ra", "nora"), ("n\u{585}ra", "nora"),
            ("ｎｏｒａ＠example.com", "nora@example.com"), ("nora\u{FE0F}", "nora"),
            ("no\u{200B}ra", "nora"), ("P\u{430}ul", "Paul"), ("\u{412}ob", "Bob"),
            ("jos\u{E9}", "jose\u{301}"), ("NoRa", "nora"), ("bob0", "bobO"), ("i11", "ill"),
            ("rn", "m"), ("vv", "w"), ("clavid", "david"), ("corne", "come"),
            ("n\u{336}ora", "nora"),
            ("pau\u{4CF}", "paul"), ("𝐧𝐨𝐫𝐚", "nora"), ("ot\u{332}to", "otto"),
            ("otto\u{2800}", "otto"), ("a\u{2010}b", "a-b"), ("a\u{2212}b", "a-b"),
        ])
    func same(forged: String, name: String) {
        #expect(Skeleton.of(forged) == Skeleton.of(name))
    }

    @Test(
        "Names that look different have different ones",
        arguments: [
            ("nora", "norа2"), ("jose", "jos\u{E9}"), ("ivan", "иван"), ("mia", "max"),
            ("μαρία", "maria"),
        ])
    func different(one: String, other: String) {
        #expect(Skeleton.of(one) != Skeleton.of(other))
    }

    @Test(
        "Letters of several alphabets in one part of a name are told",
        arguments: [
            ("\u{13AA}lex@x", true), ("\u{A4F3}tto", true), ("ott\u{2C9F}", true),
            ("ott\u{1D0F}", true), ("\u{433}ob", true), ("\u{3C4}im", true),
            ("\u{280}ob", true), ("иван@example.com", false), ("μαρία.k", false),
            ("jos\u{E9}", false), ("Łukasz", false), ("Nguyễn", false), ("田中taro", false),
            ("иван-ivan", false),
        ])
    func mixed(name: String, isMixed: Bool) {
        #expect(MixedAlphabets.stands(in: name) == isMixed)
    }
}
