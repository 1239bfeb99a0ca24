package io.agencyos.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.NullMarked;

/** Conditions on names, annotations and packages. */
final class Shape {

    /** Vendors' names that are no ordinary words; "close", "resend" and the like would accuse the innocent. */
    private static final Set<String> VENDORS = Set.of(
            "anthropic",
            "apify",
            "apollo",
            "claude",
            "clay",
            "clicksend",
            "dataforseo",
            "elevenlabs",
            "heyreach",
            "hubspot",
            "infraforge",
            "openai",
            "pipedrive",
            "postmark",
            "salesforge",
            "serper",
            "smartlead",
            "supabase",
            "twilio",
            "unipile",
            "vapi",
            "warmforge");

    private Shape() {}

    /** A vendor's name may stand in the package {@code adapters.out.<vendor>} and below, nowhere else. */
    static ArchCondition<JavaClass> nameNoVendorOutsideItsModule(String root) {
        return finding("name no vendor outside its module", type -> {
            String relative = type.getName()
                    .substring(Math.min(root.length(), type.getName().length()));
            return words(relative)
                    .filter(VENDORS::contains)
                    .filter(vendor -> !(type.getPackageName() + ".").startsWith(root + ".adapters.out." + vendor + "."))
                    .map(vendor -> type.getName() + " names the vendor " + vendor)
                    .toList();
        });
    }

    static ArchCondition<JavaClass> implementOnlyPortsOf(String application) {
        return finding(
                "implement only ports of the application",
                type -> type.getRawInterfaces().stream()
                        .filter(port -> port.getName().startsWith(application))
                        .filter(port ->
                                !port.isAnnotatedWith(SecondaryPort.class) && !port.isAnnotatedWith(PrimaryPort.class))
                        .map(port ->
                                type.getName() + " implements " + port.getName() + ", which is not annotated as a port")
                        .toList());
    }

    static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return finding(
                "live in a package that is @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? List.of()
                        : List.of(type.getName() + " lives in a package without @NullMarked"));
    }

    /** The words of a qualified name: each package segment as a whole, a type's name by its capitals and as neighbours. */
    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("[.$_]")).flatMap(segment -> {
            List<String> parts = List.of(segment.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"));
            Stream<String> pairs = IntStream.range(1, parts.size()).mapToObj(i -> parts.get(i - 1) + parts.get(i));
            return Stream.concat(parts.stream(), pairs).map(word -> word.toLowerCase(Locale.ROOT));
        });
    }

    private static ArchCondition<JavaClass> finding(String description, Function<JavaClass, List<String>> findings) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                findings.apply(type).forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
    }
}
