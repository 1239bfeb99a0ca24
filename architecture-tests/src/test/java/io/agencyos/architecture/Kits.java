package io.agencyos.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which kit tries which secondary port, for a house under any root package. A kit is an abstract test of the application
 * layer. It is handed a port when the port stands in its constructors, fields or methods, or in those of what stands there:
 * a world, a record of ports, a scenario. Each module with an adapter of the port must fill in a kit that is handed it.
 */
final class Kits {

    private static final String PORT = "org.jmolecules.architecture.hexagonal.SecondaryPort";

    private final JavaClasses classes;
    private final String root;

    /** @param classes the product's and its tests' */
    Kits(JavaClasses classes, String root) {
        this.classes = classes;
        this.root = root;
    }

    /** By port, or by port and module: what is missing. */
    SortedMap<String, String> missing() {
        Map<JavaClass, Set<JavaClass>> handed = kits().collect(Collectors.toMap(kit -> kit, this::portsHandedTo));
        SortedMap<String, String> missing = new TreeMap<>();
        ports().forEach(port -> {
            Set<JavaClass> kits = handed.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(port))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (kits.isEmpty()) {
                missing.put(port.getSimpleName(), "no kit is handed it");
            } else {
                SortedSet<String> untried = adapters(port);
                kits.forEach(kit -> untried.removeAll(modulesThatFillIn(kit)));
                untried.forEach(module ->
                        missing.put(port.getSimpleName() + " " + module, "fills in no kit that is handed it"));
            }
        });
        return missing;
    }

    private Set<String> modulesThatFillIn(JavaClass kit) {
        return kit.getAllSubclasses().stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(this::module)
                .collect(Collectors.toSet());
    }

    /** Without those that only give another port a name of their own. */
    Stream<JavaClass> ports() {
        return classes.stream()
                .filter(type -> type.isInterface() && type.isAnnotatedWith(PORT))
                .filter(type -> !type.getMethods().isEmpty() || type.getRawInterfaces().isEmpty());
    }

    private Stream<JavaClass> kits() {
        return classes.stream()
                .filter(type -> type.getPackageName().startsWith(root + ".application"))
                .filter(type -> type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.getAllMethods().stream().anyMatch(Kits::isTest));
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(mark -> mark.getRawType().getPackageName().startsWith("org.junit.")
                        || mark.getRawType().getPackageName().startsWith("net.jqwik."));
    }

    private Set<JavaClass> portsHandedTo(JavaClass kit) {
        Set<JavaClass> seen = new HashSet<>(Set.of(kit));
        Deque<JavaClass> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            JavaClass type = next.pop();
            handedTo(type)
                    .filter(of -> of.getPackageName().startsWith(root + ".application"))
                    .filter(seen::add)
                    .filter(of -> !of.isAnnotatedWith(PORT))
                    .forEach(next::push);
            type.getRawSuperclass().filter(seen::add).ifPresent(next::push);
        }
        return seen.stream().filter(type -> type.isAnnotatedWith(PORT)).collect(Collectors.toSet());
    }

    private static Stream<JavaClass> handedTo(JavaClass type) {
        return Stream.of(
                        type.getConstructors().stream().map(JavaConstructor::getParameterTypes).flatMap(Collection::stream),
                        type.getFields().stream().map(JavaField::getType),
                        type.getMethods().stream().map(JavaMethod::getReturnType))
                .flatMap(types -> types)
                .map(JavaType.class::cast)
                .flatMap(of -> of.getAllInvolvedRawTypes().stream());
    }

    private SortedSet<String> adapters(JavaClass port) {
        return port.getAllSubclasses().stream()
                .filter(type -> type.getPackageName().startsWith(root + ".adapters."))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !isOfTests(type))
                .map(this::module)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Doubles that tests make for themselves are no adapters. */
    private static boolean isOfTests(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString())
                .filter(address -> address.contains("/test-classes/") && !address.contains("/fixtures/"))
                .isPresent();
    }

    private String module(JavaClass type) {
        String below = type.getPackageName().substring(root.length() + 1);
        String[] parts = below.split("\\.");
        return parts[0].equals("adapters") ? parts[1] + "." + parts[2] : parts[0];
    }
}
