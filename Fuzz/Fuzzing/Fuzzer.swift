/// Hands the program over to libFuzzer, which never comes back.
///
/// It calls the body again and again with inputs that it makes up; the body crashes where a promise
/// is broken.
package func fuzz(_ body: @escaping (UnsafeBufferPointer<UInt8>) -> Void) -> Never {
    Fuzzer.body = body
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    let status = runDriver(&count, &arguments) { start, count in
        Fuzzer.body(UnsafeBufferPointer(start: start, count: count))
        return 0
    }
    fatalError("libFuzzer came back with \(status)")
}

private enum Fuzzer {
    // Set once, before libFuzzer calls it from the same thread.
    nonisolated(unsafe) static var body: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
}

/// The way in for programs that have a main function of their own (FuzzerInterface.h of LLVM).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
