/// Whether a word is the name of a host: a rule on its labels, and on where it stands.
enum HostName {
    /// What speaks for a word besides its labels.
    struct Evidence {
        /// Whether a port or a scheme stands with it.
        var isAddressed = false
        /// Whether the text beside it is about networks.
        var isAmongNetworks = false
        /// Whether the text sets it as code.
        var isCode = false
    }

    private static let usualEndings: Set<Substring> = [
        "com", "net", "org", "edu", "gov", "mil", "int", "info", "biz", "io", "cloud", "app", "dev",
        "online", "site", "tech", "microsoft", "azure", "windows", "office", "test", "example",
        "internal", "local", "lan", "corp", "intranet",
    ]
    /// Of files; some are of countries too, whose hosts are rarer in such texts.
    private static let fileEndings: Set<Substring> = [
        "exe", "msi", "msix", "msp", "zip", "cab", "dll", "ps1", "psm1", "psd1", "ps", "bat", "cmd",
        "vbs", "js", "mjs", "ts", "json", "jsonl", "xml", "xsd", "yaml", "yml", "csv", "tsv",
        "xlsx",
        "xls", "xlsm", "docx", "doc", "pptx", "ppt", "pdf", "txt", "md", "html", "htm", "aspx",
        "asp",
        "php", "png", "jpg", "jpeg", "gif", "svg", "ico", "cfg", "conf", "config", "ini", "log",
        "dat",
        "bin", "iso", "img", "tar", "gz", "tgz", "rar", "apk", "ipa", "dmg", "pkg", "deb", "rpm",
        "pst", "ost", "msg", "eml", "ics", "vcf", "cer", "crt", "pem", "pfx", "key", "admx", "adml",
        "reg", "sys", "sh", "py", "cs", "vb", "java", "jar", "class", "css", "sql", "db", "mdb",
        "lnk",
        "url", "rdp", "pbix", "plist", "mobileconfig", "appx", "vsix", "nupkg", "cpp", "resx", "so",
        "tmp", "bak", "manifest", "dotx", "onetoc",
    ]
    /// Products that are called like hosts.
    private static let products: Set<String> = [
        "asp.net", "ado.net", "vb.net", "ml.net", "paint.net",
    ]
    /// What names of packages begin with, which are written the other way round.
    private static let reversed: Set<Substring> = ["com", "org", "net", "io"]

    /// The host in small letters; nil for another word.
    static func host(_ word: some StringProtocol, _ evidence: Evidence) -> String? {
        let name = word.lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, name.utf8.count <= 253, let last = labels.last,
            let first = labels.first,
            labels.allSatisfy(isLabel), last.utf8.count >= 2,
            last.utf8.allSatisfy({ (97...122).contains($0) }) || last.hasPrefix("xn--"),
            !products.contains(name), evidence.isAddressed || !reversed.contains(first)
        else { return nil }
        if evidence.isAddressed { return name }
        guard !fileEndings.contains(last) else { return nil }
        let isUsual = usualEndings.contains(last)
        let isPublic = isUsual || last.utf8.count == 2 || last.hasPrefix("xn--")
        let isKnown = evidence.isAmongNetworks || evidence.isCode
        // Names of interfaces and products have capitals; so have few hosts.
        if word.utf8.contains(where: { (65...90).contains($0) }) {
            return evidence.isAmongNetworks && labels.count >= 3 && isUsual ? name : nil
        }
        // "contoso.com" alone may be a domain of mail, and "gateway.it" a missing blank.
        if labels.count == 2 { return isKnown && isUsual ? name : nil }
        return isPublic || evidence.isAmongNetworks ? name : nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}
