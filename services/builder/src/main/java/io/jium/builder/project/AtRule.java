package io.jium.builder.project;

/**
 * The block a rule stands in.
 *
 * @param type without the at sign: {@code media}, {@code keyframes}; empty when only a condition
 *     was stored
 * @param condition may be empty, as for {@code font-face}
 */
public record AtRule(String type, String condition) {

    static final AtRule NONE = new AtRule("", "");

    /** As it is printed before the block; empty for a rule that stands free. */
    public String text() {
        if (type.isEmpty() && condition.isEmpty()) {
            return "";
        }
        var name = type.isEmpty() ? "@media" : "@" + type;
        return condition.isEmpty() ? name : name + " " + condition;
    }
}
