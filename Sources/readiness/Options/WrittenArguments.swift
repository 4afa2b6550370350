import ArgumentParser

/// The arguments as somebody wrote them.
enum WrittenArguments {
    /// The arguments behind the name of the program, in which each that begins with a dash is an option.
    ///
    /// The parser takes letters behind one dash for short options, and an `h` among them for a wish for
    /// help, which would end well without a look: `- http: {…}`. The one short option here is `-h`.
    static func whole(_ arguments: [String]) throws -> [String] {
        var whole: [String] = []
        var isBehindOptions = false
        for argument in arguments.dropFirst() {
            if argument == "--" { isBehindOptions = true }
            guard !isBehindOptions, argument.hasPrefix("-"), argument != "-h", argument != "-",
                !argument.hasPrefix("--")
            else {
                whole.append(argument)
                continue
            }
            guard whole.first == ObserveCommand.configuration.commandName, argument.hasPrefix("- ")
            else {
                Terminal.complain(
                    "\(argument.debugDescription) is no option: those have two dashes. The value of an "
                        + "option is written --OPTION=VALUE, and a name stands behind --.")
                throw ExitStatus.usage
            }
            // A list in YAML, which stays one behind a blank.
            whole.append(" \(argument)")
        }
        return whole
    }
}
