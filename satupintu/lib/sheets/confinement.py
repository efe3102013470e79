"""The limits under which a process looks into a stranger's file. Linux; elsewhere only what the system offers."""

import ctypes
import platform
import resource
import struct
import sys

from satupintu.lib.sheets.refusals import CPU_SECONDS, MEMORY_BYTES

# audit architecture, then the numbers of socket, execve, execveat and io_uring_setup
_SYSCALLS = {"x86_64": (0xC000003E, (41, 59, 322, 425)), "aarch64": (0xC00000B7, (198, 221, 281, 425))}
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # _REFUSE answers EPERM
_X32_BIT = 0x40000000
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2


def confine() -> None:
    """Limit this process for good: memory, processor time, no file may grow, no core file, few files, no child, no
    socket. The last two by a system call filter where the kernel has one.
    """
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(limit, (value, value))
    if sys.platform == "linux":
        _filter_system_calls()


def _filter_system_calls() -> bool:
    """Whether the kernel took the filter; without it the other limits still hold."""
    known = _SYSCALLS.get(platform.machine())
    if known is None:
        return False
    architecture, forbidden = known
    steps = [_step(_LOAD, 0, 0, 4), _step(_EQUAL, 1, 0, architecture), _step(_RETURN, 0, 0, _KILL)]
    steps += [_step(_LOAD, 0, 0, 0)]
    for number in forbidden:
        steps += [_step(_EQUAL, 0, 1, number), _step(_RETURN, 0, 0, _REFUSE)]
    steps += [_step(_AT_LEAST, 0, 1, _X32_BIT), _step(_RETURN, 0, 0, _REFUSE), _step(_RETURN, 0, 0, _ALLOW)]
    code = ctypes.create_string_buffer(b"".join(steps))
    program = ctypes.create_string_buffer(struct.pack("HL" if struct.calcsize("L") == 4 else "HxxxxxxQ", len(steps),
                                                      ctypes.addressof(code)))  # fmt: skip
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.c_void_p(ctypes.addressof(program)), 0, 0) == 0)


def _step(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
