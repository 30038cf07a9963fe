package io.jium.acceptance.endpoint;

/** For whom an endpoint is. */
public enum Kind {
    /** Answers anybody. */
    PUBLIC,
    /** Acts on what an id names; another tenant's is not there. */
    OWN,
    /** Acts on the caller alone. */
    SELF,
    /** For operators. */
    ADMIN
}
