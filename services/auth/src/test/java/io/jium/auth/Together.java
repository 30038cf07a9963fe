package io.jium.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same thing several times at the same moment. */
final class Together {

    private Together() {}

    static <T> List<T> run(int times, Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < times; i++) {
                futures.add(
                        threads.submit(() -> {
                            barrier.await();
                            return work.call();
                        }));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
