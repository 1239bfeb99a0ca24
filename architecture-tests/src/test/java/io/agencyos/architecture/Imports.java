package io.agencyos.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Conditions on what a class depends on: by import, signature, call, field, annotation or inheritance. */
final class Imports {

    /** Plumbing, and whose it is: modules with routes share one, modules of vendors the other. */
    private static final Map<String, String> SHARED_PLUMBING = Map.of("in.http", "in.", "out.vendorhttp", "out.");

    private Imports() {}

    static ArchCondition<JavaClass> only(String description, Predicate<JavaClass> allowed) {
        return condition(description, (origin, target) -> allowed.test(target));
    }

    /** @param adapters the package of all adapters, with its closing dot */
    static ArchCondition<JavaClass> fromNoOtherAdapter(String adapters) {
        return condition("import no other adapter", (origin, target) -> {
            if (!target.getPackageName().startsWith(adapters)) {
                return true;
            }
            String from = module(origin, adapters);
            String to = module(target, adapters);
            return from.equals(to) || (SHARED_PLUMBING.containsKey(to) && from.startsWith(SHARED_PLUMBING.get(to)));
        });
    }

    private static String module(JavaClass type, String adapters) {
        String[] parts = type.getPackageName().substring(adapters.length()).split("\\.");
        return parts.length < 2 ? parts[0] : parts[0] + "." + parts[1];
    }

    private static ArchCondition<JavaClass> condition(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !allowed.test(origin, target)) {
                        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
