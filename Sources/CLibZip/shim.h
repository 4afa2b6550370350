#include <dlfcn.h>
#include <zip.h>

// The functions of the library that is loaded at its first use.
struct clibzip {
    __typeof__(&zip_close) close;
    __typeof__(&zip_discard) discard;
    __typeof__(&zip_error_fini) error_fini;
    __typeof__(&zip_error_init) error_init;
    __typeof__(&zip_fclose) fclose;
    __typeof__(&zip_file_add) file_add;
    __typeof__(&zip_file_set_dostime) file_set_dostime;
    __typeof__(&zip_fopen) fopen;
    __typeof__(&zip_fread) fread;
    __typeof__(&zip_open_from_source) open_from_source;
    __typeof__(&zip_source_buffer) source_buffer;
    __typeof__(&zip_source_buffer_create) source_buffer_create;
    __typeof__(&zip_source_close) source_close;
    __typeof__(&zip_source_free) source_free;
    __typeof__(&zip_source_keep) source_keep;
    __typeof__(&zip_source_open) source_open;
    __typeof__(&zip_source_read) source_read;
};

// 1 where every function is there; the library is never unloaded. Debian gave the same interface the
// number 4 before it took over the library's own number.
static inline int clibzip_load(struct clibzip *functions) {
    void *library = dlopen("libzip.so.5", RTLD_NOW | RTLD_LOCAL);
    if (!library) library = dlopen("libzip.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    int missing = 0;
#define CLIBZIP_FIND(name) \
    missing += !(functions->name = (__typeof__(functions->name))dlsym(library, "zip_" #name))
    CLIBZIP_FIND(close);
    CLIBZIP_FIND(discard);
    CLIBZIP_FIND(error_fini);
    CLIBZIP_FIND(error_init);
    CLIBZIP_FIND(fclose);
    CLIBZIP_FIND(file_add);
    CLIBZIP_FIND(file_set_dostime);
    CLIBZIP_FIND(fopen);
    CLIBZIP_FIND(fread);
    CLIBZIP_FIND(open_from_source);
    CLIBZIP_FIND(source_buffer);
    CLIBZIP_FIND(source_buffer_create);
    CLIBZIP_FIND(source_close);
    CLIBZIP_FIND(source_free);
    CLIBZIP_FIND(source_keep);
    CLIBZIP_FIND(source_open);
    CLIBZIP_FIND(source_read);
#undef CLIBZIP_FIND
    return !missing;
}
