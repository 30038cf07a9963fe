package io.jium.acceptance.walls.planted.cherry;

class Printer {

    void print() {
        System.out.println("here");
    }
}
