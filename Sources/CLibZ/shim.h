#include <dlfcn.h>
#include <zlib.h>

// The functions of the library that is loaded at its first use.
struct clibz {
    __typeof__(&inflateInit2_) init;
    __typeof__(&inflate) inflate;
    __typeof__(&inflateEnd) end;
};

// 1 where every function is there; the library is never unloaded.
static inline int clibz_load(struct clibz *functions) {
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    functions->init = (__typeof__(functions->init))dlsym(library, "inflateInit2_");
    functions->inflate = (__typeof__(functions->inflate))dlsym(library, "inflate");
    functions->end = (__typeof__(functions->end))dlsym(library, "inflateEnd");
    return functions->init && functions->inflate && functions->end;
}

// The function of the library is a macro, which names its version and the size of its stream.
static inline int clibz_begin(const struct clibz *functions, z_stream *stream, int window) {
    return functions->init(stream, window, ZLIB_VERSION, (int)sizeof(z_stream));
}
