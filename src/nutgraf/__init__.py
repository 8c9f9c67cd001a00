"""nutgraf turns annotated sources into newsletter briefs in which every claim can be traced."""

__version__ = "0.1.0"
