"""The lists of readers: files of the workspace, and tables of databases."""

from nutgraf.deliver.recipients.entries import Entry
from nutgraf.deliver.recipients.opening import list_of, open_list
from nutgraf.deliver.recipients.roll import Roll, Tally

__all__ = ["Entry", "Roll", "Tally", "list_of", "open_list"]
