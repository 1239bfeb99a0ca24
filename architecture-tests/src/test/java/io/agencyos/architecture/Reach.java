package io.agencyos.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the product can come to from its outside: the wiring and the adapters, and whatever these name. A type of the core that is named by
 * none of them, nor by what they name, is called by tests alone. Fakes are for tests and begin nothing.
 */
final class Reach extends ArchCondition<JavaClass> {

    /** What waits for something that is not connected yet, by simple name, with what it waits for. */
    private static final Map<String, String> WAITING = Map.of(
            "Tone", "the writer by a model; docs/decisions/plans.md",
            "Personalisation", "the writer by a model; docs/decisions/plans.md",
            "PersonalisationScore", "a report of how personal texts are; docs/decisions/plans.md");

    private final String root;
    private final Set<String> reached = new HashSet<>();

    Reach(String root) {
        super("be of use outside of tests");
        this.root = root;
    }

    @Override
    public void init(Collection<JavaClass> all) {
        Map<String, Set<String>> named = new HashMap<>();
        all.forEach(type -> named.computeIfAbsent(outermost(type), name -> new HashSet<>())
                .addAll(type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .filter(target -> target.getName().startsWith(root + "."))
                        .map(Reach::outermost)
                        .collect(Collectors.toSet())));
        Deque<String> open = all.stream()
                .filter(this::isOutside)
                .map(Reach::outermost)
                .filter(reached::add)
                .collect(Collectors.toCollection(ArrayDeque::new));
        while (!open.isEmpty()) {
            named.getOrDefault(open.pop(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::push);
        }
    }

    private boolean isOutside(JavaClass type) {
        String place = type.getPackageName() + ".";
        return place.startsWith(root + ".bootstrap.")
                || place.startsWith(root + ".adapters.") && !place.startsWith(root + ".adapters.out.memory.");
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int inside = name.indexOf('$');
        return inside < 0 ? name : name.substring(0, inside);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean core = (type.getPackageName() + ".").startsWith(root + ".domain.")
                || (type.getPackageName() + ".").startsWith(root + ".application.");
        if (core
                && type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !reached.contains(type.getName())
                && !WAITING.containsKey(type.getSimpleName())) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getName() + " is named by nothing that the product comes to, only by tests"));
        }
    }
}
