/* A vendor's program: reads a school, plans it, cancels one call, hands in rubbish, frees everything. */
#include "uurwerk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct watch { long told; long asked; int cancel_at; };

static bool cancel(void *user) {
    struct watch *watch = user;
    long asked = __atomic_add_fetch(&watch->asked, 1, __ATOMIC_RELAXED);
    return watch->cancel_at > 0 && asked >= watch->cancel_at;
}

static void progress(void *user, const struct UurwerkProgress *progress) {
    struct watch *watch = user;
    if (progress->stage < UURWERK_STAGE_ALLOCATION || progress->stage > UURWERK_STAGE_MEASUREMENT) abort();
    __atomic_add_fetch(&watch->told, 1, __ATOMIC_RELAXED);
}

static int contains(struct UurwerkBytes bytes, const char *text) {
    size_t n = strlen(text);
    for (size_t i = 0; i + n <= bytes.length; i++)
        if (memcmp(bytes.data + i, text, n) == 0) return 1;
    return 0;
}

#define EXPECT(what) do { if (!(what)) { fprintf(stderr, "line %d: %s\n", __LINE__, #what); return 1; } } while (0)

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    FILE *file = fopen(argv[1], "rb");
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    size_t length = (size_t)ftell(file);
    rewind(file);
    uint8_t *school = malloc(length);
    if (!school || fread(school, 1, length, file) != length) return 2;
    fclose(file);

    EXPECT(strlen(uurwerk_version()) >= 5);

    struct watch watch = {0, 0, 0};
    struct UurwerkCallbacks callbacks = {&watch, cancel, progress};
    const char *options = "{\"seed\": 7, \"threads\": 1, \"iterations\": 20000}";
    struct UurwerkBytes first = {0}, second = {0};
    enum UurwerkStatus status =
        uurwerk_plan(school, length, (const uint8_t *)options, strlen(options), &callbacks, &first);
    EXPECT(status == UURWERK_STATUS_DONE || status == UURWERK_STATUS_OUT_OF_TIME);
    EXPECT(contains(first, "\"kind\":\"plan\""));
    EXPECT(watch.asked > 0 && watch.told > 0);

    /* The same seed, threads and iterations give the same bytes. */
    uurwerk_plan(school, length, (const uint8_t *)options, strlen(options), NULL, &second);
    EXPECT(first.length == second.length && memcmp(first.data, second.data, first.length) == 0);
    uurwerk_bytes_free(&first);
    uurwerk_bytes_free(&second);
    EXPECT(first.data == NULL && first.length == 0);
    uurwerk_bytes_free(&first); /* twice does no harm */

    /* Cancelled at once: still a whole plan, and soon. */
    struct watch hasty = {0, 0, 1};
    callbacks.user = &hasty;
    status = uurwerk_plan(school, length, NULL, 0, &callbacks, &first);
    EXPECT(status == UURWERK_STATUS_DONE || status == UURWERK_STATUS_OUT_OF_TIME);
    EXPECT(contains(first, "\"kind\":\"plan\""));
    uurwerk_bytes_free(&first);

    /* Wrong input and wrong use are told, never fatal. */
    status = uurwerk_plan(school, length / 2, NULL, 0, NULL, &first);
    EXPECT(status == UURWERK_STATUS_INPUT && contains(first, "\"diagnostics\"") && contains(first, "UW0001"));
    uurwerk_bytes_free(&first);
    EXPECT(uurwerk_plan(NULL, 0, NULL, 0, NULL, &first) == UURWERK_STATUS_USAGE);
    uurwerk_bytes_free(&first);
    EXPECT(uurwerk_plan(school, length, (const uint8_t *)"{\"sed\":1}", 9, NULL, &first) == UURWERK_STATUS_USAGE);
    EXPECT(contains(first, "UW0511"));
    uurwerk_bytes_free(&first);
    EXPECT(uurwerk_plan(NULL, 0, NULL, 0, NULL, NULL) == UURWERK_STATUS_USAGE);
    uurwerk_bytes_free(NULL);

    free(school);
    puts("fine");
    return 0;
}
