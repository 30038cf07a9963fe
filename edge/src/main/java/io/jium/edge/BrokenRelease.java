package io.jium.edge;

/** Something that a release promises is absent or not what it should be. */
final class BrokenRelease extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenRelease(String what) {
        super(what);
    }

    BrokenRelease(String what, Throwable cause) {
        super(what, cause);
    }
}
