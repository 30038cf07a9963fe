package io.jium.content;

import io.jium.platform.security.Caller;

/**
 * Who looks: a site's owner sees all of it, everybody else what is public.
 *
 * @param userId 0 when nobody is signed in
 */
record Viewer(long userId) {

    static Viewer current() {
        var caller = Caller.current();
        return new Viewer(caller == null ? 0 : caller.userId());
    }

    boolean isSignedIn() {
        return userId != 0;
    }

    boolean owns(Board board) {
        return board.ownerId() == userId;
    }
}
