//! Stub.
#![cfg(test)]
