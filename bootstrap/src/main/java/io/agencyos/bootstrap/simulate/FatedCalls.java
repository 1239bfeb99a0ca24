package io.agencyos.bootstrap.simulate;

import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.shared.VendorFailure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The real adapters as a process meets them that hangs, stalls or hears nothing: the vendor's answer is lost after half a
 * minute of the world's time, or the process sleeps before its request or after it while everybody else goes on. Only
 * sending is struck; every other question goes through.
 */
final class FatedCalls {

    /** How long a process may sleep before its request: less than lease and settle delay, which outreach 4.5 b promises. */
    enum Patience {
        MAIL(Duration.ofMinutes(8)),
        TEXT(Duration.ofMinutes(5)),
        CALL(Duration.ofMinutes(3)),
        POST(Duration.ofMinutes(8)),
        ACT(Duration.ofMinutes(2));

        private final Duration longest;

        Patience(Duration longest) {
            this.longest = longest;
        }
    }

    private static final String SEND = "send";
    private static final int HANGS = 40;
    private static final int STALLS = 25;
    private static final Duration TIME_OUT = Duration.ofSeconds(30);

    private final Fate fate;
    private final WorldTime time;
    private final Consumer<Duration> meanwhile;

    /** @param meanwhile lets the world and the other processes live for so long */
    FatedCalls(Fate fate, WorldTime time, Consumer<Duration> meanwhile) {
        this.fate = fate;
        this.time = time;
        this.meanwhile = meanwhile;
    }

    /** The sender behind this port whose {@code send} is struck. */
    <T> T of(Class<T> port, T sender, Patience patience) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> method.getName().equals(SEND)
                        ? struck(() -> (SendOutcome) called(sender, method, arguments), patience)
                        : called(sender, method, arguments)));
    }

    private interface Sending {
        SendOutcome send() throws Throwable;
    }

    private static Object called(Object sender, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(sender, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private SendOutcome struck(Sending sending, Patience patience) throws Throwable {
        if (fate.strikes(Fate.Trouble.HANG_BEFORE, HANGS)) {
            return noAnswer();
        }
        if (fate.strikes(Fate.Trouble.STALL, STALLS)) {
            meanwhile.accept(fate.between(Duration.ofMinutes(1), patience.longest));
        }
        SendOutcome outcome = sending.send();
        if (fate.strikes(Fate.Trouble.HANG_AFTER_ACCEPT, HANGS)) {
            return noAnswer();
        }
        if (fate.strikes(Fate.Trouble.STALL, STALLS)) {
            meanwhile.accept(fate.between(Duration.ofMinutes(1), Duration.ofHours(2)));
        }
        return outcome;
    }

    private SendOutcome noAnswer() {
        time.advance(TIME_OUT);
        return new SendOutcome.Ambiguous(
                new VendorFailure.Timeout(VendorFailure.Details.of("the world", "send", "no answer in time")
                        .asAmbiguous()));
    }
}
