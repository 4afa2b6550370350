// The checks of types are macros, which a pointer to a function does not go through.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <dlfcn.h>

// The functions of the library that is loaded at its first use. Two of them take any number of
// arguments, which Swift cannot call: they are called by the typed functions below.
struct clibcurl {
    __typeof__(&curl_global_init) global_init;
    __typeof__(&curl_version) version;
    __typeof__(&curl_easy_init) easy_init;
    __typeof__(&curl_easy_cleanup) easy_cleanup;
    __typeof__(&curl_easy_strerror) easy_strerror;
    __typeof__(&curl_multi_init) multi_init;
    __typeof__(&curl_multi_cleanup) multi_cleanup;
    __typeof__(&curl_multi_add_handle) multi_add_handle;
    __typeof__(&curl_multi_remove_handle) multi_remove_handle;
    __typeof__(&curl_multi_perform) multi_perform;
    __typeof__(&curl_multi_poll) multi_poll;
    __typeof__(&curl_multi_info_read) multi_info_read;
    __typeof__(&curl_share_init) share_init;
    __typeof__(&curl_share_cleanup) share_cleanup;
    __typeof__(&curl_slist_append) slist_append;
    __typeof__(&curl_slist_free_all) slist_free_all;
    void *easy_setopt;
    void *easy_getinfo;
    void *share_setopt;
};

// 1 where every function is there; the library is never unloaded.
static inline int clibcurl_load(struct clibcurl *functions) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    int missing = 0;
#define CLIBCURL_FIND(name) \
    missing += !(functions->name = (__typeof__(functions->name))dlsym(library, "curl_" #name))
    CLIBCURL_FIND(global_init);
    CLIBCURL_FIND(version);
    CLIBCURL_FIND(easy_init);
    CLIBCURL_FIND(easy_cleanup);
    CLIBCURL_FIND(easy_strerror);
    CLIBCURL_FIND(multi_init);
    CLIBCURL_FIND(multi_cleanup);
    CLIBCURL_FIND(multi_add_handle);
    CLIBCURL_FIND(multi_remove_handle);
    CLIBCURL_FIND(multi_perform);
    CLIBCURL_FIND(multi_poll);
    CLIBCURL_FIND(multi_info_read);
    CLIBCURL_FIND(share_init);
    CLIBCURL_FIND(share_cleanup);
    CLIBCURL_FIND(slist_append);
    CLIBCURL_FIND(slist_free_all);
    CLIBCURL_FIND(easy_setopt);
    CLIBCURL_FIND(easy_getinfo);
    CLIBCURL_FIND(share_setopt);
#undef CLIBCURL_FIND
    return !missing;
}

#define CLIBCURL_SETTER(suffix, type) \
    static inline CURLcode clibcurl_set_##suffix( \
        const struct clibcurl *functions, CURL *easy, CURLoption option, type value) { \
        return ((__typeof__(&curl_easy_setopt))functions->easy_setopt)(easy, option, value); \
    }
CLIBCURL_SETTER(number, long)
CLIBCURL_SETTER(text, const char *)
CLIBCURL_SETTER(pointer, void *)
CLIBCURL_SETTER(writer, curl_write_callback)
CLIBCURL_SETTER(opener, curl_opensocket_callback)
CLIBCURL_SETTER(closer, curl_closesocket_callback)
CLIBCURL_SETTER(context, curl_ssl_ctx_callback)
CLIBCURL_SETTER(gate, curl_prereq_callback)
#undef CLIBCURL_SETTER

static inline long clibcurl_number(const struct clibcurl *functions, CURL *easy, CURLINFO info) {
    long value = 0;
    ((__typeof__(&curl_easy_getinfo))functions->easy_getinfo)(easy, info, &value);
    return value;
}

// In microseconds since the transfer began.
static inline curl_off_t clibcurl_time(
    const struct clibcurl *functions, CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    ((__typeof__(&curl_easy_getinfo))functions->easy_getinfo)(easy, info, &value);
    return value;
}

static inline CURLSHcode clibcurl_share_cookies(const struct clibcurl *functions, CURLSH *share) {
    return ((__typeof__(&curl_share_setopt))functions->share_setopt)(
        share, CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
}
