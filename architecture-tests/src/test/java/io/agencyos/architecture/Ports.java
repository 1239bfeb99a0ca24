package io.agencyos.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which secondary ports are held by a kit: an abstract test of the application that knows the port and is run on something real and
 * on a fake of it, or on several real things. Who is run by a test is read from what its classes name, the helpers beside it, and what these make.
 */
final class Ports {

    private static final String OURS = "io/agencyos/";
    private static final String ADAPTERS = OURS + "adapters/";
    private static final String FAKES = ADAPTERS + "out/memory/";
    private static final Pattern IN_A_SIGNATURE = Pattern.compile("L(" + OURS + "[\\w/$]+)[;<]");

    /** A class or interface, by the names that class files use. */
    private record Type(
            String name, Path module, boolean isTest, int flags, Set<String> above, Set<String> named, boolean isPort) {

        boolean isAbstract() {
            return (flags & ClassFile.ACC_ABSTRACT) != 0;
        }

        /** By the name, which is one of a kind: what a class names is long, and types are keys everywhere here. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Type type && type.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    private final Path application;
    private final Map<String, Type> types = new HashMap<>();
    /** The tests that run each kit. */
    private final Map<Type, List<Type>> runs;
    /** What each kit knows. */
    private final Map<Type, Set<String>> known;

    private final Map<Type, Set<String>> runByTest = new ConcurrentHashMap<>();

    /** @param modules folders with a {@code target}, compiled */
    Ports(Collection<Path> modules, Path application) {
        this.application = application;
        for (Path module : modules) {
            read(module, "classes").forEach(type -> types.put(type.name(), type));
            read(module, "test-classes").forEach(type -> types.put(type.name(), type));
        }
        runs = runsOfKits();
        known = runs.keySet().stream().collect(Collectors.toMap(kit -> kit, this::knownTo));
    }

    int count() {
        return (int) ports().count();
    }

    /** Simple names of the ports that no kit holds. */
    SortedSet<String> withoutKit() {
        return ports().filter(port -> runs.entrySet().stream()
                        .noneMatch(kit -> Stream.concat(Stream.of(port), allAbove(port))
                                        .anyMatch(one -> known.get(kit.getKey()).contains(one.name()))
                                && isHeld(adapters(kit.getValue(), port))))
                .map(Ports::simple)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Adapters of ports that have a kit, which no test holds to it, by port and simple name. */
    SortedSet<String> adaptersWithoutKit() {
        Set<String> unheld = withoutKit();
        SortedSet<String> found = new TreeSet<>();
        adaptersByPort().forEach((port, adapters) -> {
            if (!unheld.contains(simple(port))) {
                Set<String> run = runs.entrySet().stream()
                        .filter(kit -> Stream.concat(Stream.of(port), allAbove(port))
                                .anyMatch(one -> known.get(kit.getKey()).contains(one.name())))
                        .flatMap(kit -> kit.getValue().stream())
                        .distinct()
                        .flatMap(test -> runBy(test).stream())
                        .collect(Collectors.toSet());
                adapters.stream()
                        .filter(adapter -> !run.contains(adapter.name()))
                        .forEach(adapter -> found.add(simple(port) + " " + simple(adapter)));
            }
        });
        return found;
    }

    private Map<Type, List<Type>> adaptersByPort() {
        return types.values().stream()
                .filter(type ->
                        !type.isTest() && !type.isAbstract() && type.name().startsWith(ADAPTERS))
                .flatMap(adapter ->
                        allAbove(adapter).filter(Type::isPort).distinct().map(port -> Map.entry(port, adapter)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String simple(Type type) {
        return type.name().substring(type.name().lastIndexOf('/') + 1);
    }

    /** By something real beside a fake or another real thing. */
    private static boolean isHeld(Set<Type> adapters) {
        return adapters.size() > 1
                && adapters.stream()
                        .anyMatch(type -> !type.isTest() && !type.name().startsWith(FAKES));
    }

    private Stream<Type> ports() {
        return types.values().stream().filter(Type::isPort);
    }

    /** By kit: the tests that run it. */
    private Map<Type, List<Type>> runsOfKits() {
        return types.values().stream()
                .filter(test -> test.isTest() && !test.isAbstract())
                .flatMap(test -> allAbove(test)
                        .filter(above -> above.isTest()
                                && (above.module().equals(application)
                                        || !above.module().equals(test.module())))
                        .map(kit -> Map.entry(kit, test)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What a kit names, with what it is handed together in one value of the application. */
    private Set<String> knownTo(Type kit) {
        return withNamesOf(namedWithHelpers(kit), type -> type.module().equals(application));
    }

    private Set<Type> adapters(List<Type> tests, Type port) {
        return tests.stream()
                .flatMap(test -> runBy(test).stream())
                .map(types::get)
                .filter(Objects::nonNull)
                .filter(type -> !type.isAbstract() && allAbove(type).anyMatch(port::equals))
                .collect(Collectors.toSet());
    }

    private Set<String> runBy(Type test) {
        return runByTest.computeIfAbsent(
                test,
                one -> withNamesOf(namedWithHelpers(one), type -> type.module().equals(one.module())));
    }

    /** What a test names, and what the helpers of its own module name that it names. */
    private Set<String> namedWithHelpers(Type test) {
        Set<String> named = new HashSet<>();
        Set<Type> seen = new HashSet<>(Set.of(test));
        Deque<Type> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String name : open.pop().named()) {
                named.add(name);
                Type type = types.get(name);
                if (type != null && type.isTest() && type.module().equals(test.module()) && seen.add(type)) {
                    open.push(type);
                }
            }
        }
        return named;
    }

    private Set<String> withNamesOf(Set<String> named, Predicate<Type> through) {
        return Stream.concat(
                        named.stream(),
                        named.stream()
                                .map(types::get)
                                .filter(Objects::nonNull)
                                .filter(type -> !type.isTest() && through.test(type))
                                .flatMap(type -> type.named().stream()))
                .collect(Collectors.toSet());
    }

    private Stream<Type> allAbove(Type type) {
        return type.above().stream()
                .map(types::get)
                .filter(Objects::nonNull)
                .flatMap(above -> Stream.concat(Stream.of(above), allAbove(above)));
    }

    private static List<Type> read(Path module, String folder) {
        Path place = module.resolve("target").resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList().parallelStream()
                    .map(file -> type(file, module, folder.equals("test-classes")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Type type(Path file, Path module, boolean isTest) {
        ClassModel model;
        try {
            model = ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Stream<ClassEntry> above = Stream.concat(model.superclass().stream(), model.interfaces().stream());
        boolean isPort = model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(found -> found.annotations().stream())
                .anyMatch(annotation -> annotation.className().stringValue().endsWith("/SecondaryPort;"));
        return new Type(
                model.thisClass().asInternalName(),
                module,
                isTest,
                model.flags().flagsMask(),
                above.map(ClassEntry::asInternalName).collect(Collectors.toSet()),
                named(model),
                isPort);
    }

    /** Every type of ours in a class file: what it calls, makes and has in a signature. */
    private static Set<String> named(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .flatMap(entry -> switch (entry) {
                    case ClassEntry type -> Stream.of(type.asInternalName());
                    case Utf8Entry text ->
                        IN_A_SIGNATURE.matcher(text.stringValue()).results().map(Ports::first);
                    default -> Stream.empty();
                })
                .filter(name -> name.startsWith(OURS))
                .collect(Collectors.toSet());
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }
}
