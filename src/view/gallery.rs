//! Every screen in every language, with harmless and with hostile texts: the limits and promises all of them keep.
