package io.jium.builder.asset;

import io.jium.builder.asset.Pictures.Made;
import io.jium.builder.picture.Picture;
import io.jium.builder.picture.PictureFormat;
import io.jium.builder.picture.PictureRefused;
import io.jium.platform.storage.Blobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the smaller ones of kept pictures, one picture after the other, aside from requests. What a
 * process left undone is done by the next one, or by another.
 */
@Component
public class MakingVariants implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MakingVariants.class);

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Pictures pictures;
    private final Assets assets;
    private final Blobs blobs;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("picture-variants").factory());

    MakingVariants(Pictures pictures, Assets assets, Blobs blobs) {
        this.pictures = pictures;
        this.assets = assets;
        this.blobs = blobs;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var _ =
                thread.scheduleWithFixedDelay(
                        this::makeDue, FIRST.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Something is due. */
    void soon() {
        thread.execute(this::makeDue);
    }

    /** Waits for the variants of a site's pictures, if they come in time. */
    public void await(long serviceId, Duration most) {
        if (!pictures.isAnyDue(serviceId)) {
            return;
        }
        try {
            thread.submit(this::makeDue).get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.info("Site {} is published without some variants of its pictures", serviceId);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeDue() {
        try {
            for (var due = pictures.claim();
                    due.isPresent() && !thread.isShutdown();
                    due = pictures.claim()) {
                make(due.get());
            }
        } catch (RuntimeException failed) {
            LOG.warn("Variants of pictures could not be made; they are tried again", failed);
        }
    }

    private void make(String sha256) {
        var file = blobs.file(sha256);
        var format = assets.withBytes(sha256).flatMap(asset -> PictureFormat.of(asset.mediaType()));
        if (file.isEmpty() || format.isEmpty()) {
            pictures.giveUp(sha256);
            return;
        }
        try {
            var variants = Picture.variants(Files.readAllBytes(file.get()), format.get());
            var made = new ArrayList<Made>();
            for (var variant : variants.all()) {
                var blob = blobs.put(variant.bytes());
                made.add(new Made(variant.width(), variant.height(), blob.sha256(), blob.bytes()));
            }
            pictures.made(sha256, variants.width(), variants.height(), made);
        } catch (PictureRefused refused) {
            LOG.info("Picture {} stays without variants: {}", sha256, refused.code());
            pictures.giveUp(sha256);
        } catch (IOException full) {
            throw new UncheckedIOException("Variants of " + sha256, full);
        }
    }

    @Override
    public void destroy() {
        thread.shutdown();
        thread.close();
    }
}
