"""What may not stand in a log: an address that opens something to whoever reads it."""

import logging
import re

# /<language>/l/<secret>/
SECRET = re.compile(r"(/l/)[^/\s?]+")


class WithoutSecrets(logging.Filter):
    """Takes the secret of a one-time link out of a line before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = SECRET.sub(r"\1…", record.getMessage())
        record.args = ()
        return True
