// SPDX-License-Identifier: Apache-2.0
/*
 * The least that any program does to ban from a log: it waits until the log has changed, reads what is new, and writes the
 * address of each fifth line into the list. It judges, counts and remembers nothing. For itests/benchmarks/latency: what this
 * takes, the machine and the kernel take. Its arguments are the log and the list. See inotify(7).
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { FAILURES = 5, ADDRESS = 64 };

static int lines;

/* Bans whom the line names, if it is the fifth. */
static void judge(const char *line, int list) {
    const char *from = strstr(line, " from ");
    const char *port = from ? strstr(from, " port ") : NULL;
    char change[ADDRESS];
    if (++lines % FAILURES != 0 || port == NULL) {
        return;
    }
    from += strlen(" from ");
    int length = snprintf(change, sizeof change, "+%.*s\n", (int)(port - from), from);
    /* The kernel takes one address a write, and only at the begin (net/netfilter/xt_recent.c, recent_mt_proc_write). */
    if (lseek(list, 0, SEEK_SET) < 0 || write(list, change, length) < 0) {
        perror("the list");
    }
}

int main(int count, char **arguments) {
    static char content[1 << 16];
    static char events[4096];
    if (count != 3) {
        return 2;
    }
    int log = open(arguments[1], O_RDONLY);
    int list = open(arguments[2], O_WRONLY);
    int watch = inotify_init1(IN_CLOEXEC);
    if (log < 0 || list < 0 || lseek(log, 0, SEEK_END) < 0 || inotify_add_watch(watch, arguments[1], IN_MODIFY) < 0) {
        perror("floor");
        return 1;
    }
    puts("Ready: it waits.");
    fflush(stdout);
    while (read(watch, events, sizeof events) > 0) {
        ssize_t length = read(log, content, sizeof content - 1);
        char *line = content;
        content[length > 0 ? length : 0] = 0;
        for (char *end = strchr(line, '\n'); end != NULL; end = strchr(line, '\n')) {
            *end = 0;
            judge(line, list);
            line = end + 1;
        }
    }
}
