package io.jium.contracts.release;

/** A compressed form of a file: a blob of its own. */
public record Variant(String sha256, long bytes) {}
