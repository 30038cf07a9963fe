package io.jium.builder.project;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Prints scalars the way JavaScript does, for that is who stored them. */
public final class Scalars {

    private static final double EXACT = 1e15;

    private Scalars() {}

    public static String text(JsonNode scalar) {
        if (scalar.isFloatingPointNumber()) {
            double number = scalar.doubleValue();
            if (Math.abs(number) < EXACT) {
                return number == Math.rint(number)
                        ? Long.toString((long) number)
                        : new BigDecimal(Double.toString(number)).toPlainString();
            }
        }
        return scalar.asString();
    }
}
