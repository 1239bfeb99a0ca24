package io.agencyos.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What counts as pure: the parts of the JDK that neither see nor change the world outside. */
final class Purity {

    static final List<String> NUMERIC_LIBRARIES = List.of(
            "org.apache.commons.statistics.",
            "org.apache.commons.numbers.",
            "org.apache.commons.rng.",
            "org.hipparchus.",
            "org.ejml.");

    private static final Set<String> PURE_PACKAGES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.time.format",
            "java.time.temporal",
            "java.time.zone",
            "java.util",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream",
            "java.util.zip");

    /** Values and functions that live in packages which are otherwise about the outside world. */
    private static final Set<String> PURE_ELSEWHERE = Set.of(
            "java.io.Serializable",
            "java.net.IDN",
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.nio.ByteBuffer",
            "java.nio.CharBuffer",
            "java.security.GeneralSecurityException",
            "java.security.MessageDigest",
            "java.security.NoSuchAlgorithmException");

    private static final Set<String> OUTSIDE_WORLD = Set.of(
            "java.lang.InheritableThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.ScopedValue",
            "java.lang.System",
            "java.lang.System$Logger",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.zip.ZipFile");

    private static final List<String> SQL_AND_NETWORK = List.of(
            "java.sql.", "javax.sql.", "java.net.", "javax.net.", "java.nio.channels.", "java.rmi.", "javax.naming.");

    private static final Set<String> CLOCK_READERS = Set.of("currentTimeMillis", "nanoTime", "systemDefault", "system");

    private static final Set<String> CHANCE_TYPES =
            Set.of("java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom");

    private Purity() {}

    static boolean isPureJdk(JavaClass type) {
        String name = outermost(type);
        return !OUTSIDE_WORLD.contains(name)
                && (PURE_PACKAGES.contains(type.getPackageName()) || PURE_ELSEWHERE.contains(name));
    }

    static boolean isJdkWithoutOutsideWorld(JavaClass type) {
        String name = outermost(type);
        return PURE_ELSEWHERE.contains(name)
                || (name.startsWith("java.") && SQL_AND_NETWORK.stream().noneMatch(name::startsWith));
    }

    static ArchCondition<JavaClass> readNoSystemClock() {
        return calling("read no system clock", target -> {
            String owner = target.getOwner().getName();
            boolean isClock = owner.startsWith("java.time.") || owner.equals("java.lang.System");
            boolean takesAClock = target.getRawParameterTypes().stream()
                    .anyMatch(parameter -> parameter.getName().equals("java.time.Clock"));
            return (owner.startsWith("java.time.") && target.getName().equals("now") && !takesAClock)
                    || (owner.equals("java.time.Clock")
                            && target.getName().matches("system.*|tick(Millis|Seconds|Minutes)"))
                    || (isClock && CLOCK_READERS.contains(target.getName()))
                    || (owner.equals("java.util.Date") && isConstructorWithoutArguments(target))
                    || (owner.equals("java.util.Calendar") && target.getName().equals("getInstance"));
        });
    }

    static ArchCondition<JavaClass> drawNoUnseededChance() {
        return calling("draw no unseeded chance", target -> {
            String owner = target.getOwner().getName();
            return CHANCE_TYPES.contains(owner)
                    || (owner.matches("java\\.lang\\.(Strict)?Math")
                            && target.getName().equals("random"))
                    || (owner.matches("java\\.util\\.(Splittable)?Random") && isConstructorWithoutArguments(target))
                    || (owner.equals("java.util.UUID") && target.getName().equals("randomUUID"))
                    || (owner.equals("java.util.random.RandomGenerator")
                            && Set.of("of", "getDefault").contains(target.getName()))
                    || (owner.equals("java.util.random.RandomGeneratorFactory")
                            && target.getName().equals("create")
                            && target.getRawParameterTypes().isEmpty())
                    || (owner.equals("java.util.Collections")
                            && target.getName().equals("shuffle")
                            && target.getRawParameterTypes().size() == 1);
        });
    }

    private static boolean isConstructorWithoutArguments(CodeUnitAccessTarget target) {
        return target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** Calls and method references alike. */
    private static ArchCondition<JavaClass> calling(String description, Predicate<CodeUnitAccessTarget> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
                    if (forbidden.test(access.getTarget())) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        };
    }
}
