package io.jium.gateway;

/**
 * Which requests are counted together. Nobody who works normally meets one of the wide ones: an
 * editor saves while one types, a page of pictures is many requests, an office shares one address.
 */
enum Limit {
    /** What the settings say. */
    ORDINARY(1),
    SAVES(10),
    UPLOADS(10),
    FILES(20),
    STREAMS(10),
    BEACON(50);

    private final int width;

    Limit(int width) {
        this.width = width;
    }

    /** How many times the ordinary limits these are. */
    int width() {
        return width;
    }
}
