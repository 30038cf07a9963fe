package io.jium.platform.binding;

import io.jium.platform.problem.Unavailable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Binds a contract to whoever answers it: the implementation when its owner runs in this process,
 * an HTTP client otherwise. Only this class knows which. A call inside an open transaction is
 * refused, since the other side cannot roll back with it. Thread-safe.
 */
public final class Contracts {

    private static final Duration AS_LONG_AS_THE_OWNER_MAY = Duration.ofDays(1);

    private final Local local;
    private final Remotes remotes;
    private final String caller;
    private final Duration most;

    /**
     * @param caller by whose name owners elsewhere are called
     */
    public Contracts(Local local, Remotes remotes, String caller) {
        this(local, remotes, caller, AS_LONG_AS_THE_OWNER_MAY);
    }

    private Contracts(Local local, Remotes remotes, String caller, Duration most) {
        this.local = local;
        this.remotes = remotes;
        this.caller = caller;
        this.most = most;
    }

    /** The same, called by another. */
    public Contracts by(String otherCaller) {
        return new Contracts(local, remotes, otherCaller, most);
    }

    /** The same, with calls to owners elsewhere that take at most so long. */
    public Contracts within(Duration limit) {
        return new Contracts(local, remotes, caller, limit);
    }

    /** Finds the implementations of this process. */
    @FunctionalInterface
    public interface Local {

        /**
         * A supplier of the owner's implementation, which may wait for its start; null when the
         * owner is elsewhere or is to be called over HTTP all the same.
         */
        @Nullable Supplier<?> implementation(Class<?> contract, String owner);
    }

    /** The name of the service that owns the contract. */
    public static String owner(Class<?> contract) {
        var packageName = contract.getPackageName();
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    /** A proxy that may be called at once and from any thread. */
    public <T> T bind(Class<T> contract) {
        return bind(contract, owner(contract));
    }

    /** The same for a contract that every service answers, by the service that is meant. */
    public <T> T bind(Class<T> contract, String owner) {
        var implementation = local.implementation(contract, owner);
        Supplier<?> target =
                implementation != null
                        ? implementation
                        : remotes.client(contract, owner, caller, most);
        return contract.cast(
                Proxy.newProxyInstance(
                        contract.getClassLoader(),
                        new Class<?>[] {contract},
                        new Bound(contract, owner, target)));
    }

    private record Bound(Class<?> contract, String owner, Supplier<?> target)
            implements InvocationHandler {

        @Override
        public @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
            }
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException(
                        "%s.%s is called inside a transaction"
                                .formatted(contract.getSimpleName(), method.getName()));
            }
            try {
                return method.invoke(callee(), arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        private Object callee() {
            try {
                return target.get();
            } catch (IllegalStateException notRunning) {
                throw new Unavailable(owner, notRunning);
            }
        }
    }
}
