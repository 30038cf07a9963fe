package io.jium.builder.asset;

/**
 * What matters in a picture; it stays in sight where the picture is cut to fit.
 *
 * @param x in per cent from the left
 * @param y in per cent from the top
 */
public record FocalPoint(int x, int y) {

    static final FocalPoint CENTRE = new FocalPoint(50, 50);

    public boolean isCentre() {
        return equals(CENTRE);
    }
}
