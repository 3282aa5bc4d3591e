/* Fails the nth call that writes below VADE_FAULT_BELOW, with the errno VADE_FAULT_ERRNO, and all
 * that follow when VADE_FAULT_STICKS is set. Each such call is counted in VADE_FAULT_LOG. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int below(const char *path) {
  const char *prefix = getenv("VADE_FAULT_BELOW");
  return prefix && path && strncmp(path, prefix, strlen(prefix)) == 0;
}

static int below_at(int fd, const char *name) {
  char link[64], path[2 * PATH_MAX];
  if (name && (name[0] == '/' || fd == AT_FDCWD)) return below(name);
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, PATH_MAX - 1);
  if (n < 0) return 0;
  path[n] = 0;
  if (name) snprintf(path + n, sizeof path - n, "/%s", name);
  return below(path);
}

static int below_fd(int fd) { return below_at(fd, 0); }

static int fails(const char *name) {
  static int count = 0;
  static int (*real_open)(const char *, int, ...) = 0;
  static ssize_t (*real_write)(int, const void *, size_t) = 0;
  if (!real_open) real_open = dlsym(RTLD_NEXT, "open");
  if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
  const char *nth = getenv("VADE_FAULT_AT"), *log = getenv("VADE_FAULT_LOG");
  const char *code = getenv("VADE_FAULT_ERRNO");
  count++;
  if (log) {
    int fd = real_open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (fd >= 0) {
      real_write(fd, name, strlen(name));
      real_write(fd, "\n", 1);
      close(fd);
    }
  }
  int at = nth ? atoi(nth) : 0;
  if (at && (count == at || (getenv("VADE_FAULT_STICKS") && count > at))) {
    errno = code ? atoi(code) : EIO;
    return 1;
  }
  return 0;
}

#define REAL(type, name, ...)                              \
  static type (*real)(__VA_ARGS__) = 0;                    \
  if (!real) real = dlsym(RTLD_NEXT, name)

#define OPEN(name)                                                                   \
  int name(const char *path, int flags, ...) {                                       \
    REAL(int, #name, const char *, int, ...);                                        \
    va_list rest;                                                                    \
    va_start(rest, flags);                                                           \
    mode_t mode = va_arg(rest, mode_t);                                              \
    va_end(rest);                                                                    \
    if ((flags & O_CREAT) && below(path) && fails("open")) return -1;                \
    return real(path, flags, mode);                                                  \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                 \
  int name(int fd, const char *path, int flags, ...) {                               \
    REAL(int, #name, int, const char *, int, ...);                                   \
    va_list rest;                                                                    \
    va_start(rest, flags);                                                           \
    mode_t mode = va_arg(rest, mode_t);                                              \
    va_end(rest);                                                                    \
    if ((flags & O_CREAT) && below_at(fd, path) && fails("open")) return -1;         \
    return real(fd, path, flags, mode);                                              \
  }
OPENAT(openat)
OPENAT(openat64)

#define WRITE(name)                                                    \
  ssize_t name(int fd, const void *data, size_t size) {                \
    REAL(ssize_t, #name, int, const void *, size_t);                   \
    if (below_fd(fd) && fails("write")) return -1;                     \
    return real(fd, data, size);                                       \
  }
WRITE(write)

#define PWRITE(name, offset_type)                                      \
  ssize_t name(int fd, const void *data, size_t size, offset_type at) { \
    REAL(ssize_t, #name, int, const void *, size_t, offset_type);      \
    if (below_fd(fd) && fails("write")) return -1;                     \
    return real(fd, data, size, at);                                   \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name)                               \
  int name(int fd) {                             \
    REAL(int, #name, int);                       \
    if (below_fd(fd) && fails("sync")) return -1; \
    return real(fd);                             \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (below(to) && fails("rename")) return -1;
  return real(from, to);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  if (below(path) && fails("mkdir")) return -1;
  return real(path, mode);
}

int renameat(int from_fd, const char *from, int to_fd, const char *to) {
  REAL(int, "renameat", int, const char *, int, const char *);
  if (below_at(to_fd, to) && fails("rename")) return -1;
  return real(from_fd, from, to_fd, to);
}

int mkdirat(int fd, const char *path, mode_t mode) {
  REAL(int, "mkdirat", int, const char *, mode_t);
  if (below_at(fd, path) && fails("mkdir")) return -1;
  return real(fd, path, mode);
}

int ftruncate64(int fd, off64_t size) {
  REAL(int, "ftruncate64", int, off64_t);
  if (below_fd(fd) && fails("truncate")) return -1;
  return real(fd, size);
}
