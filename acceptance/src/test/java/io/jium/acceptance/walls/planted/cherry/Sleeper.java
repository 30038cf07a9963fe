package io.jium.acceptance.walls.planted.cherry;

class Sleeper {

    void sleep() throws InterruptedException {
        Thread.sleep(1);
    }
}
