"""From an HTTP request to an activity that is read and checked."""

import dialogs  # noqa: F401  # first of all: the SDK is loaded light by it
