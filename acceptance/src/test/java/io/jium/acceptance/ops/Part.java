package io.jium.acceptance.ops;

import java.util.Locale;
import java.util.Set;

/**
 * A process of a deployment.
 *
 * @param name also what {@code JIUM_RUN} says
 * @param size how big and where
 * @param isService it has a database of its own, and Redis
 * @param files whether it reads or writes published sites and uploads
 * @param calls names of the parts it calls
 */
record Part(String name, Size size, boolean isService, Files files, Set<String> calls) {

    /** What it does with the folder of sites, which then has to be the same for all. */
    enum Files {
        NONE,
        READ,
        WRITE
    }

    /**
     * Its measures.
     *
     * @param port on a machine that it shares with others
     * @param heap in MiB
     * @param least replicas where it may not fail
     * @param most replicas under load
     */
    record Size(int port, int heap, int least, int most) {}

    /** Heap, and what Java needs beside it: 150 to 200 MiB were seen after the start. */
    int memory() {
        return size.heap() + 256;
    }

    String javaOptions() {
        return "-Xms32m -Xmx%dm".formatted(size.heap());
    }

    /** The setting with its address. */
    String addressSetting() {
        return "JIUM_" + name.toUpperCase(Locale.ROOT) + "_URL";
    }

    /** Limits and news of sessions are kept in Redis by all but the edge. */
    boolean hasRedis() {
        return !name.equals(Deployment.EDGE);
    }

    @Override
    public String toString() {
        return name;
    }
}
