package io.jium.builder.picture;

import io.jium.platform.problem.Refusal;
import org.springframework.http.HttpStatus;

/** A picture that is not taken, and why. */
public final class PictureRefused extends Refusal {

    private static final long serialVersionUID = 1;

    private PictureRefused(String reason, Object... arguments) {
        super(HttpStatus.valueOf(422), "picture_refused", arguments);
        because(reason);
    }

    /** It cannot be read to its end. */
    public static PictureRefused damaged() {
        return new PictureRefused("damaged");
    }

    static PictureRefused tooLarge(int mostMegabytes) {
        return new PictureRefused("too_large", mostMegabytes);
    }

    static PictureRefused tooManyPixels(int mostMegapixels) {
        return new PictureRefused("too_many_pixels", mostMegapixels);
    }

    /** Says where it was taken or by whom, in a format that is not rewritten. */
    public static PictureRefused tellsTooMuch() {
        return new PictureRefused("metadata");
    }

    /** What moves cannot be cut. */
    public static PictureRefused moving() {
        return new PictureRefused("moving");
    }
}
