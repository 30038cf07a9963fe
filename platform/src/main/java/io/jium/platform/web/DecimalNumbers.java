package io.jium.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Ids are written in decimal digits. Spring alone also takes {@code 0x10} and {@code #10}, and a
 * converter that refuses them only makes it try its own editor next.
 */
@ControllerAdvice
final class DecimalNumbers {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}");

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(long.class, new Decimal());
        binder.registerCustomEditor(Long.class, new Decimal());
    }

    private static final class Decimal extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            if (!DECIMAL.matcher(text).matches()) {
                throw new NumberFormatException("Not a decimal number: " + text);
            }
            setValue(Long.valueOf(text));
        }
    }
}
