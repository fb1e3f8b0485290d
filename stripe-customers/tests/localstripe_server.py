"""Runs the test server localstripe (1.15) on 127.0.0.1.

Unlike the command of localstripe, it does not listen on all interfaces, and does not share its state with other
instances. Prints its URL when it is ready, and ends when standard input is closed, so that it never outlives the
test that started it. The optional argument is the port; by default, the operating system chooses one.
"""

import os
import socket
import sys
import threading

from aiohttp import web
from localstripe.server import app, store


def end_with_standard_input():
    sys.stdin.read()
    os._exit(0)


store.dump_to_disk = lambda: None
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 0))
listener.listen()
print("http://127.0.0.1:%d" % listener.getsockname()[1], flush=True)
threading.Thread(target=end_with_standard_input, daemon=True).start()
web.run_app(app, sock=listener, print=None)
