package io.jium.acceptance.crash;

import io.jium.acceptance.installation.Site;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.imageio.ImageIO;

/**
 * Uploads one file after the other, and remembers which were acknowledged. Each is followed by work
 * on its variants.
 */
final class Uploader implements Runnable {

    private final Site site;
    private final NavigableSet<Long> acknowledged = new ConcurrentSkipListSet<>();

    Uploader(Site site) {
        this.site = site;
    }

    /** Uploads until the process is gone. */
    @Override
    public void run() {
        try {
            while (true) {
                var moment = System.nanoTime();
                var picture = picture((int) moment);
                acknowledged.add(site.upload(moment + ".png", picture).expect(201).id());
            }
        } catch (UncheckedIOException killed) {
            // As it should be: the next life is looked at by lost().
        }
    }

    /** How many were acknowledged. */
    int count() {
        return acknowledged.size();
    }

    /** Ids of acknowledged files that are not there. */
    List<Long> lost() {
        var kept = new HashSet<Long>();
        var cursor = "";
        do {
            var path = "/builder/assets?service_id=%d&limit=100%s".formatted(site.id(), cursor);
            var rows = site.owner().client().get(path).expect(200);
            rows.data().forEach(row -> kept.add(row.at("/id").asLong()));
            var next = rows.at("next_cursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return acknowledged.stream().filter(id -> !kept.contains(id)).toList();
    }

    /** The same picture again would be the same file. */
    private static byte[] picture(int colour) {
        var bytes = new ByteArrayOutputStream();
        var picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, colour);
        picture.setRGB(1, 1, colour / 7);
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
