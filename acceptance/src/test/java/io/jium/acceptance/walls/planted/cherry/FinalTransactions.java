package io.jium.acceptance.walls.planted.cherry;

import org.springframework.transaction.annotation.Transactional;

final class FinalTransactions {

    @Transactional
    public void lost() {}
}
