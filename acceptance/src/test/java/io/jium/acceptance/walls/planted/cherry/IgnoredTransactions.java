package io.jium.acceptance.walls.planted.cherry;

import org.springframework.transaction.annotation.Transactional;

class IgnoredTransactions {

    @Transactional
    void hidden() {}

    @Transactional
    public final void fixed() {}

    @Transactional
    public void within() {}

    void caller() {
        within();
    }
}
