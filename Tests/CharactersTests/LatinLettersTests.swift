import Characters
import Testing

@Suite("Latin letters")
struct LatinLettersTests {
    @Test(
        "lose their marks as in passports; other alphabets stay",
        arguments: [
            ("Übung für Größe", "UEbung fuer Groesse"), ("ẞ", "SS"), ("Ångström", "AAngstroem"),
            ("Łódź", "Lodz"), ("élève, señor, façade", "eleve, senor, facade"),
            ("u\u{308}ber", "ueber"), ("Œuvre, Ærø, Þór, Đorđe", "OEuvre, AEroe, THor, Dorde"),
            ("plain", "plain"), ("備份", "備份"), ("Ωμέγα", "Ωμεγα"), ("", ""),
        ])
    func plain(_ text: String, _ plain: String) {
        #expect(LatinLetters.plain(text) == plain)
    }
}
