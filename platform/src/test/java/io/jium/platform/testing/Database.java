package io.jium.platform.testing;

/** On what a host under test keeps its data. */
public enum Database {
    H2,
    MARIADB
}
