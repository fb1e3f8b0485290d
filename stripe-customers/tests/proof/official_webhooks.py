"""Verifies and signs webhooks with Stripe's official library for Python (stripe 16.1), one for each line of standard input.

A line is a JSON object with `body`, `secret` and the time `now`. With a `header`, prints `accepted` or the reason why the library
refuses the request. Without one, prints the header that the library signs the body with. `body` and `header` have a
character for each byte.
"""

import json
import sys
import time

import stripe

REASONS = {
    "No Stripe-Signature": "NoHeader",
    "No webhook secret": "NoSecret",
    "Unable to extract": "MalformedHeader",
    "No signatures found with expected scheme": "NoSignature",
    "No signatures found matching": "NoMatch",
    "Timestamp outside": "TooOld",
}


def verdict(body, header, secret):
    try:
        stripe.Webhook.construct_event(body, header, secret)
    except stripe.SignatureVerificationError as error:
        return next(reason for text, reason in REASONS.items() if str(error).startswith(text))
    except UnicodeDecodeError:
        return "NotUtf8"
    except TypeError:
        # Python cannot compare a signature with characters outside ASCII, and does not compare those after it.
        return "NotAscii"
    return "accepted"


for line in sys.stdin.buffer:
    request = json.loads(line)
    now = request["now"]
    time.time = lambda: now
    body, secret = request["body"].encode("latin-1"), request["secret"]
    if "header" in request:
        print(verdict(body, request["header"], secret), flush=True)
    else:
        print(stripe.WebhookSignature.generate_signature_header(body.decode("utf-8"), secret, now), flush=True)
