package io.agencyos.architecture;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which kit tries which secondary port, for a house under any root package. A kit is an abstract test of the application
 * layer. It is handed a port when the port stands in its constructors, fields or methods, or in those of what stands there:
 * a world, a record of ports, a scenario. Each module with an adapter of the port must fill in a kit that is handed it.
 */
final class Kits {

    private static final String PORT = "org.jmolecules.architecture.hexagonal.SecondaryPort";

    private final Map<String, Outline> types;
    private final Map<String, Set<String>> below = new HashMap<>();
    private final String application;
    private final String root;

    /**
     * @param folders with the compiled classes of the house and of its tests
     * @param root package of the house
     */
    Kits(Collection<Path> folders, String root) {
        this.root = root;
        application = root + ".application.";
        types = folders.stream()
                .flatMap(Outline::all)
                .filter(type -> type.name().startsWith(root + "."))
                .collect(Collectors.toMap(Outline::name, Function.identity(), (one, again) -> one));
        types.values()
                .forEach(type -> type.parents()
                        .forEach(parent -> below.computeIfAbsent(parent, first -> new HashSet<>())
                                .add(type.name())));
    }

    /** By port, or by port and module: what is missing. */
    SortedMap<String, String> missing() {
        Map<Outline, Set<Outline>> handed = types.values().stream()
                .filter(this::isKit)
                .collect(Collectors.toMap(Function.identity(), this::portsHandedTo));
        SortedMap<String, String> missing = new TreeMap<>();
        ports().forEach(port -> {
            Set<Outline> kits = handed.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(port))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            if (kits.isEmpty()) {
                missing.put(port.simpleName(), "no kit is handed it");
            } else {
                SortedSet<String> untried = modules(heirs(port).filter(type -> !type.ofTests()));
                kits.forEach(kit -> untried.removeAll(modules(heirs(kit))));
                untried.forEach(
                        module -> missing.put(port.simpleName() + " " + module, "fills in no kit that is handed it"));
            }
        });
        return missing;
    }

    /** Without those that only give another port a name of their own. */
    Stream<Outline> ports() {
        return types.values().stream()
                .filter(this::isPort)
                .filter(type -> type.hasMethods() || type.parents().stream().noneMatch(types::containsKey));
    }

    private boolean isPort(Outline type) {
        return type.isInterface() && type.annotations().contains(PORT);
    }

    private boolean isKit(Outline type) {
        return type.name().startsWith(application) && type.isAbstract() && !type.isInterface() && isTest(type);
    }

    private boolean isTest(Outline type) {
        return type.hasTests()
                || type.parents().stream().map(types::get).anyMatch(parent -> parent != null && isTest(parent));
    }

    private Set<Outline> portsHandedTo(Outline kit) {
        Set<Outline> seen = new HashSet<>(Set.of(kit));
        Deque<Outline> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            Outline type = next.pop();
            Stream.concat(type.mentions().stream(), type.parents().stream())
                    .filter(name -> name.startsWith(application))
                    .map(types::get)
                    .filter(of -> of != null && seen.add(of) && !isPort(of))
                    .forEach(next::push);
        }
        return seen.stream().filter(this::isPort).collect(Collectors.toSet());
    }

    /** Classes that fill something in, directly or by what is between. */
    private Stream<Outline> heirs(Outline type) {
        return below.getOrDefault(type.name(), Set.of()).stream()
                .map(types::get)
                .flatMap(heir -> Stream.concat(Stream.of(heir).filter(one -> !one.isAbstract()), heirs(heir)));
    }

    private SortedSet<String> modules(Stream<Outline> of) {
        return of.map(type -> type.name().substring(root.length() + 1).split("\\."))
                .filter(parts -> parts[0].equals("adapters"))
                .map(parts -> parts[1] + "." + parts[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
