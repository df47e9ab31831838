//! Tests of the programme's reader.
