package io.jium.platform.events;

import io.jium.contracts.event.Event;

/** How events are named on their way. */
public final class EventTypes {

    private EventTypes() {}

    /** The service that tells it: the last segment of its package, as with contracts. */
    public static String teller(Class<? extends Event> type) {
        var packageName = type.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    /** {@code <teller>.<name>}. */
    public static String name(Class<? extends Event> type) {
        return teller(type) + "." + type.getSimpleName();
    }
}
